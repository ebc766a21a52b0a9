// What other blocks may use.
export { ProvisioningModule } from './provisioning.module.js';
//# sourceMappingURL=index.js.map