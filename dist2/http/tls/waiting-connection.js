const HANDSHAKE = 0x16;
const HEADER_BYTES = 5;
/** Greetings are a few hundred bytes; with a ticket, and keys of today, two thousand. */
const LARGEST_GREETING = 8 * 1024;
/** A connection before its TLS handshake, and what it has sent so far. It is read all the time, to see when it closes. */
export class WaitingConnection {
    socket;
    since;
    onReady;
    onGone;
    greeting;
    /**
     * @param since when it came, in milliseconds of the monotonic clock
     * @param onReady called once, as soon as a handshake can begin with what it has sent
     * @param onGone called when it has closed, or has sent what is no greeting; then there is nothing left to be done
     */
    constructor(socket, since, onReady, onGone) {
        this.socket = socket;
        this.since = since;
        this.onReady = onReady;
        this.onGone = onGone;
        socket.on('readable', this.read).on('end', this.lose).on('error', this.lose).on('close', this.lose);
    }
    /** @returns its socket as though nobody had touched it */
    release() {
        const { socket } = this;
        socket.off('readable', this.read).off('end', this.lose).off('error', this.lose).off('close', this.lose);
        if (this.greeting)
            socket.unshift(this.greeting);
        this.greeting = undefined;
        return socket;
    }
    drop() {
        this.socket.destroy();
    }
    read = () => {
        const bytes = this.socket.read();
        if (!bytes)
            return;
        const wasReady = canBegin(this.greeting);
        this.greeting = this.greeting ? Buffer.concat([this.greeting, bytes]) : bytes;
        if (this.greeting.length > LARGEST_GREETING)
            this.lose();
        else if (!wasReady && canBegin(this.greeting))
            this.onReady();
    };
    lose = () => {
        this.socket.destroy();
        this.onGone();
    };
}
/** Whether these are a whole record (RFC 8446, 5.1), or no TLS at all, which the handshake finds out at once. */
function canBegin(bytes) {
    if (!bytes)
        return false;
    if (bytes[0] !== HANDSHAKE)
        return true;
    return bytes.length >= HEADER_BYTES && bytes.length >= HEADER_BYTES + bytes.readUInt16BE(HEADER_BYTES - 2);
}
//# sourceMappingURL=waiting-connection.js.map