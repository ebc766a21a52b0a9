// What other blocks may use.
export { Asked } from './asked.decorator.js';
export { CommandLinks } from './command-links.js';
export { BY_ITSELF } from './command-request.js';
export { CommandRoute } from './command-route.decorator.js';
export { versionUnsupported } from './command-problems.js';
export { CommandsModule } from './commands.module.js';
export { CommandsService } from './commands.service.js';
export { CommandView } from './dto/command.dto.js';
export { CommandAnswered } from './events.js';
//# sourceMappingURL=index.js.map