import type { UnlinkedStart } from '../../commands/index.js';
import { cameOf, START_WITHIN_MS } from './came-of.js';
import type { StartedTransaction } from './started-transactions.js';

const answeredAt = new Date('2026-11-22T12:00:01Z');
const later = (ms: number): Date => new Date(answeredAt.getTime() + ms);

const start = (more: Partial<UnlinkedStart> = {}): UnlinkedStart => ({
  commandId: 'command',
  stationUuid: 'station',
  ocppVersion: '1.6',
  remoteStartId: 7,
  request: { idTag: 'ABCD1234', connectorId: 1 },
  sentAt: new Date('2026-11-22T12:00:00Z'),
  answeredAt,
  ...more,
});

const started = (more: Partial<StartedTransaction> = {}): StartedTransaction => ({
  id: 'transaction',
  remoteStartId: null,
  tokenKey: 'abcd1234',
  evseId: 1,
  receivedAt: later(5000),
  commandId: null,
  ...more,
});

describe('F01 · The transaction that came of a request to start, OCPP 1.6', () => {
  it('has the token and the EVSE of the request', () => {
    expect(cameOf(start(), started())).toBe(true);
  });

  it('may be on any EVSE where the request named none', () => {
    expect(cameOf(start({ request: { idTag: 'abcd1234' } }), started({ evseId: 9 }))).toBe(true);
  });

  it.each<[string, Partial<StartedTransaction>]>([
    ['another token', { tokenKey: 'other' }],
    ['another EVSE', { evseId: 2 }],
    ['a transaction that was there before', { receivedAt: new Date('2026-11-22T11:59:59Z') }],
    ['one that began too late', { receivedAt: later(START_WITHIN_MS + 1) }],
    ['one that another command asked for', { commandId: 'other' }],
  ])('is not %s', (_what, more) => {
    expect(cameOf(start(), started(more))).toBe(false);
  });
});

describe('F01 · The transaction that came of a request to start, OCPP 2.0.1', () => {
  const request = { idToken: { idToken: 'ABCD1234', type: 'ISO14443' }, remoteStartId: 7, evseId: 1 };
  const start201 = start({ ocppVersion: '2.0.1', request });

  it('carries the number of the request, however late it comes', () => {
    expect(cameOf(start201, started({ remoteStartId: 7, receivedAt: later(24 * START_WITHIN_MS) }))).toBe(true);
  });

  it.each([8, null])('is not one with the number %s', (remoteStartId) => {
    expect(cameOf(start201, started({ remoteStartId }))).toBe(false);
  });
});

it('is found again where a crash left the link half made', () => {
  expect(cameOf(start(), started({ commandId: 'command', tokenKey: 'other' }))).toBe(true);
});
