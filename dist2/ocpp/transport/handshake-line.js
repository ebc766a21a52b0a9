/**
 * The handshakes that are under way. To check credentials many may be inside at once, since their look-ups share
 * queries; to be connected and booted they take turns, so that a storm of ten thousand is admitted at the rate that the
 * database keeps up with. Who has no credentials never takes a turn, and so takes none away.
 */
export class HandshakeLine {
    mostConnecting;
    inside = 0;
    connecting = 0;
    waiting = new Set();
    constructor(mostConnecting) {
        this.mostConnecting = mostConnecting;
    }
    /** Handshakes that are under way. */
    get length() {
        return this.inside;
    }
    enter() {
        this.inside += 1;
        let isConnecting = false;
        let hasLeft = false;
        let tell = () => undefined;
        const connect = () => {
            isConnecting = true;
            this.connecting += 1;
            tell(true);
        };
        return {
            turn: () => new Promise((resolve) => {
                if (hasLeft)
                    return resolve(false);
                tell = resolve;
                this.waiting.add(connect);
                this.advance();
            }),
            leave: () => {
                if (hasLeft)
                    return;
                hasLeft = true;
                this.inside -= 1;
                this.waiting.delete(connect);
                if (isConnecting)
                    this.connecting -= 1;
                else
                    tell(false);
                this.advance();
            },
        };
    }
    advance() {
        for (const connect of this.waiting) {
            if (this.connecting >= this.mostConnecting)
                return;
            this.waiting.delete(connect);
            connect();
        }
    }
}
//# sourceMappingURL=handshake-line.js.map