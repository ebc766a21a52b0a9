import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';

const TOKEN = { value: 'ABCD1234', type: 'ISO14443' } as const;

describe('F01 F02 · Request start', () => {
  const csms = startCsms();

  beforeEach(() => csms.given.idToken(TOKEN));

  /** The only transaction of a station, once there is one. */
  const transactionOf = (stationId: string) =>
    csms.eventually(async () => {
      const transactions = await csms.operator.transactions({ stationId });
      expect(transactions).toHaveLength(1);
      return transactions[0]!;
    });

  /** A command and the transaction that came of it name each other. */
  const expectLink = async (commandId: string, stationId: string) => {
    const { id } = await transactionOf(stationId);
    await csms.eventually(async () => {
      expect((await csms.operator.command(commandId)).transactionId).toBe(id);
      expect((await csms.operator.transaction(id)).commandId).toBe(commandId);
    });
  };

  it('is a RemoteStartTransaction with idTag and connector (OCPP 1.6)', async () => {
    const station = await csms.station('F01-WIRE-16', '1.6').boots();

    const command = await csms.operator.requestStart('F01-WIRE-16', { idToken: TOKEN, evseId: 1 });

    expect(await station.nextCall('RemoteStartTransaction')).toEqual({ idTag: 'ABCD1234', connectorId: 1 });
    expect(command).toMatchObject({
      stationId: 'F01-WIRE-16',
      name: 'RequestStartTransaction',
      action: 'RemoteStartTransaction',
      ocppVersion: '1.6',
      state: 'answered',
      status: 'Accepted',
      request: { idTag: 'ABCD1234', connectorId: 1 },
      response: { status: 'Accepted' },
      error: null,
    });
  });

  it.each(['2.0', '2.0.1'] as const)(
    'is a RequestStartTransaction with a number of its own (OCPP %s)',
    async (version) => {
      const stationId = `F01-WIRE-${version}`;
      const station = await csms.station(stationId, version, { plugsInOnRequest: false }).boots();

      const { remoteStartId } = await csms.operator.requestStart(stationId, { idToken: TOKEN, evseId: 1 });
      const other = await csms.operator.requestStart(stationId, { idToken: TOKEN });

      expect(await station.nextCall('RequestStartTransaction')).toEqual({
        idToken: { idToken: 'ABCD1234', type: 'ISO14443' },
        evseId: 1,
        remoteStartId,
      });
      expect(await station.nextCall('RequestStartTransaction')).toEqual({
        idToken: { idToken: 'ABCD1234', type: 'ISO14443' },
        remoteStartId: other.remoteStartId,
      });
      expect(other.remoteStartId).not.toBe(remoteStartId);
    },
  );

  it.each(OCPP_VERSIONS)('is linked to the transaction that came of it (OCPP %s)', async (version) => {
    const stationId = `F01-LINK-${version}`;
    await csms.station(stationId, version).boots();

    const command = await csms.operator.requestStart(stationId, { idToken: TOKEN, evseId: 1 });

    expect(command).toMatchObject({ status: 'Accepted', name: 'RequestStartTransaction', ocppVersion: version });
    await expectLink(command.commandId, stationId);
  });

  it.each(OCPP_VERSIONS)(
    'is linked when the driver plugs in later, and TAU was restarted (OCPP %s)',
    async (version) => {
      const stationId = `F01-RESTART-${version}`;
      const station = await csms.station(stationId, version, { plugsInOnRequest: false }).boots();
      const { commandId } = await csms.operator.requestStart(stationId, { idToken: TOKEN, evseId: 1 });
      await station.goOffline();

      await csms.restart();
      await station.goOnline();
      await csms.clock.advance(60_000);
      await station.plugIn();
      await transactionOf(stationId);
      await csms.clock.advance(60_000);

      await expectLink(commandId, stationId);
    },
  );

  it.each(['2.0', '2.0.1'] as const)('is linked when the cable was plugged first (OCPP %s)', async (version) => {
    const stationId = `F01-CABLE-${version}`;
    const station = await csms.station(stationId, version, { txStartPoint: 'EVConnected' }).boots();
    await station.plugIn();

    const { commandId, response } = await csms.operator.requestStart(stationId, { idToken: TOKEN, evseId: 1 });

    expect(response).toMatchObject({ transactionId: (await transactionOf(stationId)).ocppTransactionId });
    await expectLink(commandId, stationId);
  });

  it('does not take a transaction of the same token that was there before for its own (OCPP 1.6)', async () => {
    const station = await csms.station('F01-BEFORE', '1.6', { evses: [1, 1] }).boots();
    await station.plugIn(1);
    await station.authorize(TOKEN, 1);
    const before = await transactionOf('F01-BEFORE');
    await csms.clock.advance(1000);

    const { commandId } = await csms.operator.requestStart('F01-BEFORE', { idToken: TOKEN, evseId: 2 });

    await csms.eventually(async () => {
      const { transactionId } = await csms.operator.command(commandId);
      expect(transactionId).not.toBeNull();
      expect(transactionId).not.toBe(before.id);
    });
    expect((await csms.operator.transaction(before.id)).commandId).toBeNull();
  });

  it.each(OCPP_VERSIONS)('tells that the station rejected it (OCPP %s)', async (version) => {
    const stationId = `F01-REJECTED-${version}`;
    await csms.station(stationId, version).boots();

    const command = await csms.operator.requestStart(stationId, { idToken: TOKEN, evseId: 99 });

    expect(command).toMatchObject({ state: 'answered', status: 'Rejected', transactionId: null });
  });

  it('shows why the station rejected it (OCPP 2.0.1)', async () => {
    const statusInfo = { reasonCode: 'InUse', additionalInfo: 'somebody charges' };
    const station = await csms.station('F01-WHY', '2.0.1').boots();
    station.onCall('RequestStartTransaction', { status: 'Rejected', statusInfo });

    expect(await csms.operator.requestStart('F01-WHY', { idToken: TOKEN })).toMatchObject({
      status: 'Rejected',
      statusInfo,
    });
  });

  it('names the group of the token to a station that keeps it (OCPP 2.0.1)', async () => {
    const station = await csms.station('F01-GROUP', '2.0.1').boots();

    await csms.operator.requestStart('F01-GROUP', {
      idToken: TOKEN,
      groupIdToken: { value: 'FLEET', type: 'Central' },
    });

    expect(await station.nextCall('RequestStartTransaction')).toMatchObject({
      groupIdToken: { idToken: 'FLEET', type: 'Central' },
    });
  });

  describe('is refused', () => {
    const start = (stationId: string, body: unknown) => csms.operator.post(`/stations/${stationId}/transactions`, body);

    it('for a station that nobody registered', async () => {
      expect(await start('F01-NOBODY', { idToken: TOKEN })).toMatchObject({
        status: 404,
        body: { code: 'station-unknown' },
      });
    });

    it('while the station is offline, and leaves no command behind', async () => {
      await csms.given.station('F01-OFFLINE');

      expect(await start('F01-OFFLINE', { idToken: TOKEN })).toMatchObject({
        status: 409,
        body: { code: 'station-offline' },
      });
      expect(await csms.operator.commands('F01-OFFLINE')).toEqual([]);
    });

    it.each(OCPP_VERSIONS)('B02 while the station is Pending (OCPP %s)', async (version: OcppVersion) => {
      const stationId = `F01-PENDING-${version}`;
      await csms.station(stationId, version, { registration: { registrationStatus: 'Pending' } }).boots();

      const answer = await start(stationId, { idToken: TOKEN });

      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'station-not-accepted', registrationStatus: 'Pending' },
      });
      expect(answer.body.sendable).toContain('TriggerMessage');
    });

    it.each([
      ['a token longer than 20 characters', { idToken: { value: 'A'.repeat(21), type: 'ISO14443' } }],
      ['a PIN code', { idToken: { value: '4711', type: 'KeyCode' } }],
      ['a second connector', { idToken: TOKEN, evseId: 1, connectorId: 2 }],
    ])('where OCPP 1.6 cannot say it: %s', async (_what, body) => {
      await csms.station('F01-UNSAID', '1.6').boots();

      expect(await start('F01-UNSAID', body)).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
    });

    it.each([
      ['no token', {}],
      ['a token without a type', { idToken: { value: 'ABCD1234' } }],
      ['an empty token', { idToken: { value: '', type: 'ISO14443' } }],
      ['EVSE 0', { idToken: TOKEN, evseId: 0 }],
      ['a connector without its EVSE', { idToken: TOKEN, connectorId: 1 }],
      ['something unknown', { idToken: TOKEN, connector: 1 }],
    ])('with %s', async (_what, body) => {
      await csms.given.station('F01-INVALID');

      expect(await start('F01-INVALID', body)).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    });
  });
});

describe('C05 F01 · A token that was made up for one request to start', () => {
  const csms = startCsms();

  it('is accepted from the transaction that answers the request, and from no other', async () => {
    const station = await csms.station('C05-201', '2.0.1').boots();
    let remoteStartId = 0;
    station.onCall('RequestStartTransaction', (request) => {
      remoteStartId = request.remoteStartId;
      return { status: 'Accepted' };
    });
    const started = async (transactionId: string, idToken: string, number: number) =>
      (
        await station.call('TransactionEvent', {
          eventType: 'Started',
          seqNo: 0,
          timestamp: csms.clock.now().toISOString(),
          triggerReason: 'RemoteStart',
          transactionInfo: { transactionId, remoteStartId: number },
          evse: { id: 1 },
          idToken: { idToken, type: 'Central' },
        })
      ).idTokenInfo?.status;

    await csms.operator.requestStart('C05-201', { idToken: { value: 'MADE-UP-1', type: 'Central' }, evseId: 1 });

    expect(await started('a', 'MADE-UP-1', remoteStartId)).toBe('Accepted');
    expect(await started('b', 'MADE-UP-1', remoteStartId + 1)).toBe('Unknown');
    expect(await started('c', 'NOBODY', remoteStartId)).toBe('Unknown');
  });
});
