import { afterStatus, LOG_STATES, LOG_STATUSES, LOG_TRANSITIONS, type LogState, mayDeliver } from './course.js';

const at = (state: LogState, lacksFile = false) => ({ state, lacksFile });

describe('The course of a request for a log', () => {
  it('goes from requested over uploading to uploaded', () => {
    expect(afterStatus(at('accepted'), 'Uploading')).toEqual({ state: 'uploading' });
    expect(afterStatus(at('uploading'), 'Uploaded')).toEqual({ state: 'uploaded' });
  });

  it('understands statuses that skip others, or come before the answer', () => {
    expect(afterStatus(at('requested'), 'Uploaded')).toEqual({ state: 'uploaded' });
    expect(afterStatus(at('empty'), 'Uploading')).toEqual({ state: 'uploading' });
  });

  it('never goes back: what has arrived has arrived', () => {
    for (const status of LOG_STATUSES) expect(afterStatus(at('uploaded'), status)).toEqual({ state: 'uploaded' });
  });

  it('lets a station try again after a failure, and come back after it was given up', () => {
    expect(afterStatus(at('failed'), 'Uploading')).toEqual({ state: 'uploading' });
    expect(afterStatus(at('timed-out'), 'Uploaded')).toEqual({ state: 'uploaded' });
  });

  it.each(['UploadFailure', 'BadMessage', 'NotSupportedOperation', 'PermissionDenied'] as const)(
    'fails by %s, and says so',
    (status) => {
      expect(afterStatus(at('uploading'), status)).toEqual({ state: 'failed', failure: status });
    },
  );

  it('does not believe in an upload that never arrived', () => {
    const { state, failure } = afterStatus(at('uploading', true), 'Uploaded');

    expect(state).toBe('failed');
    expect(failure).toContain('nothing has arrived');
  });

  it.each(LOG_STATES)('learns nothing from Idle when %s', (state) => {
    expect(afterStatus(at(state), 'Idle')).toEqual({ state });
  });

  it('takes a file for every request that may still have one, and for no other', () => {
    expect(LOG_STATES.filter(mayDeliver)).toEqual([
      'requested',
      'accepted',
      'empty',
      'uploading',
      'failed',
      'timed-out',
    ]);
    expect(Object.keys(LOG_TRANSITIONS).sort()).toEqual([...LOG_STATES].sort());
  });
});
