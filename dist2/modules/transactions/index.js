// What other blocks may use of transactions.
export { RemoteStartSeen, TransactionStarted } from './events.js';
export { TransactionRecords } from './transaction-records.js';
export { TransactionsModule } from './transactions.module.js';
//# sourceMappingURL=index.js.map