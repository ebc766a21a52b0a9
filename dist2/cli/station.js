import { existsSync } from 'node:fs';
import { runCommand } from './cli-error.js';
import { visit } from './driver.js';
import { Enrolment } from './enrolment.js';
import { Printer } from './frame-printer.js';
import { listenToKeys } from './keys.js';
import { SimulatedStation, within } from './simulator/index.js';
import { readStationArguments, STATION_HELP } from './station-arguments.js';
import { StationFile } from './station-file.js';
import { findApiKey, TauApi } from './tau-api.js';
// `npm run station`: a station for people, in a second terminal beside `npm start`.
/** How long leaving in order may take. */
const FAREWELL_MS = 5000;
runCommand(async () => {
    if (existsSync('.env'))
        process.loadEnvFile('.env');
    const args = readStationArguments(process.argv.slice(2));
    if (args)
        return run(args);
    process.stdout.write(STATION_HELP);
    return 0;
});
async function run(args) {
    const printer = new Printer();
    const dataDir = process.env['DATA_DIR'] || 'data';
    const token = { value: args.token, type: 'ISO14443' };
    const key = findApiKey(args.apiKey, dataDir);
    const api = key === undefined ? undefined : new TauApi(args.baseUrl, key);
    const file = new StationFile(dataDir, args.stationId);
    const enrolment = new Enrolment(args.stationId, args.baseUrl, file, api, args.password);
    const station = new SimulatedStation({
        stationId: args.stationId,
        version: args.version,
        url: args.ocppUrl,
        password: () => enrolment.password(),
        evses: Array.from({ length: args.evses }, () => 1),
        powerW: args.powerW,
        energySpeed: args.speed,
        sampleIntervalMs: Math.max(1000, (args.seconds * 1000) / 4),
        backOff: { minMs: 1000, maxMs: 10_000 },
        trouble: args.trouble,
        memory: file.memory,
        remember: () => file.save(),
    });
    watch(station, printer);
    // the clock's timers and a lost connection keep no process alive
    const alive = setInterval(() => { }, 60_000);
    try {
        await api?.createIdToken(token, { note: 'for the simulated station' });
        await enrolment.boot(station);
        const ended = new Promise((end) => attend(station, token, printer, () => end(0)));
        const work = args.auto ? session(station, token, args, printer) : undefined;
        const code = args.once && work ? await Promise.race([work, ended]) : await ended;
        return code;
    }
    finally {
        await leave(station).catch(() => { });
        clearInterval(alive);
    }
}
/** Shows everything that goes over the wire, and what becomes of the line. */
function watch(station, printer) {
    station.on('frame', (frame) => printer.frame(frame));
    station.on('online', () => printer.note(`Station ${station.stationId} is connected with OCPP ${station.version}.`));
    station.on('offline', (code, reason) => printer.note(`The connection is closed: ${code} ${reason}`.trimEnd()));
    station.on('waiting', (ms, why) => printer.note(`Trying again in ${Math.ceil(ms / 1000)} s: ${why}`));
    station.on('failure', (error) => printer.note(error instanceof Error ? error.message : String(error)));
}
/** Keys and signals. A second signal does not wait. */
function attend(station, token, printer, end) {
    let asked = false;
    const quit = () => {
        if (asked)
            process.exit(130);
        asked = true;
        end();
    };
    process.on('SIGINT', quit).on('SIGTERM', quit);
    listenToKeys(station, token, printer, quit);
}
/** The demonstration; begins when TAU has accepted the station. Exit code 0 where everything was told. */
async function session(station, token, { seconds, once }, printer) {
    if (station.registrationStatus !== 'Accepted') {
        printer.note(`TAU says ${station.registrationStatus}: nobody can charge until an operator accepts the station.`);
        if (once)
            return 1;
        await accepted(station);
    }
    const energyWh = await visit(station, { token, seconds, note: (sentence) => printer.note(sentence) });
    await station.delivered(60_000);
    if (!once)
        printer.note('The demonstration is over; the station stays connected and answers what TAU asks.');
    return energyWh === undefined ? 1 : 0;
}
const accepted = (station) => new Promise((done) => {
    station.on('registered', (status) => {
        if (status === 'Accepted')
            done();
    });
});
/** Leaves no transaction behind. */
async function leave(station) {
    for (const { id } of station.evses)
        await within(FAREWELL_MS, 'the vehicle unplugged', station.unplug(id));
    await station.close();
}
//# sourceMappingURL=station.js.map