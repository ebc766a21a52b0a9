import { startCsms } from '../support/csms.js';
import { asksForLog, logRequestOf, sends, statusesOf } from '../support/logs.js';
import { stationsV16 } from './ocpp16-station.js';

describe('OCPP 1.6 · Diagnostics', () => {
  const csms = startCsms();
  const connected = stationsV16(csms);

  /** A booted station that is asked for its diagnostics and names a file. */
  const asked = async (stationId: string) => {
    const station = await connected(stationId);
    await station.boots();
    let location = '';
    station.strict.onCall('GetDiagnostics', (request) => {
      location = request.location;
      return { fileName: 'diagnostics.log' };
    });
    const { status, body } = await asksForLog(csms, stationId);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      action: 'GetDiagnostics',
      state: 'answered',
      response: { fileName: 'diagnostics.log' },
    });
    const reports = async (...statuses: ('Idle' | 'Uploading' | 'Uploaded' | 'UploadFailed')[]) => {
      for (const each of statuses) {
        expect(await station.strict.call('DiagnosticsStatusNotification', { status: each })).toEqual({});
      }
    };
    return { location, reports };
  };

  it('TC_045_1_CSMS · diagnostics are uploaded', async () => {
    const { location, reports } = await asked('TC_045_1');

    await reports('Uploading');
    expect(await sends(`${location}/diagnostics.log`, 'the log')).toMatchObject({ status: 200 });
    await reports('Uploaded');

    const request = await logRequestOf(csms, 'TC_045_1');
    expect(request).toMatchObject({ state: 'uploaded', file: { name: 'diagnostics.log', size: 7 } });
    expect(statusesOf(request)).toEqual(['Uploading', 'Uploaded']);
  });

  it('TC_045_2_CSMS · the upload of diagnostics fails', async () => {
    const { reports } = await asked('TC_045_2');

    await reports('Uploading', 'UploadFailed');

    expect(await logRequestOf(csms, 'TC_045_2')).toMatchObject({ state: 'failed', failure: 'UploadFailure' });
  });

  it('TC_079_CSMS · the security log is uploaded', async () => {
    const station = await connected('TC_079');
    await station.boots();
    const { strict } = station;
    const requests: { requestId: number; log: { remoteLocation: string } }[] = [];
    strict.onCall('GetLog', (request) => {
      requests.push(request);
      return { status: 'Accepted', filename: 'security.log' };
    });

    const { body } = await asksForLog(csms, station.stationId, { logType: 'SecurityLog' });
    const { requestId, log } = requests[0]!;
    expect(await strict.call('LogStatusNotification', { status: 'Uploading', requestId })).toEqual({});
    expect(await sends(log.remoteLocation, 'the log')).toMatchObject({ status: 200 });
    expect(await strict.call('LogStatusNotification', { status: 'Uploaded', requestId })).toEqual({});

    expect(body).toMatchObject({ action: 'GetLog', status: 'Accepted', request: { logType: 'SecurityLog' } });
    const found = await logRequestOf(csms, 'TC_079', body.logRequest.id);
    expect(found).toMatchObject({ state: 'uploaded', file: { name: 'security.log' } });
    expect(statusesOf(found)).toEqual(['Uploading', 'Uploaded']);
  });
});
