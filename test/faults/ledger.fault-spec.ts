import { Ledger, type StoredTransaction } from './ledger.js';

const frame = (id: string, action: string, payload: object): string => JSON.stringify([2, id, action, payload]);
const event = (eventType: string, seqNo: number, transactionId: string, id = `${transactionId}-${seqNo}`): string =>
  frame(id, 'TransactionEvent', { eventType, seqNo, transactionInfo: { transactionId } });

const OF_16: StoredTransaction = {
  stationId: 'A',
  state: 'ended',
  energyWh: 500,
  events: [
    frame('1', 'StartTransaction', { connectorId: 1, idTag: 'TAG', meterStart: 0 }),
    frame('2', 'StopTransaction', { transactionId: 7, meterStop: 500 }),
  ],
};
const OF_201: StoredTransaction = {
  stationId: 'B',
  state: 'ended',
  energyWh: 300,
  events: [event('Started', 0, 'T'), event('Updated', 1, 'T'), event('Ended', 2, 'T')],
};

describe('The ledger of the fault tests', () => {
  const ledger = new Ledger();
  ledger.closed.push({ stationId: 'A', energyWh: 500 }, { stationId: 'B', energyWh: 300 });
  for (const { stationId, events } of [OF_16, OF_201]) {
    ledger.acknowledged.push(...events.map((text) => ({ stationId, frame: text })));
  }
  const faults = (...stored: StoredTransaction[]) => ledger.faults(stored).map((fault) => fault.slice(0, 2));

  it('finds nothing where the books agree, whatever ids the messages were sent under', () => {
    const underOtherIds = [event('Started', 0, 'T', 'x'), event('Updated', 1, 'T', 'y'), event('Ended', 2, 'T', 'z')];

    expect(faults(OF_16, OF_201)).toEqual([]);
    expect(faults(OF_201, OF_16)).toEqual([]);
    expect(faults(OF_16, { ...OF_201, events: underOtherIds })).toEqual([]);
  });

  it('finds an acknowledged message that is not stored, or stored for another station (L1)', () => {
    const [started, , ended] = OF_201.events;

    expect(faults(OF_16, { ...OF_201, events: [started!, ended!] })).toEqual(['L1']);
    expect(faults({ ...OF_16, stationId: 'C' }, OF_201)).toContain('L1');
  });

  it('finds an event that is stored twice (L2)', () => {
    const again = event('Updated', 1, 'T', 'another id');

    expect(faults(OF_16, { ...OF_201, events: [...OF_201.events, again] })).toEqual(['L2']);
  });

  it('finds energy that is missing, made up, or billed to another station (L3)', () => {
    expect(faults({ ...OF_16, energyWh: 499 }, OF_201)).toEqual(['L3']);
    expect(faults({ ...OF_16, energyWh: null }, OF_201)).toEqual(['L3']);
    expect(faults({ ...OF_16, energyWh: 300 }, { ...OF_201, energyWh: 500 })).toEqual(['L3', 'L3']);
  });

  it('finds a transaction that is open, ended twice, missing or made up (L4)', () => {
    const secondEnd = frame('3', 'StopTransaction', { transactionId: 7, meterStop: 600 });

    expect(faults({ ...OF_16, state: 'active' }, OF_201)).toEqual(['L4']);
    expect(faults({ ...OF_16, events: [...OF_16.events, secondEnd] }, OF_201)).toEqual(['L4']);
    expect(faults(OF_16, OF_201, { ...OF_16, energyWh: 0, events: [secondEnd] })).toEqual(['L4']);
    expect(faults(OF_201)).toContain('L4');
  });

  it('finds a command that was carried out twice, or is called accepted and never was (L5)', () => {
    const commanded = new Ledger();
    commanded.commands.set('start A', { stationId: 'S', status: 'Accepted' });
    commanded.commands.set('start B', { stationId: 'S', status: undefined });
    commanded.executed('start A');
    expect(commanded.faults([])).toEqual([]);

    commanded.executed('start A');
    commanded.commands.set('start C', { stationId: 'S', status: 'Accepted' });

    expect(commanded.faults([]).map((fault) => fault.slice(0, 11))).toEqual(['L5: start A', 'L5: start C']);
  });
});
