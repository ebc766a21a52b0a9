import { CliError } from './cli-error.js';
import { readBaseUrl, readStationArguments } from './station-arguments.js';

describe('the arguments of the station command', () => {
  it('have defaults that work beside `npm start`', () => {
    const args = readStationArguments([]);

    expect(args).toMatchObject({
      stationId: 'CS001',
      version: '2.0.1',
      token: 'DEMO0001',
      powerW: 11_000,
      auto: true,
      once: false,
    });
    expect(args!.ocppUrl).toMatch(/^ws:\/\/localhost:\d+\/ocpp$/);
  });

  it.each([
    ['http://localhost:3000', 'http://localhost:3000'],
    ['ws://csms.example:8080/ocpp', 'http://csms.example:8080'],
    ['wss://csms.example/ocpp/', 'https://csms.example'],
    ['https://example.com/tau/', 'https://example.com/tau'],
    ['localhost:3100', 'http://localhost:3100'],
  ])('take %s as where TAU is', (given, expected) => {
    expect(readBaseUrl(given)).toBe(expected);
  });

  it.each([
    [['--ocpp', '3.0'], '--ocpp must be one of 1.6, 2.0, 2.0.1'],
    [['--kw', 'much'], '--kw must be a number'],
    [['--seconds', '-1'], '--seconds'],
    [['--evses', '0'], '--evses must be a number, 1 or more'],
    [['--trouble', 'gremlins'], '--trouble must be one of flapping'],
    [['--url', 'ftp://x'], 'is no URL'],
    [['--colour'], 'See --help'],
    [['CS001', 'CS002'], 'One station at a time'],
  ])('are refused with a sentence: %j', (args, sentence) => {
    expect(() => readStationArguments(args)).toThrow(CliError);
    expect(() => readStationArguments(args)).toThrow(sentence);
  });

  it('understand a version by the name of its subprotocol, and a trouble by its name', () => {
    expect(readStationArguments(['X', '--ocpp', 'ocpp1.6', '--trouble', 'lost-stop'])).toMatchObject({
      stationId: 'X',
      version: '1.6',
      trouble: { losesAnswerTo: 'Ended' },
    });
  });

  it('leave the rest alone where help is wanted', () => {
    expect(readStationArguments(['--help', '--kw', 'much'])).toBeUndefined();
  });
});
