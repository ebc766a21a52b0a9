import { startCsms } from '../support/csms.js';
import { register } from '../support/transaction-events.js';
import { ocpp201 } from './ocpp201.js';

const CARD = 'ABCD1234';
const EVSE = { id: 1, connectorId: 1 };
const BEGIN = 'Transaction.Begin';
const END = 'Transaction.End';
const CLOCK = 'Sample.Clock';
const PERIODIC = 'Sample.Periodic';

const signedMeterValue = {
  signedMeterData: 'T0NNRnx7IkZWIjoiMS4wIn18eyJTRCI6IjMwNDUifQ==',
  signingMethod: 'ECDSA-secp256r1-SHA256',
  encodingMethod: 'OCMF',
  publicKey: 'b2NhOmJhc2UxNjphc24xOjMwNTk=',
};

describe('OCPP 2.0.1 · J · Meter values', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  beforeEach(() => csms.given.idToken({ value: CARD }));

  const reading = (wh: number, context: typeof BEGIN | typeof END | typeof CLOCK | typeof PERIODIC, signed = false) =>
    register(csms.clock.now(), wh, { context, ...(signed && { signedMeterValue }) });

  /** A transaction that began with these values. */
  const charging = async (stationId: string, ...meterValue: ReturnType<typeof register>[]) => {
    const station = await cases.booted(stationId);
    const transaction = cases.transaction(station);
    const [first, ...others] = meterValue;
    const started = await transaction.started('Authorized', {
      idToken: CARD,
      evse: EVSE,
      chargingState: 'Charging',
      ...(first && { meterValue: [first, ...others] }),
    });
    expect(started).toMatchObject({ idTokenInfo: { status: 'Accepted' } });
    await csms.clock.advance(60_000);
    return transaction;
  };

  /** What REST shows of the values of the only transaction of a station. */
  const valuesOf = async (stationId: string) => csms.operator.meterValues((await cases.transactionOf(stationId)).id);

  describe('Clock-aligned values', () => {
    it('TC_J_01_CSMS · of an idle station come in a message of their own', async () => {
      const station = await cases.booted('TC_J_01');

      const ofMainMeter = await station.call('MeterValues', { evseId: 0, meterValue: [reading(9000, CLOCK)] });
      const ofEvse = await station.call('MeterValues', { evseId: 1, meterValue: [reading(4000, CLOCK)] });

      expect([ofMainMeter, ofEvse]).toEqual([{}, {}]);
      const { body } = await csms.operator.get('/stations/TC_J_01/meter-values');
      expect(body.items).toHaveLength(2);
      expect(body.items).toMatchObject([
        { evseId: 0, value: 9000, unit: 'Wh', context: CLOCK, measurand: 'Energy.Active.Import.Register' },
        { evseId: 1, value: 4000, unit: 'Wh', context: CLOCK },
      ]);
      expect(await csms.operator.transactions({ stationId: 'TC_J_01' })).toEqual([]);
    });

    it('TC_J_02_CSMS · of a transaction come in its events', async () => {
      const transaction = await charging('TC_J_02');

      expect(await transaction.updated('MeterValueClock', { meterValue: [reading(1500, CLOCK)] })).toEqual({});

      expect(await valuesOf('TC_J_02')).toMatchObject([{ value: 1500, context: CLOCK, evseId: 1 }]);
    });

    it('TC_J_03_CSMS · come with the end of a transaction', async () => {
      const transaction = await charging('TC_J_03', reading(1000, BEGIN));
      const aligned = reading(1500, CLOCK);
      await csms.clock.advance(1000);

      const ended = await transaction.ended('StopAuthorized', {
        stoppedReason: 'Local',
        meterValue: [aligned, reading(2000, END)],
      });

      expect(ended).toEqual({});
      expect(await valuesOf('TC_J_03')).toMatchObject([
        { value: 1000, context: BEGIN },
        { value: 1500, context: CLOCK },
        { value: 2000, context: END },
      ]);
      expect(await cases.transactionOf('TC_J_03')).toMatchObject({ state: 'ended', energyWh: 1000, flags: [] });
    });

    it('TC_J_04_CSMS · are kept with their signature', async () => {
      const transaction = await charging('TC_J_04');

      expect(await transaction.updated('MeterValueClock', { meterValue: [reading(1500, CLOCK, true)] })).toEqual({});

      expect(await valuesOf('TC_J_04')).toMatchObject([{ value: 1500, context: CLOCK, signed: signedMeterValue }]);
    });
  });

  describe('Sampled values', () => {
    it('TC_J_07_CSMS · come with the begin of a transaction', async () => {
      await charging('TC_J_07', reading(1000, BEGIN));

      expect(await valuesOf('TC_J_07')).toMatchObject([{ value: 1000, context: BEGIN, evseId: 1 }]);
      expect(await cases.transactionOf('TC_J_07')).toMatchObject({ meterStartWh: 1000, flags: [] });
    });

    it('TC_J_08_CSMS · of the begin come later, once the EVSE is known', async () => {
      const station = await cases.booted('TC_J_08');
      const transaction = cases.transaction(station);

      await transaction.started('Authorized', { idToken: CARD });
      const plugged = await transaction.updated('CablePluggedIn', {
        evse: EVSE,
        chargingState: 'EVConnected',
        meterValue: [reading(1000, BEGIN)],
      });

      expect(plugged).toEqual({});
      expect(await valuesOf('TC_J_08')).toMatchObject([{ value: 1000, context: BEGIN, evseId: 1 }]);
      expect(await cases.transactionOf('TC_J_08')).toMatchObject({ meterStartWh: 1000, evseId: 1, flags: [] });
    });

    it('TC_J_09_CSMS · come while a transaction runs', async () => {
      const transaction = await charging('TC_J_09', reading(1000, BEGIN));

      expect(await transaction.updated('MeterValuePeriodic', { meterValue: [reading(1500, PERIODIC)] })).toEqual({});

      expect(await valuesOf('TC_J_09')).toMatchObject([{ value: 1000 }, { value: 1500, context: PERIODIC }]);
      expect(await cases.transactionOf('TC_J_09')).toMatchObject({ state: 'active', meterStopWh: 1500, energyWh: 500 });
    });

    it('TC_J_10_CSMS · come with the end of a transaction', async () => {
      const transaction = await charging('TC_J_10', reading(1000, BEGIN));

      expect(await transaction.ended('StopAuthorized', { meterValue: [reading(2000, END)] })).toEqual({});

      expect(await valuesOf('TC_J_10')).toMatchObject([{ value: 1000 }, { value: 2000, context: END }]);
      expect(await cases.transactionOf('TC_J_10')).toMatchObject({ meterStopWh: 2000, energyWh: 1000, flags: [] });
    });

    it('TC_J_11_CSMS · are kept with their signatures', async () => {
      const transaction = await charging('TC_J_11', reading(1000, BEGIN, true));

      expect(await transaction.updated('MeterValuePeriodic', { meterValue: [reading(1500, PERIODIC, true)] })).toEqual(
        {},
      );
      await csms.clock.advance(1000);
      expect(await transaction.ended('StopAuthorized', { meterValue: [reading(2000, END, true)] })).toEqual({});

      const values = await valuesOf('TC_J_11');
      expect(values.map(({ value }) => value)).toEqual([1000, 1500, 2000]);
      for (const { signed } of values) expect(signed).toEqual(signedMeterValue);
    });
  });
});
