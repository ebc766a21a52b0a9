import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CliError, runCommand } from './cli-error.js';
import { DEMO_STATIONS, DEMO_TOKENS } from './demo-network.js';
import { visit } from './driver.js';
import { Enrolment } from './enrolment.js';
import { Printer } from './frame-printer.js';
import { SimulatedStation, TROUBLES, within } from './simulator/index.js';
import { readBaseUrl, readNumber } from './station-arguments.js';
import { StationFile } from './station-file.js';
import { findApiKey, TauApi } from './tau-api.js';
import { TauProcess } from './tau-process.js';
// `npm run demo`: TAU with a small network of stations, to look at in Swagger UI.
const HELP = `TAU with a small network of simulated stations of every version, troublemakers among them.

  npm run demo -- [options]

  --port NUMBER     port of the TAU that is started for the demonstration    3000
  --url URL         use a TAU that runs already, instead of starting one
  --api-key KEY     its admin key; else TAU_API_KEY, ADMIN_API_KEY or DATA_DIR/admin-api-key
  --seconds NUMBER  end after so many seconds; by default with Ctrl-C
  --help            this text

The TAU of the demonstration keeps its data in data/demo (DATA_DIR/demo).
`;
const FAREWELL_MS = 5000;
const ENERGY_SPEED = 60;
const printer = new Printer();
const end = new AbortController();
const ended = new Promise((done) => end.signal.addEventListener('abort', () => done()));
runCommand(async () => {
    if (existsSync('.env'))
        process.loadEnvFile('.env');
    const { values } = readArguments();
    if (values.help) {
        process.stdout.write(HELP);
        return 0;
    }
    const quit = () => {
        // a second signal does not wait
        if (end.signal.aborted)
            process.exit(130);
        end.abort();
    };
    process.on('SIGINT', quit).on('SIGTERM', quit);
    const seconds = values.seconds === undefined ? undefined : readNumber('seconds', values.seconds, 0);
    const own = values.url === undefined;
    const dataDir = process.env['DATA_DIR'] || 'data';
    const demoDir = own ? `${dataDir}/demo` : dataDir;
    const tau = own ? await TauProcess.start(demoDir, readNumber('port', values.port ?? '3000', 1)) : undefined;
    try {
        const baseUrl = tau?.baseUrl ?? readBaseUrl(values.url);
        // its own TAU has made a key of its own, whatever the environment says about another one
        const key = own ? findApiKey(undefined, demoDir, {}) : findApiKey(values['api-key'], dataDir);
        if (key === undefined)
            throw new CliError('No API key was found. Give an admin key with --api-key or TAU_API_KEY.');
        await demonstrate(new TauApi(baseUrl, key), demoDir, own, () => {
            if (seconds !== undefined)
                setTimeout(quit, seconds * 1000);
        });
        return 0;
    }
    finally {
        await tau?.stop();
    }
});
function readArguments() {
    const text = { type: 'string' };
    try {
        return parseArgs({
            options: { port: text, url: text, 'api-key': text, seconds: text, help: { type: 'boolean', short: 'h' } },
        });
    }
    catch (error) {
        throw new CliError(`${error.message}\nSee --help.`);
    }
}
async function demonstrate(api, dataDir, own, begun) {
    for (const { value, status } of DEMO_TOKENS) {
        await api.createIdToken({ value, type: 'ISO14443' }, { status, note: 'a driver of the demonstration' });
    }
    const stations = [];
    for (const each of DEMO_STATIONS) {
        if (!end.signal.aborted)
            stations.push(await open(each, api, dataDir));
    }
    printer.plain([
        '',
        `Swagger UI   ${api.baseUrl}/api`,
        `API key      ${own ? `in ${dataDir}/admin-api-key` : 'the one that you gave'}: paste it under Authorize`,
        `Stations     ${stations.length}, charging now; Ctrl-C ends`,
        '',
    ].join('\n'));
    for (const station of stations)
        for (const { id } of station.evses)
            void live(station, id);
    begun();
    await ended;
    printer.plain('The stations are switched off.');
    await Promise.allSettled(stations.map((station) => leave(station)));
}
async function open(demo, api, dataDir) {
    const { stationId, name, trouble } = demo;
    const file = new StationFile(dataDir, stationId);
    const enrolment = new Enrolment(stationId, api.baseUrl, file, api, undefined, name);
    const station = new SimulatedStation({
        ...demo,
        url: `${api.baseUrl.replace(/^http/, 'ws')}/ocpp`,
        password: () => enrolment.password(),
        evses: Array.from({ length: demo.evses }, () => 1),
        energySpeed: ENERGY_SPEED,
        sampleIntervalMs: 10_000,
        backOff: { minMs: 1000, maxMs: 10_000 },
        trouble: trouble && TROUBLES[trouble],
        memory: file.memory,
        remember: () => file.save(),
        keptFrames: 0,
    });
    await enrolment.boot(station);
    const habit = trouble ? ` It ${TROUBLES[trouble].description}.` : '';
    printer.note(`${stationId} ${name} speaks OCPP ${demo.version}.${habit}`);
    return station;
}
/** Vehicles come and go at an EVSE, until the demonstration ends. */
async function live(station, evseId) {
    while (!end.signal.aborted) {
        await pause(between(2000, 15_000));
        // somebody may charge here at the request of an operator
        if (end.signal.aborted || !station.evse(evseId).idle)
            continue;
        const token = {
            value: DEMO_TOKENS[Math.floor(Math.random() * DEMO_TOKENS.length)].value,
            type: 'ISO14443',
        };
        const energyWh = await visit(station, { token, evseId, seconds: between(10, 60), note: () => { } }).catch(() => undefined);
        if (end.signal.aborted)
            return;
        const what = energyWh === undefined ? 'did not charge' : `took ${(energyWh / 1000).toFixed(2)} kWh`;
        printer.note(`${station.stationId} EVSE ${evseId}: ${token.value} ${what}.`);
    }
}
/** Leaves no transaction behind. */
async function leave(station) {
    for (const { id } of station.evses)
        await within(FAREWELL_MS, 'the vehicle unplugged', station.unplug(id)).catch(() => { });
    await station.close();
}
const between = (min, max) => Math.round(min + Math.random() * (max - min));
/** Ends early with the demonstration. */
const pause = (ms) => {
    let timer;
    return Promise.race([new Promise((done) => (timer = setTimeout(done, ms))), ended]).finally(() => clearTimeout(timer));
};
//# sourceMappingURL=demo.js.map