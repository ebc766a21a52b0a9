import type { CallOutcome } from '../ocpp/index.js';
import { OcppError } from '../ocpp/index.js';
import { problemOf, refusalOf } from './command-problems.js';
import type { CommandView } from './dto/command.dto.js';
import { settlementOf } from './settlement.js';

const sentAt = new Date('2026-11-22T12:00:00Z');
const answeredAt = new Date('2026-11-22T12:00:01Z');

/** The problem that an operator gets when a CALL comes to this. */
const problem = (outcome: CallOutcome, tried = true) => {
  const { state, error, sentAt: sent } = settlementOf(outcome, () => ({}), tried);
  const command = { commandId: 'id', stationId: 'CS001', action: 'Reset', state, error: error ?? null, sentAt: sent };
  const { code, status, members, message } = problemOf(command as unknown as CommandView) ?? {};
  return { state, code, status, members, message };
};

describe('What an operator is told about a CALL', () => {
  it('that was answered: no problem, whatever the status', () => {
    const outcome: CallOutcome = { kind: 'answered', response: { status: 'Rejected' }, sentAt, answeredAt };

    expect(problem(outcome)).toMatchObject({ state: 'answered', code: undefined });
  });

  it('that was answered with a CALLERROR: station-error with what the station said', () => {
    const said = { code: 'NotSupported', description: 'no', details: { a: 1 } };

    expect(problem({ kind: 'call-error', ...said, sentAt, answeredAt })).toMatchObject({
      state: 'errored',
      code: 'station-error',
      status: 502,
      members: { commandId: 'id', ocppError: said },
    });
  });

  it('that was answered with nonsense: station-error with the reason', () => {
    const outcome: CallOutcome = { kind: 'broken-answer', response: {}, reason: 'no status', sentAt, answeredAt };

    expect(problem(outcome)).toMatchObject({ code: 'station-error', status: 502, members: { reason: 'no status' } });
  });

  it('without an answer: station-timeout', () => {
    const expected = { state: 'timed-out', code: 'station-timeout', status: 504, members: { commandId: 'id' } };

    expect(problem({ kind: 'timed-out', sentAt })).toMatchObject(expected);
  });

  it.each([
    ['not known', sentAt],
    ['never sent', undefined],
  ])('whose connection was lost: station-offline, and whether it was carried out is %s', (known, at) => {
    const told = problem({ kind: 'disconnected', sentAt: at });

    expect(told).toMatchObject({ state: 'errored', code: 'station-offline', status: 409 });
    expect(told.message).toContain(known);
  });

  it('that found the queue full: station-busy', () => {
    const told = problem({ kind: 'not-sent', reason: '100 calls wait already' }, false);

    expect(told).toMatchObject({ state: 'cancelled', code: 'station-busy', status: 503 });
  });
});

describe('A payload that our own checks refuse', () => {
  it('is the operator’s mistake', () => {
    expect(refusalOf(new OcppError('PropertyConstraintViolation', 'type: …'), 'Reset', '1.6')).toMatchObject({
      code: 'validation-failed',
      status: 400,
      members: { errors: ['type: …'] },
    });
  });

  it('is version-unsupported where the version has no such action', () => {
    expect(refusalOf(new OcppError('NotSupported', ''), 'GetReport', '1.6')).toMatchObject({
      code: 'version-unsupported',
      status: 422,
    });
  });

  it('leaves other errors alone', () => {
    const error = new Error('a bug');

    expect(refusalOf(error, 'Reset', '1.6')).toBe(error);
  });
});
