// What other blocks may use.
export { StartToken } from './dto/request-start.dto.js';
export { toIdTag, toIdToken, toIdTokenV20 } from './remote-control.commands.js';
export { RemoteControlModule } from './remote-control.module.js';
