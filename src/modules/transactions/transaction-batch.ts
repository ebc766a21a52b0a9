import { uuidv7 } from '../../common/uuid.js';
import { tokenKeyOf } from '../authorization/index.js';
import { merge } from './progress.js';
import type { TransactionMessage } from './transaction-message.js';
import type { OpenRows } from './transaction-reader.js';
import type { OpenRow, PlacedMessage } from './transaction-rows.js';

/** What became of a message. */
export interface Stored {
  /** UUID of its transaction; undefined for an orphan. */
  readonly transactionId: string | undefined;
  readonly ocppTransactionId: string | undefined;
  /** The same event was stored before; nothing was changed. */
  readonly repeated: boolean;
  /** This message made the transaction. */
  readonly began: boolean;
  /** This message ended it. */
  readonly ended: boolean;
}

/** The messages of one flush and the transactions that they change, in memory: which message belongs where. */
export class Batch {
  readonly placed: PlacedMessage[] = [];
  readonly touched = new Set<OpenRow>();
  /** Transactions whose EVSE became known. */
  readonly moved = new Set<string>();
  before = new Map<string, OpenRow | null>();
  openHere: OpenRows = new Map();
  openOf: OpenRows = new Map();
  private readonly byName = new Map<string, OpenRow[]>();
  private readonly byId = new Map<string, OpenRow>();
  private readonly results = new Map<string, Stored>();

  constructor(rows: OpenRow[]) {
    for (const row of rows) this.addRow(row);
  }

  /** What recognises the message: an id that no transaction has recognises nothing. */
  keyOf(message: TransactionMessage): Buffer {
    return message.orphanKey && !this.find(message) ? message.orphanKey : message.naturalKey;
  }

  /** Meter values that name no known transaction but a place. */
  isLoose(message: TransactionMessage): boolean {
    return message.step === 'meter-values' && Boolean(message.evseId) && !this.find(message);
  }

  /** A stop whose start was never answered: the station does not know the id. */
  isLostStop(message: TransactionMessage): boolean {
    return message.orphanKey !== undefined && message.idToken !== undefined && !this.find(message);
  }

  /** Finds the transaction of a message, makes it where need be, and takes the message into account. */
  place(message: TransactionMessage, ids: number[]): Stored {
    const naturalKey = this.keyOf(message);
    const key = `${message.stationUuid} ${naturalKey.toString('hex')}`;
    const earlier = this.results.get(key) ?? this.storedBefore(key);
    if (earlier) return { ...earlier, repeated: true, began: false, ended: false };
    const transaction = this.transactionOf(message, ids);
    const result: Stored = {
      transactionId: transaction?.id,
      ocppTransactionId: transaction?.ocppTransactionId,
      repeated: false,
      began: transaction?.isNew === true && transaction.progress === undefined,
      ended: message.step === 'ended' && transaction !== undefined && transaction.progress?.end === undefined,
    };
    const flags = [...message.flags];
    if (!transaction && message.step !== 'meter-values') flags.push('transaction-unknown');
    if (transaction && message.orphanKey && !this.find(message)) flags.push('matched-by-token');
    this.placed.push({ message, naturalKey, transaction, flags });
    if (transaction) this.apply(transaction, { ...message, flags });
    this.results.set(key, result);
    return result;
  }

  /** The transaction that a message names: of several with the same id the newest that had begun by then. */
  private find(message: TransactionMessage): OpenRow | undefined {
    if (message.ocppTransactionId === undefined) return undefined;
    const rows = this.byName.get(`${message.stationUuid} ${message.ocppTransactionId}`);
    return rows?.findLast((row) => row.progress!.start.value.time <= message.time.getTime()) ?? rows?.[0];
  }

  private storedBefore(key: string): Stored | undefined {
    const row = this.before.get(key);
    if (row === undefined) return undefined;
    const { id: transactionId, ocppTransactionId } = row ?? { id: undefined, ocppTransactionId: undefined };
    return { transactionId, ocppTransactionId, repeated: true, began: false, ended: false };
  }

  private transactionOf(message: TransactionMessage, ids: number[]): OpenRow | undefined {
    const found = this.find(message);
    if (message.step === 'meter-values') return found ?? this.onlyOne(this.openHere, message, message.evseId);
    if (message.orphanKey) {
      return found ?? this.onlyOne(this.openOf, message, message.idToken && tokenKeyOf(message.idToken));
    }
    if (message.ocppTransactionId === undefined) return this.create(message, String(ids.shift()!), 0);
    if (found && !this.beginsAnew(found, message)) return found;
    return this.create(message, message.ocppTransactionId, found ? found.generation + 1 : 0);
  }

  /** A start after the end of a transaction with the same id: the station counts from the beginning again. */
  private beginsAnew({ progress }: OpenRow, message: TransactionMessage): boolean {
    const { start, end } = progress!;
    return (
      message.step === 'started' && end !== undefined && start.value.real && message.time.getTime() > end.value.time
    );
  }

  /** Guessing is allowed where there is exactly one candidate, and it had begun by then. */
  private onlyOne(open: OpenRows, message: TransactionMessage, key: unknown): OpenRow | undefined {
    const [only, ...others] = open.get(`${message.stationUuid} ${String(key)}`) ?? [];
    if (!only || others.length > 0) return undefined;
    const row = this.byId.get(only.id) ?? only;
    if (row.progress!.start.value.time > message.time.getTime() || row.progress!.end) return undefined;
    this.byId.set(row.id, row);
    return row;
  }

  private create(message: TransactionMessage, ocppTransactionId: string, generation: number): OpenRow {
    const row: OpenRow = {
      id: uuidv7(message.receivedAt.getTime()),
      stationUuid: message.stationUuid,
      ocppTransactionId,
      generation,
      version: message.version,
      createdAt: message.receivedAt,
      isNew: true,
      provisionalEndAt: null,
      progress: undefined,
      updatedAt: message.receivedAt,
    };
    this.addRow(row);
    return row;
  }

  private addRow(row: OpenRow): void {
    this.byId.set(row.id, row);
    const name = `${row.stationUuid} ${row.ocppTransactionId}`;
    const rows = [...(this.byName.get(name) ?? []), row];
    this.byName.set(
      name,
      rows.sort((a, b) => a.generation - b.generation),
    );
  }

  private apply(transaction: OpenRow, message: TransactionMessage): void {
    const { order } = message;
    if (order === undefined) return;
    const hadEvse = transaction.progress?.evse !== undefined;
    transaction.progress = merge(transaction.progress, { ...message, order });
    transaction.updatedAt = message.receivedAt;
    if (!hadEvse && transaction.progress.evse) this.moved.add(transaction.id);
    this.touched.add(transaction);
  }
}
