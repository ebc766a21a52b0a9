import type { StationRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { register, ToldTransaction } from '../support/transaction-events.js';

type MeterValue = NonNullable<StationRequests['1.6']['MeterValues']['meterValue']>[number];
type SampledValue = NonNullable<MeterValue['sampledValue']>[number];

const EVSE = { id: 1, connectorId: 1 };

describe('J01 J02 · Meter values', () => {
  const csms = startCsms();
  const now = () => csms.clock.now();

  const outside = async (stationId: string) =>
    (await csms.operator.get(`/stations/${stationId}/meter-values`)).body.items as Record<string, unknown>[];
  const within = async (stationId: string) => {
    const [transaction] = await csms.operator.transactions({ stationId });
    return { transaction: transaction!, values: await csms.operator.meterValues(transaction!.id) };
  };

  describe('of OCPP 1.6', () => {
    /** A station with a transaction on its first connector. */
    const charging = async (stationId: string) => {
      const station = await csms.station(stationId, '1.6', { evses: [1, 1] }).boots();
      const { transactionId } = await station.call('StartTransaction', {
        connectorId: 1,
        idTag: 'ABCD1234',
        meterStart: 1000,
        timestamp: now().toISOString(),
      });
      await csms.clock.advance(60_000);
      const tells = (where: { connectorId: number; transactionId?: number }, ...sampledValue: SampledValue[]) =>
        station.call('MeterValues', {
          ...where,
          meterValue: [{ timestamp: now().toISOString(), sampledValue: sampledValue as [SampledValue] }],
        });
      return { station, transactionId, tells };
    };

    it('are shown in base units, with what the station said beside it', async () => {
      const { transactionId, tells } = await charging('J01-units');

      const answer = await tells(
        { connectorId: 1, transactionId },
        { value: '1.5', unit: 'kWh' },
        { value: '7.2', unit: 'kW', measurand: 'Power.Active.Import', phase: 'L1' },
        { value: '54', unit: 'Percent', measurand: 'SoC', location: 'EV', context: 'Sample.Clock' },
        { value: '7b226f636d66223a317d', format: 'SignedData' },
      );

      expect(answer).toEqual({});
      const { transaction, values } = await within('J01-units');
      expect(values).toMatchObject([
        { measurand: 'Energy.Active.Import.Register', value: 1500, unit: 'Wh', rawValue: '1.5', rawUnit: 'kWh' },
        { measurand: 'Power.Active.Import', value: 7200, unit: 'W', phase: 'L1', location: 'Outlet' },
        { measurand: 'SoC', value: 54, unit: 'Percent', location: 'EV', context: 'Sample.Clock', rawUnit: null },
        { format: 'SignedData', value: null, rawValue: '7b226f636d66223a317d' },
      ]);
      for (const value of values) expect(value).toMatchObject({ evseId: 1, timestamp: now().toISOString() });
      expect(transaction).toMatchObject({ state: 'active', meterStopWh: 1500, energyWh: 500 });
    });

    it('count once, however often they are told', async () => {
      const { transactionId, tells } = await charging('J01-again');

      for (let i = 0; i < 3; i++) await tells({ connectorId: 1, transactionId }, { value: '1500' });

      expect((await within('J01-again')).values).toHaveLength(1);
    });

    it.each([undefined, 0, -1])(
      'belong to what runs on their connector, though they name transaction %s',
      async (id) => {
        const stationId = `J01-unnamed-${id}`;
        const { tells } = await charging(stationId);

        await tells({ connectorId: 1, ...(id !== undefined && { transactionId: id }) }, { value: '1500' });

        expect((await within(stationId)).values).toMatchObject([{ value: 1500, evseId: 1 }]);
        expect(await outside(stationId)).toEqual([]);
      },
    );

    it('of an idle connector or of the main meter belong to no transaction', async () => {
      const { tells } = await charging('J01-idle');

      await tells({ connectorId: 2 }, { value: '70' });
      await tells({ connectorId: 0 }, { value: '9000' });

      expect((await within('J01-idle')).values).toEqual([]);
      const values = await outside('J01-idle');
      expect(values).toHaveLength(2);
      expect(values).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ evseId: 2, value: 70 }),
          expect.objectContaining({ evseId: 0, value: 9000 }),
        ]),
      );
    });

    it('that come after the stop are kept and change no bill', async () => {
      const { station, transactionId, tells } = await charging('J01-late');
      await station.call('StopTransaction', { transactionId, meterStop: 3000, timestamp: now().toISOString() });
      await csms.clock.advance(1000);

      await tells({ connectorId: 1, transactionId }, { value: '3100', context: 'Transaction.End' });

      const { transaction, values } = await within('J01-late');
      expect(values).toMatchObject([{ value: 3100, context: 'Transaction.End' }]);
      expect(transaction).toMatchObject({ state: 'ended', meterStopWh: 3000, energyWh: 2000, flags: [] });
    });
  });

  describe('of OCPP 2.0.1', () => {
    const charging = async (stationId: string) => {
      const station = await csms.station(stationId, '2.0.1').boots();
      const transaction = new ToldTransaction(station, now);
      await transaction.started('Authorized', {
        idToken: 'ABCD1234',
        evse: EVSE,
        meterValue: [register(now(), 1000, { context: 'Transaction.Begin' })],
      });
      await csms.clock.advance(60_000);
      return { station, transaction };
    };

    it('in a message of their own are shown with what runs on their EVSE, and change no bill', async () => {
      const { station } = await charging('J01-beside');

      const answer = await station.call('MeterValues', {
        evseId: 1,
        meterValue: [register(now(), 99_999, { context: 'Sample.Clock' })],
      });

      expect(answer).toEqual({});
      const { transaction, values } = await within('J01-beside');
      expect(values).toMatchObject([{ value: 1000 }, { value: 99_999, context: 'Sample.Clock', evseId: 1 }]);
      expect(transaction).toMatchObject({ state: 'active', meterStopWh: 1000, energyWh: 0 });
    });

    it('are multiplied by their power of ten', async () => {
      const { transaction } = await charging('J02-multiplier');

      await transaction.updated('MeterValuePeriodic', {
        meterValue: [
          register(now(), 1.5, { unitOfMeasure: { unit: 'Wh', multiplier: 3 } }),
          register(now(), 2.5, { unitOfMeasure: { unit: 'kW', multiplier: 0 }, measurand: 'Power.Active.Import' }),
        ],
      });

      const { values } = await within('J02-multiplier');
      expect(values.slice(1)).toMatchObject([
        { measurand: 'Energy.Active.Import.Register', value: 1500, unit: 'Wh', rawValue: '1.5' },
        { measurand: 'Power.Active.Import', value: 2500, unit: 'W', rawValue: '2.5', rawUnit: 'kW' },
      ]);
    });

    it('are billed by the sum of the phases where no total comes', async () => {
      const { transaction } = await charging('J02-phases');
      const ofPhase = (phase: 'L1' | 'L2' | 'L3') => ({ value: 700, phase, context: 'Transaction.End' as const });

      await transaction.ended('StopAuthorized', {
        meterValue: [{ timestamp: now().toISOString(), sampledValue: [ofPhase('L1'), ofPhase('L2'), ofPhase('L3')] }],
      });

      const { transaction: shown } = await within('J02-phases');
      expect(shown).toMatchObject({ state: 'ended', meterStopWh: 2100, energyWh: 1100, flags: [] });
    });
  });

  it('come page by page in the order of their time, each once', async () => {
    const station = await csms.station('J02-pages', '2.0.1').boots();
    const transaction = new ToldTransaction(station, now);
    const values = [1, 2, 3, 4, 5, 6, 7];
    await transaction.started('Authorized', { evse: EVSE });
    for (const value of values) {
      await csms.clock.advance(1000);
      await transaction.updated('MeterValuePeriodic', { meterValue: [register(now(), value)] });
    }
    const [{ id } = { id: '' }] = await csms.operator.transactions({ stationId: 'J02-pages' });

    const read: number[][] = [];
    let cursor = '';
    do {
      const { body } = await csms.operator.get(`/transactions/${id}/meter-values?limit=3${cursor}`);
      read.push(body.items.map((item: { value: number }) => item.value));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '' && read.length < 10);

    expect(read).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });
});
