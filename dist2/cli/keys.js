export const KEYS_HELP = 'Keys: p plug in, a authorize and start, s stop, u unplug, f fault on or off, o offline or online, q quit, ? help';
/** Lets the person at the terminal be the driver. Does nothing where there is no terminal. */
export function listenToKeys(station, token, printer, quit) {
    const { stdin } = process;
    if (!stdin.isTTY)
        return;
    const jobs = {
        p: () => station.plugIn(),
        a: async () => printer.note(`The token is ${await station.authorize(token)}.`),
        s: () => station.stop(token),
        u: () => station.unplug(),
        f: () => station.fault(!station.evse().connector(1).faulted),
        o: () => (station.isOnline ? station.goOffline() : station.goOnline()),
        q: quit,
        '?': () => printer.plain(KEYS_HELP),
        // raw mode hands over Ctrl-C as a key
        '\u0003': quit,
    };
    stdin.setRawMode(true).setEncoding('utf8').resume();
    stdin.on('data', (key) => {
        void (async () => jobs[key]?.())().catch((error) => printer.note(String(error)));
    });
    printer.plain(KEYS_HELP);
}
//# sourceMappingURL=keys.js.map