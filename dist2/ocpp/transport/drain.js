/** So few at once are no crowd that would have to be spread: 1,000 stations take 20 seconds, 50 take one. */
const MS_PER_CONNECTION = 20;
const SLICE = 100;
/** For a station to answer our CALLs, for us to answer its own, and for its close to be confirmed. */
const ANSWERS_WITHIN_MS = 2000;
const ANSWERED_WITHIN_MS = 5000;
const CLOSED_WITHIN_MS = 2000;
/** RFC 6455: the server restarts; come again. */
const SERVICE_RESTART = 1012;
const pause = (clock, ms) => new Promise((resolve) => clock.after(ms, resolve));
/** Waits for `done`, but no longer than `ms`. */
async function within(clock, ms, done) {
    let timer;
    const late = new Promise((resolve) => (timer = clock.after(ms, resolve)));
    await Promise.race([done, late]);
    timer?.cancel();
}
/**
 * Closes the connections of a process that ends. Each in its turn, at random within the window, so that the stations do
 * not all arrive at another process at the same instant; until then a connection works as ever. What is under way is
 * answered before the close; answers of stations to our own CALLs are not waited for longer than the window.
 * @param windowMs the most time that the turns are spread over; fewer connections take less
 */
export async function drain(open, windowMs, clock) {
    const spreadMs = Math.min(windowMs, open.length * MS_PER_CONNECTION);
    const turns = open
        .map((connection) => ({ connection, atMs: Math.random() * spreadMs }))
        .sort((a, b) => a.atMs - b.atMs);
    const began = clock.monotonic();
    const ended = [];
    for (const { connection, atMs } of turns) {
        const aheadMs = atMs - (clock.monotonic() - began);
        if (aheadMs > 0)
            await pause(clock, aheadMs);
        ended.push(end(connection, windowMs, clock));
        if (ended.length % SLICE === 0)
            await new Promise(setImmediate);
    }
    await Promise.all(ended);
}
async function end(connection, windowMs, clock) {
    const { socket, inbound, outbound } = connection;
    if (!connection.isOpen)
        return;
    // our own CALLs first, for their answers have to be read; then those of the station, after which nothing more is read
    await within(clock, Math.min(ANSWERS_WITHIN_MS, windowMs), outbound.settled());
    inbound.stop();
    await within(clock, ANSWERED_WITHIN_MS, inbound.settled());
    if (!connection.isOpen)
        return socket.terminate();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.resume(); // to see the close of the other side
    socket.close(SERVICE_RESTART, 'the CSMS restarts');
    await within(clock, CLOSED_WITHIN_MS, closed);
    socket.terminate();
}
//# sourceMappingURL=drain.js.map