import { availableParallelism } from 'node:os';
/** Never more than half of the processors, nor half of the four threads that Node shares among such jobs. */
const AT_ONCE = Math.max(1, Math.min(2, Math.floor(availableParallelism() / 2)));
/**
 * The slow checks of passwords: one at a time for a station, the stations by turns, and a few at once in all. So whoever
 * guesses delays the station that he guesses at, and neither the others nor what else TAU has to do.
 */
export class PasswordChecks {
    atOnce;
    /** What waits for each station; those that are being served are not in `turns`. */
    waiting = new Map();
    turns = [];
    running = 0;
    /** @param atOnce checks that may run at the same moment */
    constructor(atOnce = AT_ONCE) {
        this.atOnce = atOnce;
    }
    /** How many checks of a station wait or run. */
    of(station) {
        return this.waiting.get(station)?.length ?? 0;
    }
    /** Runs the check when its turn has come, and ends as it ends. */
    run(station, check) {
        return new Promise((settle) => {
            const queue = this.waiting.get(station);
            if (queue) {
                queue.push({ check, settle });
            }
            else {
                this.waiting.set(station, [{ check, settle }]);
                this.turns.push(station);
            }
            this.serve();
        });
    }
    serve() {
        while (this.running < this.atOnce && this.turns.length > 0)
            void this.serveOne(this.turns.shift());
    }
    async serveOne(station) {
        const queue = this.waiting.get(station);
        this.running += 1;
        const result = queue[0].check();
        queue[0].settle(result);
        await result.catch(() => undefined); // whoever asked for it learns of it
        queue.shift();
        if (queue.length > 0)
            this.turns.push(station);
        else
            this.waiting.delete(station);
        this.running -= 1;
        this.serve();
    }
}
//# sourceMappingURL=password-checks.js.map