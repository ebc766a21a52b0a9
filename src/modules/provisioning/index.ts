// What other blocks may use.
export {
  DeviceModel,
  type Observation,
  type ObservationSource,
  type TimedObservation,
} from './device-model/device-model.js';
export type { AttributeType, VariableAddress } from './device-model/variable-address.js';
export { ProvisioningModule } from './provisioning.module.js';
