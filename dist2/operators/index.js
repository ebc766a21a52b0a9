export { CurrentOperator, Public, RequiresRole } from './operator.js';
export { OperatorsModule } from './operators.module.js';
//# sourceMappingURL=index.js.map