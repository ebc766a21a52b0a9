import { readConfig } from './config/read-config.js';
import { startBanner } from './start-banner.js';

describe('What TAU says when it is ready', () => {
  const config = readConfig({ DATABASE_URL: 'postgres://tau:secret@127.0.0.1:5432/tau', DATA_DIR: '/var/lib/tau' });
  const database = (embedded: boolean) => /Database +(.*)/.exec(startBanner(config, 'http://[::]:3000', embedded))?.[1];

  it('names the database that was started here, and no other that happens to run on the same machine', () => {
    expect(database(true)).toBe('embedded, in /var/lib/tau');
    expect(database(false)).toBe('DATABASE_URL');
  });

  it('gives addresses that a browser and a station can use', () => {
    const banner = startBanner(config, 'http://[::]:3000', false);

    expect(banner).toContain('http://localhost:3000/api\n');
    expect(banner).toContain('ws://localhost:3000/ocpp/{stationId}\n');
    expect(banner).not.toContain('wss://');
  });

  it('says where stations connect over TLS', () => {
    const tls = readConfig({ TLS_PORT: '3443', TLS_CERT_FILES: 'a.pem', TLS_KEY_FILES: 'a.key' });

    expect(startBanner(tls, 'http://[::]:3000', false)).toContain('wss://localhost:3443/ocpp/{stationId}\n');
  });
});
