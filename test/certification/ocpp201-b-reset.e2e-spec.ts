import type { CsmsResponses } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { ocpp201 } from './ocpp201.js';

type Answered = CsmsResponses['2.0.1']['Reset']['status'];

const CARD = 'ABCD1234';
const EVSE = { id: 1, connectorId: 1 };

describe('OCPP 2.0.1 · B · Reset', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);
  beforeAll(() => csms.given.idToken({ value: CARD }));

  /** The operator asks for a reset; asserts what the station was told and what the operator is. */
  const resets = async (
    station: Awaited<ReturnType<typeof cases.booted>>,
    asked: { type: 'Immediate' | 'OnIdle'; evseId?: number },
    status: Answered,
  ) => {
    const requests = cases.answers(station, 'Reset', { status });

    const { body } = await csms.operator.post(`/stations/${station.stationId}/reset`, asked);

    expect(requests).toEqual([asked]);
    expect(body).toMatchObject({ state: 'answered', status, response: { status } });
  };

  const charging = async (stationId: string) => {
    const station = await cases.booted(stationId);
    const transaction = cases.transaction(station);
    await cases.reportsStatus(station, 'Occupied');
    await transaction.started('Authorized', { idToken: CARD, evse: EVSE, chargingState: 'Charging' });
    return { station, transaction };
  };

  /** The station boots for this reason, and the reset shows it. */
  const boots = async (station: Awaited<ReturnType<typeof cases.booted>>, reason: 'RemoteReset' | 'ScheduledReset') => {
    await csms.clock.advance(1000);
    const answer = await station.call('BootNotification', {
      reason,
      chargingStation: { vendorName: 'Vendor', model: 'Model' },
    });
    await cases.reportsStatus(station, 'Available');
    expect(answer.status).toBe('Accepted');
    await csms.eventually(async () => {
      const { body } = await csms.operator.get(`/stations/${station.stationId}/resets`);
      expect(body.items).toMatchObject([{ outcome: 'booted', bootReason: reason }]);
    });
  };

  it('TC_B_20_CSMS · an idle station is reset when it is idle, and boots', async () => {
    const station = await cases.booted('TC_B_20');

    await resets(station, { type: 'OnIdle' }, 'Accepted');
    await boots(station, 'RemoteReset');
  });

  it('TC_B_21_CSMS · a station that charges is reset when its transaction has ended', async () => {
    const { station, transaction } = await charging('TC_B_21');

    await resets(station, { type: 'OnIdle' }, 'Scheduled');
    await csms.clock.advance(1000);
    await transaction.ended('StopAuthorized', { idToken: CARD, stoppedReason: 'Local' });
    await boots(station, 'ScheduledReset');

    expect(await cases.transactionOf('TC_B_21')).toMatchObject({ state: 'ended', stopReason: 'Local' });
  });

  it('TC_B_22_CSMS · a station that charges is reset at once', async () => {
    const { station, transaction } = await charging('TC_B_22');

    await resets(station, { type: 'Immediate' }, 'Accepted');
    await csms.clock.advance(1000);
    await transaction.ended('ResetCommand', { stoppedReason: 'ImmediateReset' });
    await boots(station, 'RemoteReset');

    expect(await cases.transactionOf('TC_B_22')).toMatchObject({ state: 'ended', stopReason: 'ImmediateReset' });
  });

  it('TC_B_25_CSMS · an idle EVSE is reset', async () => {
    const station = await cases.booted('TC_B_25');

    await resets(station, { type: 'OnIdle', evseId: 1 }, 'Accepted');
    await cases.reportsStatus(station, 'Available');

    expect(await cases.statusOf('TC_B_25')).toBe('Available');
  });

  it('TC_B_26_CSMS · an EVSE that charges is reset when its transaction has ended', async () => {
    const { station, transaction } = await charging('TC_B_26');

    await resets(station, { type: 'OnIdle', evseId: 1 }, 'Scheduled');
    await csms.clock.advance(1000);
    await transaction.ended('StopAuthorized', { idToken: CARD, stoppedReason: 'Local' });
    await cases.reportsStatus(station, 'Available');

    expect(await cases.transactionOf('TC_B_26')).toMatchObject({ state: 'ended' });
    expect(await cases.statusOf('TC_B_26')).toBe('Available');
  });

  it('TC_B_27_CSMS · an EVSE that charges is reset at once', async () => {
    const { station, transaction } = await charging('TC_B_27');

    await resets(station, { type: 'Immediate', evseId: 1 }, 'Accepted');
    await csms.clock.advance(1000);
    await transaction.ended('ResetCommand', { stoppedReason: 'ImmediateReset' });
    await cases.reportsStatus(station, 'Available');

    expect(await cases.transactionOf('TC_B_27')).toMatchObject({ state: 'ended', stopReason: 'ImmediateReset' });
  });
});
