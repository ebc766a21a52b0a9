// The control of the fault tests: a TAU that answers before it has written, as many do. Loaded by `node --import` beside
// the built application. The books must show that it loses what it acknowledged; otherwise they would see nothing.
import 'reflect-metadata';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const file = path.join(path.dirname(process.argv[1]), 'modules/transactions/transaction-writer.js');
const { TransactionWriter } = await import(pathToFileURL(file).href);

const write = TransactionWriter.prototype.add;
TransactionWriter.prototype.add = function add(message) {
  const written = write.call(this, message);
  // a 1.6 start is answered with the id that the database gives
  if (message.ocppTransactionId === undefined) return written;
  written.catch(() => undefined); // nobody is there any more to be told
  const { ocppTransactionId } = message;
  return Promise.resolve({ transactionId: undefined, ocppTransactionId, repeated: false, began: false });
};
