// What other blocks may use.
export { RemoteControlModule } from './remote-control.module.js';
//# sourceMappingURL=index.js.map