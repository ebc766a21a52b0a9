import { parseArgs } from 'node:util';
import { CliError } from './cli-error.js';
import { TROUBLES, isTroubleName } from './simulator/index.js';
const VERSIONS = ['1.6', '2.0', '2.0.1'];
export const STATION_HELP = `A simulated charging station that talks to TAU.

  npm run station -- [stationId] [options]

It registers itself if need be, boots, plugs a vehicle in, authorizes a token, charges, stops and unplugs; then it
stays connected and answers what TAU asks. Start TAU first, with \`npm start\` in another terminal.

  stationId         identity of the station                                    CS001
  --ocpp VERSION    ${VERSIONS.join(', ')}                                            2.0.1
  --url URL         where TAU is                                               http://localhost:3000
  --token VALUE     the token that the driver holds to the reader              DEMO0001
  --kw NUMBER       power that the vehicle draws                               11
  --seconds NUMBER  how long it charges                                        20
  --speed NUMBER    how much faster than time energy grows                     60
  --evses NUMBER    EVSEs with one connector each                              1
  --trouble NAME    misbehave; see below
  --once            exit after charging; exit code 0 where all went well
  --no-auto         do nothing by itself: wait for keys and commands
  --api-key KEY     admin key; else TAU_API_KEY, ADMIN_API_KEY or DATA_DIR/admin-api-key
  --password TEXT   password of a station that is registered already
  --help            this text

Troubles:
${Object.entries(TROUBLES)
    .map(([name, { description }]) => `  ${name.padEnd(18)}${description}`)
    .join('\n')}

Passwords are kept in DATA_DIR/simulator (DATA_DIR is \`data\` unless set).
`;
/**
 * Reads the command line; undefined where help is wanted.
 * @throws CliError for what cannot be understood
 */
export function readStationArguments(args) {
    const { values, positionals } = parse(args);
    if (values.help)
        return undefined;
    if (positionals.length > 1)
        throw new CliError(`One station at a time; "${positionals[1]}" is one too many.`);
    const baseUrl = readBaseUrl(values.url);
    return {
        stationId: positionals[0] ?? 'CS001',
        version: readVersion(values.ocpp),
        baseUrl,
        ocppUrl: `${baseUrl.replace(/^http/, 'ws')}/ocpp`,
        apiKey: values['api-key'],
        password: values.password,
        token: values.token,
        powerW: readNumber('kw', values.kw, 0) * 1000,
        seconds: readNumber('seconds', values.seconds, 0),
        speed: readNumber('speed', values.speed, 0),
        evses: Math.trunc(readNumber('evses', values.evses, 1)),
        trouble: readTrouble(values.trouble),
        once: values.once,
        auto: !values['no-auto'],
    };
}
function parse(args) {
    const text = { type: 'string' };
    const flag = { type: 'boolean', default: false };
    try {
        return parseArgs({
            args,
            allowPositionals: true,
            options: {
                ocpp: { ...text, default: '2.0.1' },
                url: text,
                token: { ...text, default: 'DEMO0001' },
                kw: { ...text, default: '11' },
                seconds: { ...text, default: '20' },
                speed: { ...text, default: '60' },
                evses: { ...text, default: '1' },
                trouble: text,
                'api-key': text,
                password: text,
                once: flag,
                'no-auto': flag,
                help: { ...flag, short: 'h' },
            },
        });
    }
    catch (error) {
        throw new CliError(`${error.message}\nSee --help.`);
    }
}
/** Takes http and ws, with or without the path that stations use. */
export function readBaseUrl(given) {
    const text = given ?? `http://localhost:${process.env['PORT'] || 3000}`;
    const full = /^\w+:\/\//.test(text) ? text : `http://${text}`;
    if (!/^(http|ws)s?:/.test(full) || !URL.canParse(full)) {
        throw new CliError(`"${text}" is no URL such as http://localhost:3000.`);
    }
    const { protocol, host, pathname } = new URL(full);
    return `${protocol.replace(/^ws/, 'http')}//${host}${pathname.replace(/\/(ocpp\/?)?$/, '')}`;
}
export function readNumber(name, text, min) {
    const number = Number(text);
    if (!Number.isFinite(number) || number < min || text.trim() === '') {
        throw new CliError(`--${name} must be a number, ${min} or more, not "${text}".`);
    }
    return number;
}
function readVersion(text) {
    const version = VERSIONS.find((each) => each === text.replace(/^ocpp/, ''));
    if (!version)
        throw new CliError(`--ocpp must be one of ${VERSIONS.join(', ')}, not "${text}".`);
    return version;
}
function readTrouble(name) {
    if (name === undefined)
        return undefined;
    if (!isTroubleName(name)) {
        throw new CliError(`--trouble must be one of ${Object.keys(TROUBLES).join(', ')}, not "${name}".`);
    }
    return TROUBLES[name];
}
//# sourceMappingURL=station-arguments.js.map