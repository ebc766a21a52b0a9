/**
 * Work that is done again and again, one round at a time: while one takes long, the next is left out. What a round could
 * not do, a later one tries again.
 */
export class Rounds {
    clock;
    everyMs;
    work;
    failed;
    timer;
    current;
    /**
     * @param everyMs milliseconds between the beginnings of two rounds
     * @param failed told why a round failed
     */
    constructor(clock, everyMs, work, failed) {
        this.clock = clock;
        this.everyMs = everyMs;
        this.work = work;
        this.failed = failed;
    }
    start() {
        this.timer = this.clock.every(this.everyMs, () => void this.run());
    }
    /** Resolves when the round is over, also one that was under way. */
    run() {
        this.current ??= this.work()
            .catch(this.failed)
            .finally(() => (this.current = undefined));
        return this.current;
    }
    /** No round begins any more. */
    stop() {
        this.timer?.cancel();
    }
    /** Resolves when none is under way. */
    async settled() {
        await this.current;
    }
}
//# sourceMappingURL=rounds.js.map