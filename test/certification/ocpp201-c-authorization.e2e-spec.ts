import { startCsms } from '../support/csms.js';
import { ocpp201 } from './ocpp201.js';

const EXPIRED = '2020-01-01T00:00:00Z';
const card = (idToken: string) => ({ idToken, type: 'ISO14443' as const });

describe('OCPP 2.0.1 · C · Authorization', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  const authorize = async (stationId: string, idToken: string) => {
    const station = await cases.booted(stationId);
    return (await station.call('Authorize', { idToken: card(idToken) })).idTokenInfo;
  };
  /** The station knew the token from its cache and asked nobody. */
  const startsByCache = async (stationId: string, idToken: string) => {
    const transaction = cases.transaction(await cases.booted(stationId));
    const started = await transaction.started('Authorized', { idToken, evse: { id: 1, connectorId: 1 } });
    return { ...started, transaction };
  };

  it('TC_C_02_CSMS · an unknown token is Invalid or Unknown', async () => {
    expect((await authorize('TC_C_02', 'NOBODY')).status).toMatch(/^(Invalid|Unknown)$/);
    expect(await csms.operator.transactions({ stationId: 'TC_C_02' })).toEqual([]);
  });

  it('TC_C_06_CSMS · a blocked token is Blocked', async () => {
    await csms.given.idToken({ value: 'BLOCKED', status: 'Blocked' });

    expect((await authorize('TC_C_06', 'BLOCKED')).status).toBe('Blocked');
  });

  it('TC_C_07_CSMS · an expired token is Expired', async () => {
    await csms.given.idToken({ value: 'EXPIRED', expiresAt: EXPIRED });

    expect((await authorize('TC_C_07', 'EXPIRED')).status).toBe('Expired');
  });

  it('TC_C_08_CSMS · a start by a cached token that is still valid is Accepted', async () => {
    await csms.given.idToken({ value: 'CACHED' });

    const { idTokenInfo } = await startsByCache('TC_C_08', 'CACHED');

    expect(idTokenInfo).toEqual({ status: 'Accepted' });
    expect(await cases.transactionOf('TC_C_08')).toMatchObject({ state: 'active', idToken: { value: 'CACHED' } });
  });

  it('TC_C_20_CSMS · a start by a cached token that is valid no more is Invalid or Unknown, and kept', async () => {
    const { id } = await csms.given.idToken({ value: 'REVOKED' });
    await csms.operator.delete(`/id-tokens/${id}`);

    const { idTokenInfo, transaction } = await startsByCache('TC_C_20', 'REVOKED');
    const ended = await transaction.ended('Deauthorized', { stoppedReason: 'DeAuthorized' });

    expect(idTokenInfo?.status).toMatch(/^(Invalid|Unknown)$/);
    expect(ended).toEqual({});
    expect(await cases.transactionOf('TC_C_20')).toMatchObject({ state: 'ended', stopReason: 'DeAuthorized' });
  });

  it('TC_C_39_CSMS · two tokens of a group get the same groupIdToken, asked for and in events', async () => {
    await csms.given.idToken({ value: 'MEMBER1', groupId: 'FAMILY' });
    await csms.given.idToken({ value: 'MEMBER2', groupId: 'FAMILY' });
    const ofTheGroup = { status: 'Accepted', groupIdToken: { idToken: 'FAMILY', type: 'Central' } };
    const station = await cases.booted('TC_C_39');
    const transaction = cases.transaction(station);

    const asked = await station.call('Authorize', { idToken: card('MEMBER1') });
    const started = await transaction.started('Authorized', { idToken: 'MEMBER1', evse: { id: 1, connectorId: 1 } });
    const askedAgain = await station.call('Authorize', { idToken: card('MEMBER2') });
    const ended = await transaction.ended('StopAuthorized', { idToken: 'MEMBER2', stoppedReason: 'Local' });

    for (const { idTokenInfo } of [asked, started, askedAgain, ended]) expect(idTokenInfo).toEqual(ofTheGroup);
    expect(await cases.transactionOf('TC_C_39')).toMatchObject({ state: 'ended', idToken: { value: 'MEMBER1' } });
  });

  it.each([
    ['TC_C_37_CSMS', 'Accepted'],
    ['TC_C_38_CSMS', 'Rejected'],
  ] as const)('%s · the authorization cache is cleared: %s', async (stationId, status) => {
    const station = await cases.booted(stationId);
    const asked = cases.answers(station, 'ClearCache', { status });

    const command = await csms.operator.clearCache(stationId);

    expect(asked).toEqual([{}]);
    expect(command).toMatchObject({ state: 'answered', status });
  });

  describe('Master pass', () => {
    const EVSE_1 = { evse: { id: 1, connectorId: 1 } };
    const EVSE_2 = { evse: { id: 2, connectorId: 1 } };
    const master = { status: 'Accepted', groupIdToken: { idToken: 'MASTER', type: 'Central' } };

    /** A station with two transactions of two drivers. */
    const charging = async (stationId: string) => {
      await csms.given.group('MASTER', { concurrentTransactions: 'allowed', masterPass: true });
      await csms.given.idToken({ value: 'MASTERPASS', groupId: 'MASTER' });
      await csms.given.idToken({ value: 'DRIVER1' });
      await csms.given.idToken({ value: 'DRIVER2' });
      const station = await cases.booted(stationId);
      const transactions = [cases.transaction(station), cases.transaction(station)] as const;
      await transactions[0].started('Authorized', { idToken: 'DRIVER1', ...EVSE_1 });
      await transactions[1].started('Authorized', { idToken: 'DRIVER2', ...EVSE_2 });
      const asked = await station.call('Authorize', { idToken: card('MASTERPASS') });
      expect(asked.idTokenInfo).toEqual(master);
      return transactions;
    };
    const stopped = { idToken: 'MASTERPASS', stoppedReason: 'MasterPass' } as const;
    const statesOf = async (stationId: string) =>
      (await csms.operator.transactions({ stationId }))
        .map(({ idToken, state, stopReason }) => [idToken?.value, state, stopReason])
        .sort();

    it('TC_C_47_CSMS · with UI, all transactions: Accepted with the group, the end of each is answered', async () => {
      for (const transaction of await charging('TC_C_47')) {
        expect((await transaction.ended('StopAuthorized', stopped)).idTokenInfo).toEqual(master);
      }

      expect(await statesOf('TC_C_47')).toEqual([
        ['DRIVER1', 'ended', 'MasterPass'],
        ['DRIVER2', 'ended', 'MasterPass'],
      ]);
    });

    it('TC_C_48_CSMS · with UI, a chosen transaction: Accepted with the group, the other one goes on', async () => {
      const [chosen] = await charging('TC_C_48');

      expect((await chosen.ended('StopAuthorized', stopped)).idTokenInfo).toEqual(master);

      expect(await statesOf('TC_C_48')).toEqual([
        ['DRIVER1', 'ended', 'MasterPass'],
        ['DRIVER2', 'active', null],
      ]);
    });

    it('TC_C_49_CSMS · without UI: the end of every transaction is answered', async () => {
      for (const transaction of await charging('TC_C_49')) {
        expect(await transaction.ended('StopAuthorized', stopped)).toMatchObject({ idTokenInfo: master });
      }

      expect((await statesOf('TC_C_49')).map(([, state]) => state)).toEqual(['ended', 'ended']);
    });
  });
});
