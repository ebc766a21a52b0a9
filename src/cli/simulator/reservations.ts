import type { Clock, Timer } from '../../common/clock.js';
import type { Dialect, Reply } from './dialect.js';
import type { Evse } from './evse.js';
import type { OutgoingCall } from './outbox.js';
import type { IdToken } from './words.js';

/** What the CSMS asks to hold free. */
export interface ReservationWish {
  readonly id: number;
  readonly token: IdToken;
  readonly groupId?: string;
  readonly expiresAt: Date;
  /** Absent: any EVSE. */
  readonly evseId?: number;
  readonly connectorType?: string;
}

export type ReserveAnswer = 'Accepted' | 'Faulted' | 'Occupied' | 'Rejected' | 'Unavailable';

interface Parts {
  readonly clock: Clock;
  readonly dialect: Dialect;
  readonly evses: readonly Evse[];
  /** What is plugged into each connector of every EVSE, e.g. cType2. */
  readonly connectorType: string;
  readonly isOperative: (evseId: number, connectorId: number) => boolean;
  readonly reportChanges: () => Promise<void>;
  /** Sends it if the line is up; never rejects. */
  readonly tell: (call: OutgoingCall) => Promise<void>;
}

/** The connectors that a station holds free, and for whom. They outlive lost lines, as in real stations. */
export class Reservations {
  private readonly held = new Map<number, ReservationWish & { readonly timer: Timer }>();

  constructor(private readonly parts: Parts) {}

  reserve(wish: ReservationWish): Reply<ReserveAnswer> {
    const known = this.held.get(wish.id);
    // [OCPP 2.0.1 H01.FR.02] the same number again takes the place of the first
    if (known) this.drop(wish.id);
    const answer = this.answerTo(wish);
    if (answer === 'Accepted') this.hold(wish);
    else if (known) this.hold(known);
    return { answer, after: () => this.parts.reportChanges() };
  }

  cancel(id: number): Reply<'Accepted' | 'Rejected'> {
    if (!this.drop(id)) return { answer: 'Rejected' };
    return { answer: 'Accepted', after: () => this.parts.reportChanges() };
  }

  /** Whether the EVSE shows as reserved: by name, or because as many are wanted as are free. [OCPP 2.0.1 H01.FR.20] */
  isReserved(evse: Evse): boolean {
    if (this.of(evse)) return true;
    const anywhere = this.anywhere.length;
    return anywhere > 0 && this.free.includes(evse) && this.free.length <= anywhere;
  }

  /** Whether somebody may charge here: nobody else has it reserved. */
  admits(evse: Evse, token: IdToken, groupId: string | undefined): boolean {
    return !this.isReserved(evse) || this.find(evse, token, groupId) !== undefined;
  }

  /** The driver is there: the reservation is used up. [OCPP 2.0.1 H03.FR.09] */
  use(evse: Evse, token: IdToken, groupId: string | undefined): number | undefined {
    const found = this.find(evse, token, groupId);
    if (found) this.drop(found.id);
    return found?.id;
  }

  /** [OCPP 2.0.1 H01.FR.16, H01.FR.17] what cannot be used is not reserved any more */
  async dropUnusable(): Promise<void> {
    for (const { id, evseId } of [...this.held.values()]) {
      const evse = this.parts.evses.find((each) => each.id === evseId);
      if (evse && this.obstacleOf(evse) !== undefined && this.drop(id)) await this.tellEnd(id, 'Removed');
    }
  }

  /** Switched off. */
  stop(): void {
    for (const { timer } of this.held.values()) timer.cancel();
  }

  private answerTo({ evseId, connectorType }: ReservationWish): ReserveAnswer {
    if (connectorType !== undefined && connectorType !== this.parts.connectorType) return 'Rejected';
    if (evseId === undefined) {
      if (this.free.length > this.anywhere.length) return 'Accepted';
      const obstacles = this.parts.evses.map((evse) => this.obstacleOf(evse));
      return obstacles.every((each) => each === 'Faulted')
        ? 'Faulted'
        : obstacles.every((each) => each !== undefined)
          ? 'Unavailable'
          : 'Occupied';
    }
    const evse = this.parts.evses.find(({ id }) => id === evseId);
    if (!evse) return 'Rejected';
    return this.obstacleOf(evse) ?? (this.free.includes(evse) ? 'Accepted' : 'Occupied');
  }

  private obstacleOf(evse: Evse): 'Faulted' | 'Unavailable' | undefined {
    if (evse.connectors.every(({ faulted }) => faulted)) return 'Faulted';
    const usable = evse.connectors.some((each) => this.parts.isOperative(evse.id, each.connectorId));
    return usable ? undefined : 'Unavailable';
  }

  /** EVSEs that nobody uses or has reserved by name. */
  private get free(): Evse[] {
    return this.parts.evses.filter((evse) => !this.obstacleOf(evse) && evse.idle && !evse.plugged && !this.of(evse));
  }

  private get anywhere() {
    return [...this.held.values()].filter(({ evseId }) => evseId === undefined);
  }

  private of(evse: Evse) {
    return [...this.held.values()].find(({ evseId }) => evseId === evse.id);
  }

  private find(evse: Evse, token: IdToken, groupId: string | undefined) {
    const here = this.of(evse);
    const isFor = (wish: ReservationWish): boolean =>
      isEqual(wish.token.value, token.value) || (wish.groupId !== undefined && isEqual(wish.groupId, groupId));
    return here ? (isFor(here) ? here : undefined) : this.anywhere.find(isFor);
  }

  private hold(wish: ReservationWish): void {
    const ms = Math.max(0, wish.expiresAt.getTime() - this.parts.clock.now().getTime());
    const timer = this.parts.clock.after(ms, () => void this.expire(wish.id));
    this.held.set(wish.id, { ...wish, timer });
  }

  private async expire(id: number): Promise<void> {
    if (this.drop(id)) await this.tellEnd(id, 'Expired');
  }

  /** [OCPP 2.0.1 H04.FR.01] 1.6 has the status alone to say it with. */
  private async tellEnd(id: number, why: 'Expired' | 'Removed'): Promise<void> {
    const call = this.parts.dialect.reservationEnded?.(id, why);
    await Promise.all([call && this.parts.tell(call), this.parts.reportChanges()]);
  }

  private drop(id: number): boolean {
    this.held.get(id)?.timer.cancel();
    return this.held.delete(id);
  }
}

const isEqual = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();
