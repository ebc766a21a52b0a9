import { Logger } from '@nestjs/common';
import { WaitingConnection } from './waiting-connection.js';
const LOOK_EVERY_MS = 500;
/**
 * Lets TLS handshakes begin only as fast as they also end. One that is not over in time has been paid for in vain: ten
 * thousand stations at once would keep each other out. Here they wait at no cost, in the order of their greetings, and the
 * time for their handshake does not run yet. Who says nothing is not in anybody's way.
 */
export class HandshakeGate {
    clock;
    begin;
    logger = new Logger('TLS');
    limits;
    silent = new Set();
    ready = new Set();
    timer;
    turn;
    begun = 0;
    closed = false;
    dropped = { silent: 0, tooLate: 0, tooMany: 0 };
    /** @param begin begins the handshake on a socket, whose first bytes are still to be read */
    constructor(clock, begin, { patienceMs = 30_000, mostWaiting = 16_384, mostUnderWay = 1024, mostPerTurn = 2, ...limits }) {
        this.clock = clock;
        this.begin = begin;
        this.limits = { ...limits, patienceMs, mostWaiting, mostUnderWay, mostPerTurn };
        this.timer = clock.every(LOOK_EVERY_MS, () => this.look());
    }
    /** Handshakes that are under way. */
    get underWay() {
        return this.begun;
    }
    /** Takes in a new connection. Where there are too many, the one that has been silent for longest goes, or else this. */
    enter(socket) {
        if (this.closed)
            return void socket.destroy();
        const connection = new WaitingConnection(socket, this.clock.monotonic(), () => this.queue(connection), () => this.forget(connection));
        this.silent.add(connection);
        if (this.silent.size + this.ready.size <= this.limits.mostWaiting)
            return;
        const [longest] = this.silent;
        this.drop(longest, 'tooMany');
    }
    /** To be told when a handshake that has begun is over, well or badly. */
    ended() {
        this.begun -= 1;
        this.proceed();
    }
    /** Nothing begins any more, and who waits is let go. */
    close() {
        this.closed = true;
        this.timer.cancel();
        clearImmediate(this.turn);
        for (const connection of [...this.silent, ...this.ready])
            connection.drop();
    }
    queue(connection) {
        this.silent.delete(connection);
        this.ready.add(connection);
        this.proceed();
    }
    /** Begins the next handshakes, after everybody else has had a turn. */
    proceed() {
        if (this.closed || this.turn || this.ready.size === 0 || this.begun >= this.limits.mostUnderWay)
            return;
        this.turn = setImmediate(() => {
            this.turn = undefined;
            this.beginSome(Math.min(this.limits.mostPerTurn, this.limits.mostUnderWay - this.begun));
            this.proceed();
        });
    }
    beginSome(most) {
        let begun = 0;
        for (const connection of this.ready) {
            if (begun === most)
                return;
            begun += 1;
            this.ready.delete(connection);
            this.begun += 1;
            this.begin(connection.release());
        }
    }
    /** Closes who has been silent, or has waited, for too long. */
    look() {
        const now = this.clock.monotonic();
        const { silentMs, patienceMs } = this.limits;
        for (const connection of this.silent)
            if (now - connection.since >= silentMs)
                this.drop(connection, 'silent');
        for (const connection of this.ready)
            if (now - connection.since >= patienceMs)
                this.drop(connection, 'tooLate');
        if (Object.values(this.dropped).every((count) => count === 0))
            return;
        this.logger.warn('connections were closed before their TLS handshake', this.dropped);
        this.dropped = { silent: 0, tooLate: 0, tooMany: 0 };
    }
    drop(connection, why) {
        this.dropped[why] += 1;
        this.forget(connection);
        connection.drop();
    }
    forget(connection) {
        this.silent.delete(connection);
        this.ready.delete(connection);
    }
}
//# sourceMappingURL=handshake-gate.js.map