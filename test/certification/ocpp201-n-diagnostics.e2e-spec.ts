import type { CsmsResponses } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { asksForLog, downloads, logRequestOf, sends, statusesOf } from '../support/logs.js';
import type { StrictStation } from '../support/strict-station.js';
import { ocpp201 } from './ocpp201.js';

type Answer = CsmsResponses['2.0.1']['GetLog'];

describe('OCPP 2.0.1 · N · Diagnostics', () => {
  const csms = startCsms();
  const cases = ocpp201(csms);

  /** The operator asks for a log. @returns the request as the station got it, and the upload URL in it */
  const asks = async (station: StrictStation<'2.0.1'>, logType: string, answer: Answer) => {
    const requests = cases.answers(station, 'GetLog', answer);
    const { status, body } = await asksForLog(csms, station.stationId, { logType });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'answered', status: answer.status, response: answer });
    const request = requests.at(-1)!;
    expect(request.logType).toBe(logType);
    return { request, id: body.logRequest.id as string, url: request.log.remoteLocation };
  };
  const reports = async (
    station: StrictStation<'2.0.1'>,
    requestId: number,
    ...statuses: ('Uploading' | 'Uploaded' | 'AcceptedCanceled')[]
  ) => {
    for (const status of statuses)
      expect(await station.call('LogStatusNotification', { status, requestId })).toEqual({});
  };

  const isRetrieved = async (stationId: string, logType: string) => {
    const station = await cases.booted(stationId);

    const { request, id, url } = await asks(station, logType, { status: 'Accepted', filename: 'log.txt' });
    await reports(station, request.requestId, 'Uploading');
    expect(await sends(url, 'the log')).toMatchObject({ status: 200 });
    await reports(station, request.requestId, 'Uploaded');

    const found = await logRequestOf(csms, stationId, id);
    expect(found).toMatchObject({ logType, state: 'uploaded', status: 'Uploaded', file: { name: 'log.txt', size: 7 } });
    expect(statusesOf(found)).toEqual(['Uploading', 'Uploaded']);
    expect((await downloads(csms, `/log-requests/${id}/file`)).content.toString()).toBe('the log');
  };

  it('TC_N_25_CSMS · a diagnostics log is retrieved', () => isRetrieved('TC_N_25', 'DiagnosticsLog'));
  it('TC_N_35_CSMS · a security log is retrieved', () => isRetrieved('TC_N_35', 'SecurityLog'));

  it('TC_N_34_CSMS · a station that gives no log away', async () => {
    const station = await cases.booted('TC_N_34');

    const { id } = await asks(station, 'DiagnosticsLog', { status: 'Rejected' });

    expect(await logRequestOf(csms, 'TC_N_34', id)).toMatchObject({ state: 'rejected', answer: 'Rejected' });
  });

  it('TC_N_36_CSMS · a second request while the first log is uploaded', async () => {
    const station = await cases.booted('TC_N_36');
    const first = await asks(station, 'DiagnosticsLog', { status: 'Accepted', filename: 'first.txt' });
    await reports(station, first.request.requestId, 'Uploading');

    const second = await asks(station, 'DiagnosticsLog', { status: 'AcceptedCanceled', filename: 'second.txt' });
    await reports(station, first.request.requestId, 'AcceptedCanceled');
    await reports(station, second.request.requestId, 'Uploading');
    expect(await sends(second.url, 'the log')).toMatchObject({ status: 200 });
    await reports(station, second.request.requestId, 'Uploaded');

    expect(second.request.requestId).not.toBe(first.request.requestId);
    const [one, two] = [await logRequestOf(csms, 'TC_N_36', first.id), await logRequestOf(csms, 'TC_N_36', second.id)];
    expect(one).toMatchObject({ state: 'superseded', supersededBy: second.id, file: null });
    expect(statusesOf(one)).toEqual(['Uploading', 'AcceptedCanceled']);
    expect(two).toMatchObject({ state: 'uploaded', file: { name: 'second.txt' } });
  });
});
