import type { OcppMessage } from '../entities/ocpp-message.entity.js';
import { toMessageView } from './message-view.js';

const row = (request: string, response: string | null): OcppMessage => ({
  id: 'c0ffee00-0000-7000-8000-000000000000',
  receivedAt: new Date(0),
  stationId: '',
  ocppVersion: '1.6',
  direction: 'from-station',
  action: 'Heartbeat',
  messageId: '1',
  request: Buffer.from(request),
  response: response === null ? null : Buffer.from(response),
  outcome: 'answered',
  answeredAt: null,
  count: 1,
});

describe('a message of the log', () => {
  it('shows the wire text and the payloads', () => {
    const view = toMessageView(row('[2,"1","Authorize",{"idTag":"A"}]', '[3,"1",{"idTagInfo":{"status":"Invalid"}}]'));

    expect(view).toMatchObject({
      requestText: '[2,"1","Authorize",{"idTag":"A"}]',
      request: { idTag: 'A' },
      response: { idTagInfo: { status: 'Invalid' } },
    });
  });

  it('shows what a CALLERROR says', () => {
    expect(toMessageView(row('[2,"1","X",{}]', '[4,"1","NotImplemented","no such action",{}]')).response).toEqual({
      code: 'NotImplemented',
      description: 'no such action',
      details: {},
    });
  });

  it.each(['{"transactionId":,}', '', '\u0000'])('shows %j, which is no JSON, as text alone', (text) => {
    expect(toMessageView(row(text, null))).toMatchObject({ requestText: text, request: null, response: null });
  });

  it.each(['[2,"1"]', '[7]', '{"a":1}', '"text"'])('shows %s, which is no frame, as the JSON it is', (text) => {
    expect(toMessageView(row(text, null)).request).toEqual(JSON.parse(text));
  });

  it('of a CALL without payload has none', () => {
    expect(toMessageView(row('[2,"1","Heartbeat"]', null)).request).toBeNull();
  });
});
