import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { connect as connectPlain, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Duplex } from 'node:stream';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { TlsListener } from '../../src/http/tls/tls-listener.js';
import { makeCertificate, writeCertificate } from '../support/certificates.js';
import { startCsms, TestCsms } from '../support/csms.js';
import { eventually } from '../support/eventually.js';
import { knock } from '../support/knock.js';
import { rawStations } from '../support/raw-station.js';

const PASSWORD = 'the password of a station';
const HEARTBEAT = '[2,"h","Heartbeat",{}]';
const HANDSHAKE_SECONDS = 1;

describe('TLS on a port that is taken', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tau-tls-'));
  const holder = createServer();
  afterAll(() => {
    holder.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('stops the start and names its variable', async () => {
    await new Promise<void>((listening) => holder.listen(0, '127.0.0.1', listening));
    const ecdsa = writeCertificate(folder, 'ecdsa', makeCertificate({ type: 'ec' }));
    const { port } = holder.address() as AddressInfo;
    const csms = new TestCsms({
      env: { TLS_PORT: String(port), TLS_CERT_FILES: ecdsa.cert, TLS_KEY_FILES: ecdsa.key },
    });

    try {
      await expect(csms.start()).rejects.toThrow(`Port ${port} is in use. Stop what uses it, or set TLS_PORT`);
    } finally {
      await csms.stop();
    }
  });
});

describe('TLS', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tau-tls-'));
  const rsa = writeCertificate(folder, 'rsa', makeCertificate({ type: 'rsa', commonName: 'first' }));
  const ecdsa = writeCertificate(folder, 'ecdsa', makeCertificate({ type: 'ec', commonName: 'first' }));
  const csms = startCsms({
    env: {
      TLS_PORT: '0',
      TLS_CERT_FILES: `${rsa.cert}, ${ecdsa.cert}`,
      TLS_KEY_FILES: `${rsa.key}, ${ecdsa.key}`,
      TLS_HANDSHAKE_TIMEOUT_SECONDS: String(HANDSHAKE_SECONDS),
    },
  });
  const stations = rawStations(csms);
  const overTls = (stationId: string) => ({
    url: `${csms.tlsOcppUrl}/${stationId}`,
    rejectUnauthorized: false,
    password: PASSWORD,
  });
  const port = () => csms.get(TlsListener).port!;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Shakes hands and hangs up. */
  const shakeHands = (options: ConnectionOptions): Promise<{ suite: string; version: string; name: string }> =>
    new Promise((resolve, reject) => {
      const socket: TLSSocket = connect({ host: '127.0.0.1', port: port(), rejectUnauthorized: false, ...options });
      socket.once('error', reject);
      socket.once('secureConnect', () => {
        resolve({
          suite: socket.getCipher().name,
          version: socket.getProtocol()!,
          name: String(socket.getPeerCertificate().subject.CN),
        });
        socket.destroy();
      });
    });

  const closes = (socket: Socket): Promise<void> =>
    new Promise((resolve) =>
      socket
        .on('error', () => undefined)
        .resume()
        .once('close', () => resolve()),
    );

  describe('lets in', () => {
    it.each(['1.6', '2.0', '2.0.1'] as const)('a station of security profile 2 that speaks %s', async (version) => {
      await csms.given.station(`SECURE-${version}`, { password: PASSWORD, securityProfile: 2 });

      const station = await stations.booted(`SECURE-${version}`, version, overTls(`SECURE-${version}`));

      expect(await station.ask(HEARTBEAT)).toMatch(/^\[3,"h",\{"currentTime"/);
      expect(await csms.operator.station(`SECURE-${version}`)).toMatchObject({ connected: true, securityProfile: 2 });
    });

    it('a station of profile 1 all the same', async () => {
      await csms.given.station('EITHER', { password: PASSWORD, securityProfile: 1 });

      const station = await stations.booted('EITHER', '1.6', overTls('EITHER'));

      expect(await station.ask(HEARTBEAT)).toMatch(/^\[3,"h"/);
    });
  });

  describe('turns away', () => {
    it('a station of profile 2 without TLS, and lists it (B12)', async () => {
      await csms.given.station('MUSTBESECURE', { password: PASSWORD, securityProfile: 2 });
      const credentials = { offers: ['ocpp2.0.1'], user: 'MUSTBESECURE', password: PASSWORD };

      const plain = await knock(`${csms.ocppUrl}/MUSTBESECURE`, credentials);
      const secure = await knock(`${csms.tlsOcppUrl}/MUSTBESECURE`, credentials);

      expect([plain.status, secure.status]).toEqual([401, 101]);
      const refusals = (await csms.operator.get('/refused-identities?limit=500')).body.items;
      expect(refusals).toEqual([
        expect.objectContaining({ identity: 'MUSTBESECURE', reason: 'insecure-transport', count: 1 }),
      ]);
    });

    it('a wrong password before the upgrade, as the plain port does', async () => {
      await csms.given.station('WRONG', { password: PASSWORD, securityProfile: 2 });

      const { status, headers } = await knock(`${csms.tlsOcppUrl}/WRONG`, { user: 'WRONG', password: 'a guess' });

      expect(status).toBe(401);
      expect(headers['www-authenticate']).toBe('Basic realm="ocpp", charset="UTF-8"');
    });

    it.each(['TLSv1', 'TLSv1.1'] as const)('%s (B14)', async (version) => {
      // without the lower security level, a client of today would not even ask for it
      const old = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT:@SECLEVEL=0' };

      await expect(shakeHands(old)).rejects.toThrow(/protocol version/);
    });

    it.each([
      'ECDHE-RSA-AES128-SHA',
      'ECDHE-ECDSA-AES128-SHA256',
      'AES128-SHA256:AES256-SHA256:AES128-SHA',
      'DHE-RSA-AES128-GCM-SHA256',
      'ECDHE-RSA-CHACHA20-POLY1305',
    ])('who knows %s alone (B14)', async (ciphers) => {
      await expect(shakeHands({ ciphers, maxVersion: 'TLSv1.2' })).rejects.toThrow(/handshake failure/);
    });

    it('who does not finish the handshake in time (B19)', async () => {
      const socket = connectPlain(port(), '127.0.0.1');
      const unread = new Duplex({
        read: () => undefined,
        write: (chunk, _encoding, done) => socket.write(chunk, done),
      });
      connect({ socket: unread, rejectUnauthorized: false }).on('error', () => undefined);
      const started = performance.now();

      await closes(socket);

      expect(performance.now() - started).toBeGreaterThan(HANDSHAKE_SECONDS * 900);
    });

    it('who does not begin it in time', async () => {
      const socket = connectPlain(port(), '127.0.0.1');
      await once(socket, 'connect');
      const closed = closes(socket);
      await shakeHands({}); // by then it has been accepted

      await csms.clock.advance(HANDSHAKE_SECONDS * 1000 + 500);

      await closed;
    });
  });

  it('serves 300 that come at once, whatever number of others says nothing', async () => {
    const silent = Array.from({ length: 300 }, () => connectPlain(port(), '127.0.0.1'));
    await Promise.all(silent.map((socket) => once(socket, 'connect')));

    const served = await Promise.all(Array.from({ length: 300 }, () => shakeHands({})));

    expect(served).toHaveLength(300);
    expect(silent.filter((socket) => socket.closed)).toEqual([]);
    for (const socket of silent) socket.destroy();
  });

  describe('serves', () => {
    it.each([
      'ECDHE-ECDSA-AES128-GCM-SHA256',
      'ECDHE-ECDSA-AES256-GCM-SHA384',
      'AES128-GCM-SHA256',
      'AES256-GCM-SHA384',
    ])('%s to who knows nothing else', async (ciphers) => {
      const served = await shakeHands({ ciphers, maxVersion: 'TLSv1.2' });

      expect(served).toMatchObject({ suite: ciphers, version: 'TLSv1.2' });
    });

    it('TLS 1.3 to who can, and the strongest suite of 1.2 to who cannot', async () => {
      expect(await shakeHands({})).toMatchObject({ version: 'TLSv1.3', suite: 'TLS_AES_128_GCM_SHA256' });
      expect(await shakeHands({ maxVersion: 'TLSv1.2' })).toMatchObject({ suite: expect.stringMatching(/^ECDHE-/) });
    });

    it('the same REST, problems included', async () => {
      const asked = (route: string): Promise<{ status: number | undefined; body: string }> =>
        new Promise((resolve, reject) => {
          const url = `${csms.tlsOcppUrl.replace('wss', 'https').replace('/ocpp', '')}${route}`;
          const headers = { authorization: `Bearer ${csms.apiKey}` };
          request(url, { headers, rejectUnauthorized: false }, (answer) => {
            let body = '';
            answer.on('data', (chunk) => (body += String(chunk)));
            answer.on('end', () => resolve({ status: answer.statusCode, body }));
          })
            .on('error', reject)
            .end();
        });

      for (const route of ['/api/v1/stations', '/api/v1/stations/NOBODY', '/ocpp/NOBODY', '/health/ready']) {
        const answer = await fetch(`${csms.url}${route}`, { headers: { authorization: `Bearer ${csms.apiKey}` } });
        const plain = { status: answer.status, body: await answer.text() };
        expect(await asked(route)).toEqual(plain);
      }
    });
  });

  it('takes over renewed certificates for new connections and drops none', async () => {
    await csms.given.station('STAYS', { password: PASSWORD, securityProfile: 2 });
    const station = await stations.booted('STAYS', '2.0.1', overTls('STAYS'));
    const bySuite = async () => ({
      rsa: (await shakeHands({ ciphers: 'AES128-GCM-SHA256', maxVersion: 'TLSv1.2' })).name,
      ecdsa: (await shakeHands({ ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256', maxVersion: 'TLSv1.2' })).name,
    });
    expect(await bySuite()).toEqual({ rsa: 'first', ecdsa: 'first' });

    const renewed = writeCertificate(folder, 'renewed', makeCertificate({ type: 'rsa', commonName: 'second' }));
    copyFileSync(renewed.cert, rsa.cert);
    await csms.clock.advance(15_000);
    // the key is not there yet: half a renewal changes nothing
    expect(await bySuite()).toEqual({ rsa: 'first', ecdsa: 'first' });
    copyFileSync(renewed.key, rsa.key);
    await csms.clock.advance(15_000);

    expect(await bySuite()).toEqual({ rsa: 'second', ecdsa: 'first' });
    expect(await station.ask(HEARTBEAT)).toMatch(/^\[3,"h"/);
    expect(await csms.operator.station('STAYS')).toMatchObject({ connected: true });
  });

  it('lets its stations go when TAU stops, and is there again afterwards', async () => {
    await csms.given.station('RESTART', { password: PASSWORD, securityProfile: 2 });
    const station = await stations.booted('RESTART', '1.6', overTls('RESTART'));

    await csms.restart();

    expect((await station.closed).code).toBe(1012);
    await eventually(() => stations.booted('RESTART', '1.6', overTls('RESTART')));
  });
});
