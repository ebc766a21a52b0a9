var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var Eraser_1;
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { withSession } from '../session.js';
import { eraseFrom } from './stored-frames.js';
import { eraseFromCorrected, eraseFromTransactions } from './stored-transactions.js';
/** Between two steps, so that the work for stations always comes through. */
const PAUSE_MS = 25;
/** What another process left behind, or a step that failed, is taken up again. */
const LOOK_EVERY_MS = 60_000;
// whoever has the row does the step: of several processes one at a time
const NEXT = `
  SELECT id, value, type, pseudonym, counts, position FROM id_token_erasures WHERE state <> 'done'
  ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`;
const NOTE = `
  UPDATE id_token_erasures
  SET state = $2, counts = $3, position = $4, started_at = coalesce(started_at, $5), finished_at = $6,
      value = CASE WHEN $2 = 'done' THEN NULL ELSE value END
  WHERE id = $1`;
/**
 * Carries out erasures in small steps. Each step commits what it changed together with how far it came, so a process that
 * dies loses nothing and counts nothing twice.
 */
let Eraser = Eraser_1 = class Eraser {
    dataSource;
    clock;
    logger = new Logger(Eraser_1.name);
    timer;
    pause;
    current;
    /** Somebody called while a step was under way, which may have missed what he meant. */
    asked = false;
    stopped = false;
    constructor(dataSource, clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }
    onApplicationBootstrap() {
        this.timer = this.clock.every(LOOK_EVERY_MS, () => this.wake());
        this.wake();
    }
    async onModuleDestroy() {
        this.stopped = true;
        this.timer?.cancel();
        this.pause?.cancel();
        await this.current;
    }
    /** There may be something to do. */
    wake() {
        if (this.stopped)
            return;
        this.asked = true;
        this.current ??= this.goOn().finally(() => (this.current = undefined));
    }
    async goOn() {
        this.asked = false;
        const more = await this.step().catch((error) => {
            this.logger.warn(`a step of an erasure failed, it is tried again within a minute: ${String(error)}`);
            return false;
        });
        if ((more || this.asked) && !this.stopped)
            this.pause = this.clock.after(PAUSE_MS, () => this.wake());
    }
    /** @returns whether there may be more to do */
    step() {
        return withSession(this.dataSource, (session) => session.transaction(async () => {
            const [open] = await session.rows(NEXT);
            if (!open)
                return false;
            const now = this.clock.now();
            const { counts, next } = await advance(session, open, now);
            const state = next ? 'running' : 'done';
            const noted = [JSON.stringify(counts), next ? JSON.stringify(next) : null, now, next ? null : now];
            await session.change(NOTE, [open.id, state, ...noted]);
            if (!next)
                this.logger.log(`erasure ${open.id} is done: ${JSON.stringify(counts)}`);
            return true;
        }));
    }
};
Eraser = Eraser_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock])
], Eraser);
export { Eraser };
const TRANSACTIONS = { relation: 'transactions', page: 0 };
/** The transactions first, by their index; then whatever holds frames. */
async function advance(session, { position, counts, ...token }, now) {
    const isWalking = position !== null && position.relation !== TRANSACTIONS.relation;
    let { transactions } = counts;
    if (!isWalking) {
        const erased = await eraseFromTransactions(session, token, now);
        transactions += erased > 0 ? erased : await eraseFromCorrected(session, token, now);
        if (erased > 0)
            return { counts: { ...counts, transactions }, next: TRANSACTIONS };
    }
    const { next, counted, changed } = await eraseFrom(session, token, isWalking ? position : undefined);
    return { counts: { ...counts, transactions, [counted]: counts[counted] + changed }, next };
}
//# sourceMappingURL=eraser.js.map