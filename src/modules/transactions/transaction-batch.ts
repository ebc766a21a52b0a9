import { naturalKey } from '../../common/natural-key.js';
import { tokenKeyOf } from '../authorization/index.js';
import { beginsAnew, provesAlive } from './course.js';
import { merge, type OrderedMessage } from './progress.js';
import { nameOf, type TransactionMessage } from './transaction-message.js';
import type { OpenRows, StoredEvents } from './transaction-reader.js';
import { newRow, type OpenRow, type PlacedMessage } from './transaction-rows.js';

/** What became of a message. */
export interface Stored {
  /** UUID of its transaction; undefined for an orphan. */
  readonly transactionId: string | undefined;
  readonly ocppTransactionId: string | undefined;
  /** The same event was stored before; nothing was changed. */
  readonly repeated: boolean;
  /** This message made the transaction. */
  readonly began: boolean;
}

/** A message of a batch on its way: where it belongs, and which row stands for it. */
interface Placement {
  naturalKey: string;
  readonly message: TransactionMessage;
  readonly transaction: OpenRow | undefined;
  readonly guessed: boolean;
  /** The same event stands in this batch already. */
  readonly repeats: Placement | undefined;
  result: Stored | undefined;
}

const unknownBefore = { repeated: false, began: false };

/**
 * The messages of one flush and the transactions that they change, in memory: which message belongs where. Filled in
 * three steps: `place` each message, learn from the database which were stored before, `apply` the others.
 */
export class Batch {
  readonly touched = new Set<OpenRow>();
  /** Transactions whose EVSE became known. */
  readonly moved = new Set<string>();
  openHere: OpenRows = new Map();
  openOf: OpenRows = new Map();
  private readonly placements: Placement[] = [];
  private readonly byKey = new Map<string, Placement>();
  private readonly byName = new Map<string, OpenRow[]>();
  private readonly byId = new Map<string, OpenRow>();

  constructor(rows: OpenRow[]) {
    for (const row of rows) this.addRow(row);
  }

  /** Meter values that name no known transaction but a place. */
  isLoose(message: TransactionMessage): boolean {
    return message.step === 'meter-values' && Boolean(message.evseId) && !this.find(message);
  }

  /** A stop whose start was never answered: the station does not know the id, but the token. */
  isLostStop(message: TransactionMessage): boolean {
    return message.idUnknown === true && message.idToken !== undefined;
  }

  /** Finds the transaction of a message, or makes it. */
  place(message: TransactionMessage, newId: () => string): void {
    const known = this.find(message);
    // an id that no transaction has recognises nothing
    const key = message.orphanKey && !known ? message.orphanKey : message.naturalKey;
    const name = keyName(message, key);
    const repeats = this.byKey.get(name);
    const transaction = repeats ? undefined : this.transactionOf(message, known, newId);
    const guessed = transaction !== undefined && transaction !== known && message.orphanKey !== undefined;
    const placement = { naturalKey: key, message, transaction, guessed, repeats, result: undefined };
    this.placements.push(placement);
    if (!repeats) this.byKey.set(name, placement);
  }

  /** What is to be stored; of messages that are in the batch twice the first. */
  get waiting(): PlacedMessage[] {
    return this.placements.filter(({ repeats, result }) => !repeats && !result).map((p) => this.toPlaced(p));
  }

  /**
   * Takes those messages into account that were stored just now.
   * @param inserted ids of their rows; all of them where it is left out
   * @returns what was stored
   */
  apply(inserted?: ReadonlySet<string>): PlacedMessage[] {
    return this.placements.flatMap((placement) => {
      const { message, transaction, repeats, result } = placement;
      if (repeats || result || (inserted && !inserted.has(message.id))) return [];
      placement.result = {
        ...unknownBefore,
        transactionId: transaction?.id,
        ocppTransactionId: transaction?.ocppTransactionId,
        began: transaction?.isNew === true && transaction.progress === undefined,
      };
      const placed = this.toPlaced(placement);
      if (transaction) this.merge(transaction, placement, placed.flags);
      return [placed];
    });
  }

  /**
   * Takes note of the messages that were stored before. A start without a usable time looks like every other start of
   * its token: if the transaction that it seems to repeat has ended since, it is another one, and waits anew.
   */
  recognise(stored: StoredEvents): void {
    for (const placement of this.placements) {
      const { message, naturalKey: key, repeats, result } = placement;
      if (repeats || result) continue;
      const transaction = stored.get(keyName(message, key));
      if (transaction === undefined) continue;
      const end = transaction?.progress?.end;
      if (message.step === 'started' && message.timeSubstituted && end) {
        placement.naturalKey = naturalKey('again', key, end.key);
      } else {
        const { id: transactionId, ocppTransactionId } = transaction ?? { id: undefined, ocppTransactionId: undefined };
        placement.result = { ...unknownBefore, transactionId, ocppTransactionId, repeated: true };
      }
    }
  }

  /** One for each message, in the order in which they were placed. */
  results(): Stored[] {
    return this.placements.map(({ repeats, result }) =>
      repeats ? { ...repeats.result!, repeated: true, began: false } : result!,
    );
  }

  private toPlaced({ message, naturalKey: key, transaction, guessed }: Placement): PlacedMessage {
    const odd: string[] = [];
    if (!transaction && message.step !== 'meter-values') odd.push('transaction-unknown');
    if (guessed) odd.push('matched-by-token');
    return {
      message,
      naturalKey: key,
      transaction,
      flags: odd.length > 0 ? [...message.flags, ...odd] : message.flags,
    };
  }

  /** The transaction that a message names: of several with the same id the one that had begun last by then. */
  private find(message: TransactionMessage): OpenRow | undefined {
    if (message.name === undefined) return undefined;
    const rows = this.byName.get(message.name);
    return rows?.findLast(({ startedAt }) => startedAt <= message.time.getTime()) ?? rows?.[0];
  }

  private transactionOf(
    message: TransactionMessage,
    known: OpenRow | undefined,
    newId: () => string,
  ): OpenRow | undefined {
    if (message.step === 'meter-values') return known ?? this.onlyOne(this.openHere, message, message.evseId);
    if (message.orphanKey) {
      const token = message.idUnknown ? message.idToken : undefined;
      return known ?? this.onlyOne(this.openOf, message, token && tokenKeyOf(token));
    }
    if (message.ocppTransactionId === undefined) return this.create(message, newId());
    if (!known) return this.create(message, message.ocppTransactionId);
    if (!beginsAnew(known, message)) return known;
    this.endBefore(known, message);
    return this.create(message, message.ocppTransactionId);
  }

  /** A transaction whose id is used again has ended, though its own word of that was lost. */
  private endBefore(transaction: OpenRow, message: TransactionMessage): void {
    if (transaction.progress?.end) return;
    transaction.provisionalEndAt ??= message.time;
    if (transaction.closedBy !== 'operator') transaction.closedBy = 'next-transaction';
    transaction.updatedAt = message.receivedAt;
    this.touched.add(transaction);
  }

  /** Guessing is allowed where there is exactly one candidate, and it had begun by then. */
  private onlyOne(open: OpenRows, message: TransactionMessage, key: unknown): OpenRow | undefined {
    const [only, ...others] = open.get(`${message.stationUuid} ${String(key)}`) ?? [];
    if (!only || others.length > 0) return undefined;
    const row = this.byId.get(only.id) ?? only;
    if (row.startedAt > message.time.getTime() || row.progress?.end) return undefined;
    this.byId.set(row.id, row);
    return row;
  }

  private create(message: TransactionMessage, ocppTransactionId: string): OpenRow {
    const namesakes = this.byName.get(nameOf(message.stationUuid, ocppTransactionId)) ?? [];
    const row = newRow(message, ocppTransactionId, Math.max(-1, ...namesakes.map(({ generation }) => generation)) + 1);
    this.addRow(row);
    return row;
  }

  private addRow(row: OpenRow): void {
    this.byId.set(row.id, row);
    const namesakes = this.byName.get(row.name);
    if (namesakes) namesakes.push(row);
    else this.byName.set(row.name, [row]);
    namesakes?.sort((a, b) => a.startedAt - b.startedAt);
  }

  private merge(transaction: OpenRow, { message, guessed }: Placement, flags: readonly string[]): void {
    if (!isOrdered(message)) return;
    const hadEvse = transaction.progress?.evse !== undefined;
    // a guess stands behind the transaction's own word
    const said = guessed ? { ...message, flags, guessed, order: message.order + 1 } : message;
    transaction.progress = merge(transaction.progress, said);
    if (provesAlive(transaction, message)) Object.assign(transaction, { provisionalEndAt: null, closedBy: null });
    transaction.updatedAt = message.receivedAt;
    if (!hadEvse && transaction.progress.evse) this.moved.add(transaction.id);
    this.touched.add(transaction);
  }
}

const isOrdered = (message: TransactionMessage): message is OrderedMessage => message.order !== undefined;

const keyName = ({ stationUuid }: TransactionMessage, key: string): string => `${stationUuid} ${key}`;
