// What other blocks may use of transactions.
export { RemoteStartSeen, TransactionEnded, TransactionStarted } from './events.js';
export { TransactionsModule } from './transactions.module.js';
export { TransactionsService, type StoppableTransaction } from './transactions.service.js';
