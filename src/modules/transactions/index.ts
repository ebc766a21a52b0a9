// What other blocks may use of transactions.
export { RemoteStartSeen, ReservationSeen, TransactionEnded, TransactionStarted } from './events.js';
export { TransactionRecords, type StoppableTransaction } from './transaction-records.js';
export { TransactionsModule } from './transactions.module.js';
