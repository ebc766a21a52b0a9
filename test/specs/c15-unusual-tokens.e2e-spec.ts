import { startCsms } from '../support/csms.js';
import { ToldTransaction } from '../support/transaction-events.js';

const EVSE = { evse: { id: 1, connectorId: 1 } };

describe('Tokens that no reader read, or nobody asked about', () => {
  const csms = startCsms();

  const told = async (stationId: string) => {
    const station = await csms.station(stationId, '2.0.1').boots();
    return new ToldTransaction(station, () => csms.clock.now());
  };
  const transactionsOf = (stationId: string) => csms.operator.transactions({ stationId });

  it('C02 · the start button is accepted in events, and its transaction shows that nobody presented a token', async () => {
    const transaction = await told('C02-BUTTON');

    const started = await transaction.started('Authorized', {
      ...EVSE,
      idToken: { idToken: '', type: 'NoAuthorization' },
    });
    const ended = await transaction.ended('StopAuthorized', { idToken: { idToken: '', type: 'NoAuthorization' } });

    for (const { idTokenInfo } of [started, ended]) expect(idTokenInfo).toEqual({ status: 'Accepted' });
    expect(await transactionsOf('C02-BUTTON')).toMatchObject([
      { state: 'ended', idToken: { value: '', type: 'NoAuthorization' } },
    ]);
  });

  it('C05 · a Central id is accepted for the request that it was made for, and for nothing else', async () => {
    const station = await csms.station('C05-CENTRAL', '2.0.1').boots();
    station.onCall('RequestStartTransaction', { status: 'Accepted' });
    const idToken = { value: 'made-by-us', type: 'Central' } as const;
    await csms.operator.requestStart('C05-CENTRAL', { idToken, evseId: 1 });
    const { remoteStartId } = await station.nextCall('RequestStartTransaction');
    const start = (remoteStart: number | undefined) =>
      new ToldTransaction(station, () => csms.clock.now()).started('RemoteStart', {
        ...EVSE,
        idToken: { idToken: idToken.value, type: 'Central' },
        remoteStartId: remoteStart,
      });

    expect((await start(remoteStartId)).idTokenInfo?.status).toBe('Accepted');
    expect((await start(remoteStartId + 1)).idTokenInfo?.status).toBe('Unknown');
    expect((await start(undefined)).idTokenInfo?.status).toBe('Unknown');
  });

  it('C06 · a ticket that the station made is accepted once it is registered', async () => {
    const ticket = { idToken: 'TICKET-15', type: 'Local' } as const;
    const before = await (await told('C06-TICKET')).started('Authorized', { ...EVSE, idToken: ticket });
    await csms.given.idToken({ value: ticket.idToken, type: 'Local' });
    const after = await (await told('C06-TICKET-2')).started('Authorized', { ...EVSE, idToken: ticket });

    expect([before.idTokenInfo?.status, after.idTokenInfo?.status]).toEqual(['Unknown', 'Accepted']);
  });

  it('C12 · a token that was accepted from the cache is looked at again when its event comes', async () => {
    const { id } = await csms.given.idToken({ value: 'CACHED-12' });
    const transaction = await told('C12-CACHED');
    await csms.operator.patch(`/id-tokens/${id}`, { status: 'Blocked' });

    expect((await transaction.started('Authorized', { ...EVSE, idToken: 'CACHED-12' })).idTokenInfo?.status).toBe(
      'Blocked',
    );
  });

  it('C15 · an unknown token that started offline gets its true status later, and what was charged is kept', async () => {
    const transaction = await told('C15-OFFLINE');

    const started = await transaction.started('Authorized', { ...EVSE, idToken: 'NOBODY-15', offline: true });
    const ended = await transaction.ended('Deauthorized', { stoppedReason: 'DeAuthorized', offline: true });

    expect(started.idTokenInfo).toEqual({ status: 'Unknown' });
    expect(ended).toEqual({});
    expect(await transactionsOf('C15-OFFLINE')).toMatchObject([
      { state: 'ended', stopReason: 'DeAuthorized', idToken: { value: 'NOBODY-15' }, flags: expect.any(Array) },
    ]);
  });

  describe('C04 · PIN codes', () => {
    const PIN = '815047';

    it('are in no table, and known all the same', async () => {
      const { id } = await csms.given.idToken({ value: PIN, type: 'KeyCode' });
      const station = await csms.station('C04-TABLE', '2.0.1').boots();
      const transaction = new ToldTransaction(station, () => csms.clock.now());

      const idToken = { idToken: PIN, type: 'KeyCode' } as const;
      expect((await station.call('Authorize', { idToken })).idTokenInfo.status).toBe('Accepted');
      expect((await transaction.started('Authorized', { ...EVSE, idToken })).idTokenInfo?.status).toBe('Accepted');
      await csms.eventually(async () => expect(await csms.operator.messages('C04-TABLE')).not.toHaveLength(0));

      const tables = await csms.sql<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()`,
      );
      for (const { name } of tables) {
        const rows = await csms.sql<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`);
        const hex = Buffer.from(PIN).toString('hex');
        for (const { row } of rows) expect(`${name}: ${row}`).not.toMatch(new RegExp(`${PIN}|${hex}`));
      }
      expect((await csms.operator.get(`/id-tokens/${id}`)).body).toMatchObject({ type: 'KeyCode', value: null });
      expect(await csms.operator.post('/id-tokens', { value: PIN, type: 'KeyCode' })).toMatchObject({
        status: 409,
        body: { code: 'id-token-exists', id },
      });
    });

    it('that a TAU of before kept as they are become digests at the start', async () => {
      const { id } = await csms.given.idToken({ value: '204060', type: 'KeyCode' });
      await csms.sql(`UPDATE id_tokens SET value = '204060', token_key = 'KeyCode:204060' WHERE id = $1`, id);

      await csms.restart();

      const station = await csms.station('C04-OLD', '2.0.1').boots();
      expect(await station.authorize({ value: '204060', type: 'KeyCode' })).toBe('Accepted');
      const [row] = await csms.sql<{ row: string }>(`SELECT t::text AS row FROM id_tokens t WHERE id = $1`, id);
      expect(row!.row).not.toContain('204060');
    });

    it('can be erased without being kept for it', async () => {
      await csms.given.idToken({ value: '306090', type: 'KeyCode' });
      const erased = await csms.operator.post('/id-token-erasures', {
        value: '306090',
        type: 'KeyCode',
        reason: 'asked',
      });

      expect(erased).toMatchObject({ status: 201, body: { state: 'done', counts: { idTokens: 1 } } });
      const station = await csms.station('C04-ERASED', '2.0.1').boots();
      expect(await station.authorize({ value: '306090', type: 'KeyCode' })).toBe('Invalid');
    });
  });
});
