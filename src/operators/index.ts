// What other blocks may use.
export { ApiKeysService } from './api-keys.service.js';
export type { Role } from './entities/api-key.entity.js';
export { CurrentOperator, mayActAs, Public, RequiresRole, type Operator, type OperatorRequest } from './operator.js';
export { OperatorsModule } from './operators.module.js';
