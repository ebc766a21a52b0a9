// What other blocks may use.
export { Asked } from './asked.decorator.js';
export { BroughtMessages } from './brought-messages.js';
export { CommandConditions, type Condition } from './command-conditions.js';
export { CommandLinks, type UnlinkedStart } from './command-links.js';
export { BY_ITSELF, type CommandRequest, sentUntil } from './command-request.js';
export { CommandRoute, type CommandRouteOptions } from './command-route.decorator.js';
export { versionUnsupported } from './command-problems.js';
export { CommandsModule } from './commands.module.js';
export { type CommandedStation, CommandsService, type CommandSubject } from './commands.service.js';
export { CommandView } from './dto/command.dto.js';
export { CommandAnswered } from './events.js';
