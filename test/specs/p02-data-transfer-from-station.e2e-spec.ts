import type { SimulatedStation } from '../../src/cli/simulator/index.js';
import { startCsms } from '../support/csms.js';

const VENDOR = 'com.example.meter';

describe('P02 · Data transfer to the CSMS', () => {
  const csms = startCsms();
  const list = (stationId: string, filter?: Parameters<typeof csms.operator.dataTransfers>[1]) =>
    csms.operator.dataTransfers(stationId, filter);
  const declare = (vendorId: string, body: object = {}) =>
    csms.operator.put(`/data-transfer-vendors/${encodeURIComponent(vendorId)}`, body);

  describe.each(['1.6', '2.0.1'] as const)('OCPP %s', (version) => {
    const booted = async (name: string) =>
      (await csms.station(`P02-${version}-${name}`, version).boots()) as SimulatedStation<'1.6'>;

    it('of a vendor that nobody knows is answered UnknownVendorId, and shown (P02.FR.06)', async () => {
      const station = await booted('unknown');

      const answer = await station.call('DataTransfer', { vendorId: 'org.nobody', messageId: 'Hello', data: 'world' });

      expect(answer).toEqual({ status: 'UnknownVendorId' });
      expect(await list(station.stationId)).toMatchObject([
        {
          direction: 'from-station',
          ocppVersion: version,
          vendorId: 'org.nobody',
          messageId: 'Hello',
          data: 'world',
          status: 'UnknownVendorId',
          statusInfo: null,
          responseData: null,
        },
      ]);
    });

    it('of a declared vendor is accepted, whatever the letter case, until it is deleted', async () => {
      const station = await booted('declared');
      const vendorId = `${VENDOR}/${version}`;
      expect(await declare(vendorId)).toMatchObject({ status: 200, body: { vendorId, messageIds: null } });

      expect(await station.call('DataTransfer', { vendorId: vendorId.toUpperCase() })).toEqual({ status: 'Accepted' });
      expect(await csms.operator.get('/data-transfer-vendors')).toMatchObject({
        body: { items: expect.arrayContaining([expect.objectContaining({ vendorId })]) },
      });

      const path = `/data-transfer-vendors/${encodeURIComponent(vendorId)}`;
      expect(await csms.operator.delete(path)).toMatchObject({ status: 204 });
      expect(await station.call('DataTransfer', { vendorId })).toEqual({ status: 'UnknownVendorId' });
      expect(await csms.operator.delete(path)).toMatchObject({ status: 404, body: { code: 'vendor-unknown' } });
    });

    it('of a declared vendor, but with another message, is answered UnknownMessageId (P02.FR.07)', async () => {
      const station = await booted('messages');
      const vendorId = `${VENDOR}.messages`;
      await declare(vendorId, { messageIds: ['Reading'] });
      const says = async (messageId?: string) =>
        (await station.call('DataTransfer', { vendorId, ...(messageId && { messageId }) })).status;

      expect(await says('reading')).toBe('Accepted');
      expect(await says('Other')).toBe('UnknownMessageId');
      expect(await says()).toBe('UnknownMessageId');

      await declare(vendorId, { messageIds: ['Other'] });
      expect(await says('Other')).toBe('Accepted');
      const statuses = (await list(station.stationId)).map(({ status }) => status);
      expect(statuses).toEqual(['Accepted', 'UnknownMessageId', 'UnknownMessageId', 'Accepted']);
      expect(await list(station.stationId, { status: 'UnknownMessageId' })).toHaveLength(2);
    });

    it('that is repeated is answered again and counts once, also after a restart of the CSMS', async () => {
      const station = await booted('repeated');
      const frame = JSON.stringify([2, 'dt-1', 'DataTransfer', { vendorId: 'org.nobody', data: 'once' }]);
      const first = await station.callRaw(frame);
      const again = await station.callRaw(frame);
      await csms.restart();
      await station.goOnline();
      const afterwards = await station.callRaw(frame);

      expect(again.text).toBe(first.text);
      expect(afterwards.text).toBe(first.text);
      expect(await list(station.stationId)).toHaveLength(1);
    });

    it('with the same id, but later or with other data, is another message', async () => {
      const station = await booted('again');
      const say = (data: string) =>
        station.callRaw(JSON.stringify([2, 'dt-1', 'DataTransfer', { vendorId: 'org.nobody', data }]));

      await say('one');
      await say('two');
      await csms.clock.advance(2 * 60_000);
      await say('one');

      expect((await list(station.stationId)).map(({ data }) => data)).toEqual(['one', 'two', 'one']);
    }, 15_000);

    it('is shown without its secrets', async () => {
      const station = await booted('secret');
      const data = JSON.stringify({ wifiPassword: 'hunter2', at: 'https://user:hunter2@example.com/x', name: 'shown' });

      await station.call('DataTransfer', { vendorId: 'org.nobody', data });

      const kept = JSON.stringify([await list(station.stationId), await csms.operator.messages(station.stationId)]);
      expect(kept).toContain('shown');
      expect(kept).not.toContain('hunter2');
    });

    it('may hold what no text column takes', async () => {
      const station = await booted('hostile');

      const frame = JSON.stringify([2, 'h', 'DataTransfer', { vendorId: 'a\0b', messageId: '\0', data: 'a\0b\ud800' }]);
      const answer = await station.callRaw(frame);

      expect(JSON.parse(answer.text)).toEqual([3, 'h', { status: 'UnknownVendorId' }]);
      expect(await list(station.stationId)).toMatchObject([{ vendorId: 'a\ufffdb', data: 'a\0b\ud800' }]);
      expect(await list(station.stationId, { vendorId: 'other' })).toEqual([]);
    });

    it('of much data is shown by itself, not in lists', async () => {
      const station = await booted('long');
      await station.call('DataTransfer', { vendorId: 'org.nobody', data: 'x'.repeat(5000) });

      const [transfer] = await list(station.stationId);

      expect(transfer).toMatchObject({ data: null, dataLength: 5002 });
      expect(await csms.operator.dataTransfer(transfer!.id)).toMatchObject({ data: 'x'.repeat(5000) });
    });

    it.each([{}, { messageId: 'Hello' }, { vendorId: {} }])(
      'that breaks the schema is a CALLERROR, and nothing is kept: %j',
      async (payload) => {
        const station = await booted('broken');

        await expect(station.callAny('DataTransfer', payload)).rejects.toMatchObject({ name: 'CallError' });
        expect(await list(station.stationId)).toEqual([]);
      },
    );
  });

  it.each([{ a: [1, null, { b: true }] }, [1, 2], 'text', 7, false])('is any JSON in OCPP 2.0.1: %j', async (data) => {
    const station = await csms.station('P02-json', '2.0.1').boots();

    await station.callAny('DataTransfer', { vendorId: 'org.nobody', data });

    const [transfer] = await list('P02-json');
    expect(transfer?.data).toEqual(data);
  });

  it('is listed in pages, newest first, in both directions', async () => {
    const station = await csms.station('P02-pages', '1.6').boots();
    for (const data of ['1', '2', '3']) {
      await csms.clock.advance(10);
      await station.call('DataTransfer', { vendorId: 'org.nobody', data });
      await csms.clock.advance(10);
      await csms.operator.post('/stations/P02-pages/data-transfers', { vendorId: VENDOR, data: `${data}-back` });
    }

    const seen: unknown[] = [];
    let cursor = '';
    do {
      const { body } = await csms.operator.get(`/stations/P02-pages/data-transfers?limit=4${cursor}`);
      seen.push(...body.items.map(({ data }: { data: string }) => data));
      cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
    } while (cursor);

    expect(seen).toEqual(['3-back', '3', '2-back', '2', '1-back', '1']);
    expect(await list('P02-pages', { direction: 'from-station' })).toHaveLength(3);
    expect(await list('P02-pages', { direction: 'to-station', vendorId: VENDOR })).toHaveLength(3);
  });

  it.each([
    ['messageIds without an item', 'com.example', { messageIds: [] }],
    ['a message twice', 'com.example', { messageIds: ['A', 'a'] }],
    ['a message id that is too long', 'com.example', { messageIds: ['m'.repeat(51)] }],
    ['a vendor that is too long', 'v'.repeat(256), {}],
  ])('is declared with sense: not with %s', async (_what, vendorId, body) => {
    expect(await declare(vendorId, body)).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  });

  it('of a transfer that nobody knows, or a station, is 404', async () => {
    expect(await csms.operator.get('/data-transfers/nothing')).toMatchObject({
      status: 404,
      body: { code: 'data-transfer-unknown' },
    });
    expect(await csms.operator.get('/stations/P02-nobody/data-transfers')).toMatchObject({
      status: 404,
      body: { code: 'station-unknown' },
    });
  });
});
