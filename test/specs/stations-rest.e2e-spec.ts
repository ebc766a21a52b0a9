import { ConnectionRefusedError } from '../../src/cli/simulator/index.js';
import { startCsms } from '../support/csms.js';

describe('Stations in REST', () => {
  const csms = startCsms();

  it('are registered once; the password is shown once', async () => {
    const made = await csms.operator.post('/stations', { stationId: 'R1' });
    const again = await csms.operator.post('/stations', { stationId: 'r1' });

    expect(made).toMatchObject({ status: 201, body: { stationId: 'R1', securityProfile: 1, evses: [] } });
    expect(made.body.password).toMatch(/^[A-Za-z0-9]{20}$/);
    expect(again).toMatchObject({ status: 409, body: { code: 'station-exists' } });
    expect((await csms.operator.get('/stations/R1')).body).not.toHaveProperty('password');
  });

  it.each([
    [{}, 'stationId'],
    [{ stationId: 7 }, 'stationId'],
    [{ stationId: 'a b' }, 'stationId'],
    [{ stationId: 'R2', passwordHash: 'x' }, 'passwordHash'],
    [{ stationId: 'R2', password: 'short' }, '16 to 64'],
    [{ stationId: 'R2', password: null }, 'password'],
    [{ stationId: 'R2', passwordHex: 'xyz' }, 'passwordHex'],
    [{ stationId: 'R2', securityProfile: 4 }, 'securityProfile'],
    [{ stationId: 'R2', registrationStatus: null }, 'registrationStatus'],
    [{ stationId: 'R2', allowedVersions: ['1.5'] }, 'allowedVersions'],
    [{ stationId: 'R2', timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ stationId: 'R2', labels: ['a\u0000'] }, 'labels'],
    [{ stationId: 'R2', rules: { enabledRules: ['no-such-rule'] } }, 'enabledRules'],
    [{ stationId: 'R2', rules: { maxFrameBytes: 1 } }, 'maxFrameBytes'],
  ])('are refused as %j, with a word about %s', async (body, word) => {
    const answer = await csms.operator.post('/stations', body);

    expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    expect(JSON.stringify(answer.body)).toContain(word);
  });

  it('keep what operators say about them', async () => {
    const properties = {
      name: 'Depot 1',
      labels: ['north', 'dc'],
      location: { latitude: 52.5, address: 'Harbour Street 1' },
      timeZone: 'Europe/Berlin',
      allowedVersions: ['1.6', '2.0.1'],
      securityProfile: 2,
      registrationStatus: 'Pending',
      rules: { callTimeoutSeconds: 10, disabledRules: ['extra-property'] },
    };
    await csms.operator.post('/stations', { stationId: 'R3', ...properties });
    expect((await csms.operator.get('/stations/r3')).body).toMatchObject({ stationId: 'R3', ...properties });

    const changed = await csms.operator.patch('/stations/R3', { name: null, rules: { callTimeoutSeconds: null } });

    expect(changed).toMatchObject({
      status: 200,
      body: { ...properties, name: null, rules: { disabledRules: ['extra-property'] } },
    });
    expect(changed.body.rules).not.toHaveProperty('callTimeoutSeconds');
  });

  it('are listed in pages, and by what they are', async () => {
    for (const stationId of ['L3', 'l1', 'L2']) await csms.given.station(stationId, { labels: ['listed'] });
    await csms.station('L2', '2.0.1').boots();

    const first = (await csms.operator.get('/stations?label=listed&limit=2')).body;
    const next = (await csms.operator.get(`/stations?label=listed&cursor=${first.nextCursor}`)).body;
    const connected = (await csms.operator.get('/stations?label=listed&connected=true')).body;

    expect([...first.items, ...next.items].map(({ stationId }) => stationId)).toEqual(['l1', 'L2', 'L3']);
    expect(next.nextCursor).toBeNull();
    expect(connected.items).toMatchObject([{ stationId: 'L2', ocppVersion: '2.0.1' }]);
    for (const query of ['connected=maybe', 'limit=0', 'cursor=made-up', 'sort=x', 'search=%00']) {
      expect(await csms.operator.get(`/stations?${query}`)).toMatchObject({ status: 400 });
    }
  });

  it.each(['nobody', '%00', 'x'.repeat(300), '%F0%9F%94%8C'])(
    'that do not exist are unknown: %s',
    async (stationId) => {
      const unknown = { status: 404, body: { code: 'station-unknown' } };

      expect(await csms.operator.get(`/stations/${stationId}`)).toMatchObject(unknown);
      expect(await csms.operator.patch(`/stations/${stationId}`, {})).toMatchObject(unknown);
      expect(await csms.operator.delete(`/stations/${stationId}`)).toMatchObject(unknown);
      expect(await csms.operator.post(`/stations/${stationId}/credentials`, {})).toMatchObject(unknown);
      expect(await csms.operator.get(`/stations/${stationId}/messages`)).toMatchObject(unknown);
    },
  );

  it('with identities of OCPP 1.6 are reached under their encoded name', async () => {
    const stationId = 'RDAM 1/2|x';
    await csms.given.station(stationId, { allowedVersions: ['1.6'] });
    await csms.station(stationId, '1.6').boots();

    expect((await csms.operator.get(`/stations/${encodeURIComponent(stationId)}`)).body).toMatchObject({
      stationId,
      connected: true,
    });
  });

  it('get a new password; the old one is refused at once', async () => {
    const old = await csms.given.station('R5');

    const renewed = await csms.operator.post('/stations/R5/credentials', { password: 'correct horse battery' });

    expect(renewed).toMatchObject({ status: 201, body: { stationId: 'R5', password: 'correct horse battery' } });
    await expect(csms.station('R5', '1.6', { password: old }).connect()).rejects.toMatchObject({ status: 401 });
    await expect(csms.station('R5', '1.6', { password: 'correct horse battery' }).connect()).resolves.toBeDefined();
  });

  it('that knocked unregistered are listed and registered from there', async () => {
    const stranger = csms.station('Stranger', '2.0.1', { password: 'whatever-it-was-set-to' });
    await expect(stranger.connect()).rejects.toBeInstanceOf(ConnectionRefusedError);
    await stranger.goOffline();

    const { items } = (await csms.operator.get('/refused-identities')).body;
    const knocked = items.find(({ identity }: { identity: string }) => identity === 'Stranger');
    expect(knocked).toMatchObject({ reason: 'unknown-identity', count: expect.any(Number) });
    const made = await csms.operator.post(`/refused-identities/${knocked.id}/register`, {
      password: 'whatever-it-was-set-to',
    });

    expect(made).toMatchObject({ status: 201, body: { stationId: 'Stranger', password: 'whatever-it-was-set-to' } });
    await expect(stranger.connect()).resolves.toBeDefined();
    expect(await csms.operator.delete(`/refused-identities/${knocked.id}`)).toMatchObject({
      status: 404,
      body: { code: 'refused-identity-unknown' },
    });
  });

  it('that are archived are not let in, and their identity is free', async () => {
    const password = await csms.given.station('R6');

    expect(await csms.operator.delete('/stations/R6')).toMatchObject({ status: 204 });

    await expect(csms.station('R6', '1.6', { password }).connect()).rejects.toMatchObject({ status: 404 });
    expect(await csms.operator.post('/stations', { stationId: 'R6' })).toMatchObject({ status: 201 });
  });

  it('show their raw messages, newest first, with what the rules of leniency mended', async () => {
    const station = await csms.station('R7', '1.6').boots();
    await station.callAny('Authorize', { idTag: 'A', extra: 1 });

    const messages = await csms.operator.messages('R7', { direction: 'from-station', limit: 1 });

    expect(messages).toMatchObject([
      { action: 'Authorize', outcome: 'answered', request: { idTag: 'A', extra: 1 }, ocppVersion: '1.6', count: 1 },
    ]);
    expect(messages[0]!.requestText).toContain('"extra":1');
    expect(messages[0]!.response).toMatchObject({ idTagInfo: { status: 'Invalid' } });
    expect((await csms.operator.station('R7')).deviations).toMatchObject([{ rule: 'extra-property', count: 1 }]);
  });

  it('keep messages, heartbeats and the end of their connection over an orderly restart', async () => {
    const station = await csms.station('R8', '2.0.1').boots();
    await station.callAny('Heartbeat', {});
    const lastSeenAt = csms.clock.now().toISOString();

    await csms.restart();

    expect(await csms.operator.messages('R8', { direction: 'from-station' })).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ action: 'Heartbeat', count: 1 }),
        expect.objectContaining({ action: 'BootNotification', outcome: 'answered' }),
      ]),
    );
    expect(await csms.operator.station('R8')).toMatchObject({
      connected: false,
      disconnectReason: 'the CSMS restarts (1012)',
      lastSeenAt,
    });
  });
});
