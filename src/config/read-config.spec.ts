import { readFileSync } from 'node:fs';
import { readConfig } from './read-config.js';
import { ENVIRONMENT } from './schema.js';

describe('Configuration', () => {
  it('needs nothing from the environment', () => {
    const config = readConfig({});

    expect(config.http).toEqual({ host: '0.0.0.0', port: 3000, publicUrl: undefined, drainSeconds: 20 });
    expect(config.database.url).toBeUndefined();
    expect(config.ocpp.versions).toEqual(['1.6', '2.0', '2.0.1']);
  });

  it('takes an empty variable for one that is not set, and ignores variables it does not know', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', PORTS: 'x' })).toEqual(readConfig({}));
  });

  it('names every bad variable and what it should hold', () => {
    const wrong = { PORT: '70000', OCPP_VERSIONS: '1.6,3.0', DATABASE_URL: 'mysql://db', LOG_LEVEL: 'loud' };

    const faults = [
      'PORT must be a whole number from 0 to 65535',
      'DATABASE_URL must be a URL such as postgres://user:password@host:5432/tau',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
      'OCPP_VERSIONS must be a list such as 1.6,2.0,2.0.1',
    ];
    expect(() => readConfig(wrong)).toThrow(expect.objectContaining({ faults }));
  });

  it('never repeats a value, since it may be a secret', () => {
    expect(() => readConfig({ SECRET_KEY: 'hunter2' })).toThrow(/SECRET_KEY must be 32 or more characters/);
    expect(() => readConfig({ SECRET_KEY: 'hunter2' })).not.toThrow(/hunter2/);
  });

  it.each([
    [{ TLS_PORT: '3443' }, 'TLS_CERT_FILES must be set to one or more certificate files, since TLS_PORT is set'],
    [{ TLS_CERT_FILES: 'a.pem' }, 'TLS_PORT must be set, since there are certificate files, which it alone serves'],
    [
      { TLS_PORT: '3443', TLS_CERT_FILES: 'a.pem,b.pem', TLS_KEY_FILES: 'a.key' },
      'TLS_KEY_FILES must be as many files as TLS_CERT_FILES, in the same order',
    ],
    [
      { TLS_PORT: '3443', TLS_CERT_FILES: 'a.pem,', TLS_KEY_FILES: 'a.key,b.key' },
      'TLS_CERT_FILES must be a list of files, separated by commas',
    ],
  ])('takes TLS whole or not at all: %j', (env, fault) => {
    expect(() => readConfig(env)).toThrow(expect.objectContaining({ faults: [fault] }));
  });

  describe('.env.example', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const shown = lines.flatMap((line) => /^#([A-Z_]+)=(.*)$/.exec(line)?.slice(1, 3) ?? []);
    const example = Object.fromEntries(shown.flatMap((name, i) => (i % 2 ? [] : [[name, shown[i + 1]]])));

    it('lists exactly the variables of the schema', () => {
      expect(Object.keys(example).sort()).toEqual(Object.keys(ENVIRONMENT.shape).sort());
    });

    it('shows the defaults', () => {
      const defaults = ENVIRONMENT.parse({}) as Record<string, unknown>;
      const withDefault = Object.entries(example).filter(([name]) => defaults[name] !== undefined);

      expect(withDefault.length).toBeGreaterThan(10);
      expect(withDefault.filter(([name, text]) => text !== String(defaults[name]))).toEqual([]);
    });

    it('says so where there is no default', () => {
      const marked = lines.filter((line) => line.includes('(no default)'));
      const optional = Object.keys(ENVIRONMENT.shape).filter((name) => !(name in ENVIRONMENT.parse({})));

      expect(marked).toHaveLength(optional.length);
    });
  });
});
