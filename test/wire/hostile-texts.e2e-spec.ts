import { createHash } from 'node:crypto';
import { startCsms } from '../support/csms.js';
import { rawStations } from '../support/raw-station.js';

/** So many hex digits without a pattern: no index and no compression makes them shorter. */
const digits = (length: number): string => {
  let text = '';
  while (text.length < length) text += createHash('sha256').update(text).digest('hex');
  return text.slice(0, length);
};

/** What may stand in any text of a station, and what operators read where that cannot be kept in a text column. */
const TEXTS: [what: string, text: string, shown?: string][] = [
  ['SQL', `'; DROP TABLE stations; --`],
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['a formula', '=HYPERLINK("http://127.0.0.1";"pay")'],
  ['another formula', "@SUM(1+1)*cmd|' /C calc'!A0"],
  ['a sign', '-1+1'],
  ['line breaks', 'a\r\nSet-Cookie: x=1'],
  ['text that runs from right to left', '\u202Efdp.exe'],
  ['U+0000', 'a\u0000b', 'a\ufffdb'],
  ['half a character', 'a\ud800b', 'a\ufffdb'],
  ['emoji', '🔌⚡'],
  ['a property of every object', '__proto__'],
  ['a placeholder', '${jndi:ldap://127.0.0.1/x} %s %00 $1'],
  ['10 kB', 'x'.repeat(10_000)],
  ['10 kB without a pattern', digits(10_000)],
  ['a space', ' '],
];

/** An index takes no endless id: it is cut, and its digest put in its place. */
const shownId = (text: string): unknown =>
  text.length < 256 ? text : expect.stringMatching(new RegExp(`^${text.slice(0, 180)}…[0-9a-f]{64}$`));

describe('Texts of stations that would do harm elsewhere', () => {
  const csms = startCsms({ now: '2026-11-22T12:00:00.000Z', env: { AUTHORIZATION_POLICY: 'accept-all' } });
  const stations = rawStations(csms);
  let count = 0;

  describe.each(TEXTS)('%s', (_, text, shown = text) => {
    it('is a token of OCPP 1.6 like any other', async () => {
      const station = await stations.booted(`TEXT-${++count}`, '1.6');
      const start = { connectorId: 1, idTag: text, meterStart: 0, timestamp: '2026-11-22T11:00:00Z' };

      expect(await station.ask(JSON.stringify([2, 'a', 'Authorize', { idTag: text }]))).toMatch(/^\[3,"a",/);
      const answer = await station.ask(JSON.stringify([2, 's', 'StartTransaction', start]));

      expect(answer).toMatch(/^\[3,"s",\{"transactionId":\d+,/);
      const { stationId } = station;
      const [transaction] = await csms.operator.transactions({ stationId });
      expect(transaction!.idToken!.value).toBe(shown);
      const [event] = await csms.operator.events(transaction!.id);
      expect(event!.raw).toBe(JSON.stringify([2, 's', 'StartTransaction', start]));
      const listed = await csms.operator.get(`/transactions?stationId=${stationId}`, { accept: 'text/csv' });
      expect(listed.body).not.toMatch(/(^|,)"?[=@\t]/m);
    });

    it('is a token, an id and a status of OCPP 2.0.1 like any other', async () => {
      const station = await stations.booted(`TEXT-${++count}`, '2.0.1');
      const event = {
        eventType: 'Started',
        timestamp: '2026-11-22T11:00:00Z',
        triggerReason: 'Authorized',
        seqNo: 0,
        transactionInfo: { transactionId: text },
        idToken: { idToken: text, type: 'ISO14443', additionalInfo: [{ additionalIdToken: text, type: text }] },
        meterValue: [
          {
            timestamp: '2026-11-22T11:00:00Z',
            sampledValue: [{ value: 1, measurand: text, unitOfMeasure: { unit: text } }],
          },
        ],
      };

      expect(await station.ask(JSON.stringify([2, 'e', 'TransactionEvent', event]))).toMatch(/^\[3,"e",/);
      const again = await station.ask(JSON.stringify([2, 'f', 'TransactionEvent', event]));
      const end = { ...event, eventType: 'Ended', seqNo: 1, idToken: undefined };
      expect(await station.ask(JSON.stringify([2, 'g', 'TransactionEvent', end]))).toMatch(/^\[3,"g",/);

      expect(again).toMatch(/^\[3,"f",/);
      const [transaction, ...others] = await csms.operator.transactions({ stationId: station.stationId });
      expect(others).toEqual([]);
      expect(transaction).toMatchObject({
        ocppTransactionId: shownId(shown),
        idToken: { value: shown },
        state: 'ended',
      });
      const [sample] = await csms.operator.meterValues(transaction!.id);
      expect(sample).toMatchObject({ measurand: shown });
    });

    it('is what a station says about itself, word by word', async () => {
      const station = await stations.connected(`TEXT-${++count}`, '1.6');
      const boot = { chargePointVendor: text, chargePointModel: text, firmwareVersion: text, iccid: text };
      const status = { connectorId: 1, errorCode: 'NoError', status: 'Available', info: text, vendorId: text };

      expect(await station.ask(JSON.stringify([2, 'b', 'BootNotification', boot]))).toMatch('"Accepted"');
      expect(await station.ask(JSON.stringify([2, 's', 'StatusNotification', status]))).toBe('[3,"s",{}]');

      expect(await csms.operator.station(station.stationId)).toMatchObject({
        vendor: shown,
        model: shown,
        firmwareVersion: shown,
        iccid: shown,
        evses: [{ connectors: [{ info: shown, vendorId: shown }] }],
      });
    });
  });

  it('are unreadable as a message id or an action, and no part of an answer grows with them', async () => {
    const station = await stations.booted('NAMES', '1.6');

    for (const [, text] of TEXTS) {
      const answer = await station.ask(JSON.stringify([2, 'n', text, {}]));
      expect(answer).toMatch(/^\[4,"n","NotImplemented"/);
      expect(answer.length).toBeLessThan(400);
    }
  });
});
