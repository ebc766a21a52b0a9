import { createRequire } from "node:module"; const require=createRequire(import.meta.url);
import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseAway, lostRace, refusesRow } from './database-errors.js';
const RETRIES = 5;
const RETRY_AFTER_MS = 5;
/** Between two attempts to reach a database that is away. */
const AWAY_RETRY_MS = 250;
const EXPIRE_EVERY_MS = 250;
/**
 * After a batch of many, so long is waited for what those who were answered just now say next: batches twice as large
 * cost each message little more than half as much.
 */
const GATHER_MS = 2;
const MANY = 16;
/**
 * Group commit: while one flush is under way the next batch collects, so that batches grow with the load and a single
 * item waits for nobody. One flush at a time: what waits for one commit shares the next, and larger batches cost each
 * item less. `add` resolves when the batch that holds the item has been committed.
 *
 * `run` gets at least one item and answers with one result per item, in their order. It must be atomic, and recognise
 * what it has done before: a commit whose answer was lost is tried again. A batch that is refused because of a row is
 * halved until the row stands alone: it fails, the others pass.
 */
export class Batcher {
    run;
    options;
    waiting = [];
    underWay = [];
    busy = false;
    maxItems;
    maxWeight;
    holdMs;
    constructor(run, options = {}) {
        this.run = run;
        this.options = options;
        this.maxItems = options.maxItems ?? 500;
        this.maxWeight = options.maxWeight ?? Infinity;
        this.holdMs = options.holdMs ?? 0;
        options.backlog?.add(this);
    }
    get waitingSince() {
        // not the first: the most urgent may have overtaken it
        const since = [...this.underWay, ...this.waiting].reduce((oldest, item) => Math.min(oldest, item.since), Infinity);
        return since === Infinity ? undefined : since;
    }
    add(item) {
        return new Promise((resolve, reject) => {
            this.waiting.push({ item, since: this.now(), resolve, reject });
            if (this.busy)
                return;
            this.busy = true;
            // what arrives in the same turn of the event loop shares the flush
            setImmediate(() => void this.drain());
        });
    }
    now() {
        return this.options.backlog?.now() ?? performance.now();
    }
    async drain() {
        const watch = this.holdMs > 0 ? setInterval(() => this.expire(), EXPIRE_EVERY_MS).unref() : undefined;
        while (this.waiting.length > 0) {
            const batch = this.next();
            this.underWay = batch;
            await this.flush(batch);
            this.underWay = [];
            if (batch.length >= MANY && this.waiting.length < batch.length)
                await delay(GATHER_MS);
        }
        clearInterval(watch);
        this.busy = false;
    }
    /** Takes what goes next; all that waits, where it fits. */
    next() {
        const { waiting } = this;
        const { urgency, weigh } = this.options;
        // stable: among equals the order stays
        if (urgency && waiting.length > this.maxItems)
            waiting.sort((a, b) => urgency(a.item) - urgency(b.item));
        let count = Math.min(waiting.length, this.maxItems);
        if (weigh) {
            let weight = weigh(waiting[0].item);
            for (let i = 1; i < count; i++) {
                weight += weigh(waiting[i].item);
                if (weight > this.maxWeight)
                    count = i;
            }
        }
        return waiting.splice(0, count);
    }
    async flush(batch, tries = 1) {
        const T0=performance.now(); try { return await this.flush0(batch,tries);} finally { const k=this.options.maxWeight?'tx':'other'; (globalThis.FL??=[]).push([k,batch.length,T0-batch[0].since,performance.now()-T0]); }
    }
    async flush0(batch, tries = 1) {
        try {
            const results = await this.run(batch.map(({ item }) => item));
            batch.forEach(({ resolve }, i) => resolve(results[i]));
        }
        catch (error) {
            const mayPass = lostRace(error);
            if (mayPass && tries <= RETRIES) {
                await delay(RETRY_AFTER_MS * tries);
                return this.flush(batch, tries + 1);
            }
            // one that always loses its race must not keep the others from passing
            if (batch.length > 1 && (mayPass || refusesRow(error))) {
                const middle = batch.length >> 1;
                await this.flush(batch.slice(0, middle));
                return this.flush(batch.slice(middle));
            }
            if (isDatabaseAway(error))
                return this.hold(batch, error);
            for (const { reject } of batch)
                reject(error);
        }
    }
    /** Gives up what was held long enough, also while an attempt is under way that nobody answers. */
    expire() {
        const oldest = this.now() - this.holdMs;
        const overdue = ({ since }) => since <= oldest;
        const late = [...this.underWay.filter(overdue), ...this.waiting.filter(overdue)];
        if (late.length === 0)
            return;
        const waiting = this.waiting.filter((item) => !overdue(item));
        this.waiting.splice(0, this.waiting.length, ...waiting);
        // what is under way may yet be done: whoever says it again is recognised
        for (const { reject } of late)
            reject(new Error('The database did not answer in time'));
    }
    /** Tries again what may be held longer; what arrives meanwhile waits behind it. */
    async hold(batch, error) {
        const oldest = this.now() - this.holdMs;
        for (const { since, reject } of batch)
            if (since <= oldest)
                reject(error);
        const held = batch.filter(({ since }) => since > oldest);
        if (held.length === 0)
            return;
        await delay(AWAY_RETRY_MS, undefined, { ref: false });
        return this.flush(held);
    }
}
//# sourceMappingURL=batcher.js.map
setInterval(()=>{const f=globalThis.FL??[];globalThis.FL=[];for(const k of ["tx","other"]){const a=f.filter(x=>x[0]===k);if(!a.length)continue;const q=(i,p)=>a.map(x=>x[i]).sort((x,y)=>x-y)[Math.min(a.length-1,Math.floor(a.length*p))].toFixed(1);require("node:fs").appendFileSync("/tmp/fl.txt",`${k} n=${a.length} size p50 ${q(1,.5)} p99 ${q(1,.99)} wait p50 ${q(2,.5)} p99 ${q(2,.99)} flush p50 ${q(3,.5)} p90 ${q(3,.9)} p99 ${q(3,.99)}\n`)}},1000).unref();
