import { CallError, NO_ANSWER } from '../../src/cli/simulator/index.js';
import { OCPP_VERSIONS } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';
import { asksForLog, downloads, logRequestOf, statusesOf, untilLogIs } from '../support/logs.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const CONTENT = Buffer.alloc(700_000, 'a line of a log\n');

describe('N01 · Retrieve log information', () => {
  const csms = startCsms({ env: { OCPP_CALL_TIMEOUT_SECONDS: '10' } });
  /** A long time passes, of which only the last moments are lived through. */
  const passes = async (ms: number): Promise<void> => {
    csms.clock.wallTime = new Date(csms.clock.now().getTime() + ms);
    await csms.clock.advance(15_000);
  };

  describe.each(OCPP_VERSIONS)('OCPP %s', (version) => {
    const id = (name: string) => `N01-${version}-${name}`;
    const action = version === '1.6' ? 'GetDiagnostics' : 'GetLog';
    const accepted = version === '1.6' ? null : 'Accepted';

    it.each(['PUT', 'POST'] as const)(
      'the diagnostics log is uploaded by %s and downloaded (TC_045_1)',
      async (method) => {
        const stationId = id(method);
        const station = await csms.station(stationId, version, { logs: { method, content: CONTENT } }).boots();

        const { status, body } = await asksForLog(csms, stationId, {
          oldestTimestamp: '2026-11-01T00:00:00Z',
          latestTimestamp: '2026-11-02T00:00:00Z',
          retries: 2,
          retryInterval: 60,
        });

        expect(status).toBe(200);
        expect(body).toMatchObject({
          name: 'GetLog',
          action,
          state: 'answered',
          status: accepted,
          logRequest: {
            stationId,
            logType: 'DiagnosticsLog',
            external: false,
            location: `${csms.url}/***`,
            retries: 2,
            retryInterval: 60,
            oldestTimestamp: '2026-11-01T00:00:00.000Z',
            latestTimestamp: '2026-11-02T00:00:00.000Z',
            announcedFileName: `${stationId}-diagnostics.log`,
          },
        });
        await station.nextCall(action as 'GetLog');

        const { id: requestId, file } = await untilLogIs(csms, stationId, 'uploaded');
        expect(file).toMatchObject({ name: `${stationId}-diagnostics.log`, size: CONTENT.length });
        const download = await downloads(csms, `/stations/${stationId}/log-requests/${requestId}/file`);
        expect(download.status).toBe(200);
        expect(download.content.equals(CONTENT)).toBe(true);
        expect(download.headers.get('content-disposition')).toBe(`attachment; filename="${stationId}-diagnostics.log"`);
        expect(download.headers.get('content-type')).toBe('application/octet-stream');
        expect((await downloads(csms, `/log-requests/${requestId}/file`)).content.equals(CONTENT)).toBe(true);
        await csms.eventually(async () =>
          expect(statusesOf(await logRequestOf(csms, stationId))).toEqual(['Uploading', 'Uploaded']),
        );
      },
    );

    it('the security log is asked for by GetLog in every version (TC_079)', async () => {
      const station = await csms.station(id('security'), version).boots();

      const { body } = await asksForLog(csms, id('security'), { logType: 'SecurityLog' });

      expect(body).toMatchObject({ name: 'GetSecurityLog', action: 'GetLog', status: 'Accepted' });
      const asked = await station.nextCall('GetLog' as never);
      expect(asked).toMatchObject({ logType: 'SecurityLog', requestId: body.logRequest.requestId });
      const { file } = await untilLogIs(csms, id('security'), 'uploaded');
      expect(file).toMatchObject({ name: `${id('security')}-security.log` });
    });

    it('a log in a form is taken out of it', async () => {
      await csms.station(id('form'), version, { logs: { method: 'POST', form: true, content: CONTENT } }).boots();

      await asksForLog(csms, id('form'));

      const { id: requestId, file } = await untilLogIs(csms, id('form'), 'uploaded');
      expect(file).toMatchObject({ name: `${id('form')}-diagnostics.log`, size: CONTENT.length });
      expect((await downloads(csms, `/log-requests/${requestId}/file`)).content.equals(CONTENT)).toBe(true);
    });

    it('keeps its URL to itself: not in the command, nor in the log of messages', async () => {
      const station = await csms.station(id('secret'), version).boots();

      const { body } = await asksForLog(csms, id('secret'));
      await untilLogIs(csms, id('secret'), 'uploaded');
      await csms.eventually(async () => {
        expect(await csms.operator.messages(id('secret'), { action })).toHaveLength(1);
      });

      const { text } = station.frames.find((frame) => frame.text.includes(`"${action}"`))!;
      const capability = /files\/logs\/([\w-]{43})/.exec(text)![1]!;
      const shown = [
        body,
        await csms.operator.command(body.commandId),
        await csms.operator.messages(id('secret')),
        await logRequestOf(csms, id('secret')),
      ];
      expect(JSON.stringify(shown)).not.toContain(capability);
    });

    it('an upload elsewhere is followed by what the station says; credentials are masked', async () => {
      const station = await csms.station(id('elsewhere'), version, { logs: { fails: 'hangs' } }).boots();

      const { body } = await asksForLog(csms, id('elsewhere'), {
        remoteLocation: 'ftp://user:geheim@files.example.com/logs',
      });

      const text = station.frames.find((frame) => frame.text.includes(`"${action}"`))!.text;
      expect(text).toContain('ftp://user:geheim@files.example.com/logs');
      expect(JSON.stringify(body)).not.toContain('geheim');
      expect(body.logRequest).toMatchObject({
        external: true,
        location: 'ftp://files.example.com/***',
        urlExpiresAt: null,
        warnings: [expect.stringContaining('unencrypted')],
      });
      const requestId = body.logRequest.requestId as number;
      if (version === '1.6') await station.callAny('DiagnosticsStatusNotification', { status: 'Uploaded' });
      else await station.callAny('LogStatusNotification', { status: 'Uploaded', requestId });
      const { file, id: uuid } = await untilLogIs(csms, id('elsewhere'), 'uploaded');
      expect(file).toBeNull();
      expect(await csms.operator.get(`/log-requests/${uuid}/file`)).toMatchObject({
        status: 404,
        body: { code: 'log-file-unknown' },
      });
    });

    it('an upload that broke off is tried again by the station', async () => {
      const logs = { fails: 'interrupted', content: CONTENT } as const;
      await csms.station(id('again'), version, { logs }).boots();

      await asksForLog(csms, id('again'), { retries: 1, retryInterval: 10 });
      await csms.eventually(async () =>
        expect(await logRequestOf(csms, id('again'))).toMatchObject({
          state: 'uploading',
          uploadFailure: 'it was interrupted',
          file: null,
        }),
      );
      await csms.eventually(async () => {
        await csms.clock.advance(10_000);
        expect(await logRequestOf(csms, id('again'))).toMatchObject({ state: 'uploaded' });
      });

      expect(await logRequestOf(csms, id('again'))).toMatchObject({
        uploadAttempts: 2,
        uploadFailure: null,
        file: { size: CONTENT.length },
      });
    });

    it('a failure is shown as the station says it (TC_045_2)', async () => {
      await csms.station(id('fails'), version, { logs: { fails: 'upload' } }).boots();

      await asksForLog(csms, id('fails'));

      const request = await untilLogIs(csms, id('fails'), 'failed');
      expect(request).toMatchObject({ failure: 'UploadFailure', status: 'UploadFailure', uploadAttempts: 0 });
      expect(statusesOf(request)).toEqual(['Uploading', 'UploadFailure']);
    });

    it('goes on as long as the station speaks of it, also where it says the same again', async () => {
      const station = await csms.station(id('slow'), version, { logs: { fails: 'hangs' } }).boots();
      const { body } = await asksForLog(csms, id('slow'));
      const { requestId } = body.logRequest;
      const says = () =>
        version === '1.6'
          ? station.callAny('DiagnosticsStatusNotification', { status: 'Uploading' })
          : station.callAny('LogStatusNotification', { status: 'Uploading', requestId });

      await says();
      await passes(20 * HOUR_MS);
      await says();
      await passes(20 * HOUR_MS);

      expect(await logRequestOf(csms, id('slow'))).toMatchObject({ state: 'uploading' });
      const [url] = /http:[^"]+/.exec(JSON.stringify(await station.nextCall(action as 'GetLog')))!;
      expect((await fetch(url, { method: 'PUT', body: 'a log' })).status).toBe(200);
    });

    it('a station that only believes to have uploaded has failed', async () => {
      const station = await csms.station(id('believes'), version, { logs: { fails: 'hangs' } }).boots();
      const { body } = await asksForLog(csms, id('believes'));

      const { requestId } = body.logRequest;
      if (version === '1.6') await station.callAny('DiagnosticsStatusNotification', { status: 'Uploaded' });
      else await station.callAny('LogStatusNotification', { status: 'Uploaded', requestId });

      const { failure } = await untilLogIs(csms, id('believes'), 'failed');
      expect(failure).toContain('nothing has arrived');
    });

    it('the upload counts also where the station says nothing of it', async () => {
      await csms.station(id('silent'), version, { logs: { fails: 'silent' } }).boots();

      await asksForLog(csms, id('silent'));

      expect((await untilLogIs(csms, id('silent'), 'uploaded')).statuses).toEqual([]);
    });

    it('is not asked of a station that is away, unless it is to be kept for it', async () => {
      await (await csms.station(id('away'), version).boots()).goOffline();
      await csms.eventually(async () =>
        expect(await csms.operator.station(id('away'))).toMatchObject({ connected: false }),
      );

      expect(await asksForLog(csms, id('away'))).toMatchObject({ status: 409, body: { code: 'station-offline' } });
      expect((await csms.operator.get(`/stations/${id('away')}/log-requests`)).body.items).toEqual([]);

      const { status, body } = await csms.operator.post(`/stations/${id('away')}/log-requests?whenOffline=queue`, {});
      expect(status).toBe(202);
      expect(body).toMatchObject({ state: 'queued', logRequest: { state: 'requested' } });
    });

    it('one that is kept is sent after a restart, when its station is back', async () => {
      const station = await csms.station(id('kept'), version).boots();
      await station.goOffline();
      await csms.eventually(async () =>
        expect(await csms.operator.station(id('kept'))).toMatchObject({ connected: false }),
      );
      await csms.operator.post(`/stations/${id('kept')}/log-requests?whenOffline=queue`, {});

      await csms.restart();
      await station.boots();

      expect(await untilLogIs(csms, id('kept'), 'uploaded')).toMatchObject({ answer: accepted });
    });

    it('one that is kept can be cancelled, and is never sent', async () => {
      const station = await csms.station(id('unsent'), version).boots();
      await station.goOffline();
      await csms.eventually(async () =>
        expect(await csms.operator.station(id('unsent'))).toMatchObject({ connected: false }),
      );
      const { body } = await csms.operator.post(`/stations/${id('unsent')}/log-requests?whenOffline=queue`, {});

      const path = `/stations/${id('unsent')}/log-requests/${body.logRequest.id}`;
      const cancelled = await csms.operator.post(`${path}/cancel`);

      expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
      expect(await csms.operator.command(body.commandId)).toMatchObject({ state: 'cancelled', sentAt: null });
      expect(await csms.operator.post(`${path}/cancel`)).toMatchObject({
        status: 409,
        body: { code: 'log-request-ended' },
      });
    });

    it('a CALLERROR is the answer of the station, and ends the request', async () => {
      const station = await csms.station(id('error'), version).boots();
      station.onCall(action as 'GetLog', new CallError('NotSupported', 'no logs here'));

      const { status, body } = await asksForLog(csms, id('error'));

      expect(status).toBe(502);
      expect(body).toMatchObject({ code: 'station-error', ocppError: { code: 'NotSupported' } });
      expect(await logRequestOf(csms, id('error'))).toMatchObject({ state: 'rejected', commandId: body.commandId });
    });

    it('an answer that never comes leaves it open: what is uploaded then counts', async () => {
      const station = await csms.station(id('late'), version).boots();
      station.onCall(action as 'GetLog', NO_ANSWER);

      const asked = asksForLog(csms, id('late'));
      const call = JSON.stringify(await station.nextCall(action as 'GetLog'));
      await csms.clock.advance(11_000);
      expect(await asked).toMatchObject({ status: 504, body: { code: 'station-timeout' } });
      expect(await logRequestOf(csms, id('late'))).toMatchObject({ state: 'requested' });
      const url = /http:[^"]+/.exec(call)![0];
      await fetch(url, { method: 'PUT', body: 'a log' });

      expect(await logRequestOf(csms, id('late'))).toMatchObject({ state: 'uploaded', file: { size: 5 } });
    });

    it('is given up when nothing is heard of it, also after a restart, and its URL ends', async () => {
      const station = await csms.station(id('given-up'), version, { logs: { fails: 'hangs' } }).boots();
      await asksForLog(csms, id('given-up'));
      await untilLogIs(csms, id('given-up'), 'uploading');
      const url = /http:[^"]+/.exec(JSON.stringify(await station.nextCall(action as 'GetLog')))![0];

      await csms.restart();
      await passes(23 * HOUR_MS);
      expect(await logRequestOf(csms, id('given-up'))).toMatchObject({ state: 'uploading' });
      await passes(HOUR_MS);

      expect(await untilLogIs(csms, id('given-up'), 'timed-out')).toMatchObject({
        failure: expect.stringContaining('too long'),
      });
      expect((await fetch(url, { method: 'PUT', body: 'a log' })).status).toBe(410);
    });

    it('a repeated request with its Idempotency-Key asks nothing more', async () => {
      const station = await csms.station(id('key'), version).boots();
      const key = { 'Idempotency-Key': `key-${version}` };

      const first = await asksForLog(csms, id('key'), {}, key);
      const again = await asksForLog(csms, id('key'), {}, key);

      expect(again.body.logRequest.id).toBe(first.body.logRequest.id);
      expect(station.frames.filter(({ text }) => text.includes(`"${action}"`))).toHaveLength(1);
    });

    it('statuses about nothing that is known are kept beside the requests', async () => {
      const station = await csms.station(id('unknown'), version).boots();

      const message = version === '1.6' ? 'DiagnosticsStatusNotification' : 'LogStatusNotification';
      expect(await station.callAny(message, { status: 'Idle' })).toEqual({});
      expect(await station.callAny('LogStatusNotification', { status: 'Uploaded', requestId: 99_999 })).toEqual({});
      expect(await station.callAny('LogStatusNotification', { status: 'Uploaded', requestId: 99_999 })).toEqual({});

      const { body } = await csms.operator.get(`/stations/${id('unknown')}/log-statuses`);
      expect(body.items).toMatchObject([
        { status: 'Uploaded', requestId: 99_999, logRequestId: null, repeats: 1 },
        { status: 'Idle', requestId: null, logRequestId: null, repeats: 0 },
      ]);
    });

    it('is deleted with its file', async () => {
      await csms.station(id('deleted'), version).boots();
      const ask = () => asksForLog(csms, id('deleted'), {}, { 'Idempotency-Key': id('deleted') });
      await ask();
      const request = await untilLogIs(csms, id('deleted'), 'uploaded');
      const path = `/stations/${id('deleted')}/log-requests/${request.id}`;

      expect((await csms.operator.delete(path)).status).toBe(204);

      expect(await csms.operator.get(path)).toMatchObject({ status: 404, body: { code: 'log-request-unknown' } });
      expect((await csms.operator.get(`/log-requests/${request.id}/file`)).status).toBe(404);
      expect(await ask()).toMatchObject({ status: 404, body: { code: 'log-request-unknown' } });
      const left = 'SELECT FROM files WHERE sha256 = $1';
      expect(await csms.sql(left, Buffer.from(request.file!.sha256, 'hex'))).toEqual([]);
    });
  });

  describe.each(['2.0', '2.0.1'] as const)('OCPP %s', (version) => {
    const id = (name: string) => `N01b-${version}-${name}`;

    it('a station that refuses ends the request', async () => {
      await csms.station(id('refuses'), version, { logs: { answers: 'rejects' } }).boots();

      const { status, body } = await asksForLog(csms, id('refuses'));

      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'Rejected', logRequest: { state: 'rejected', failure: 'Rejected' } });
    });

    it('a second request supersedes the one before, whose URL ends', async () => {
      const station = await csms.station(id('second'), version, { logs: { fails: 'hangs' } }).boots();
      const first = await asksForLog(csms, id('second'));
      const url = ((await station.nextCall('GetLog' as never)) as { log: { remoteLocation: string } }).log
        .remoteLocation;

      const second = await asksForLog(csms, id('second'));

      expect(second.body).toMatchObject({ status: 'AcceptedCanceled', logRequest: { failure: null } });
      expect(await logRequestOf(csms, id('second'), first.body.logRequest.id)).toMatchObject({
        state: 'superseded',
        supersededBy: second.body.logRequest.id,
      });
      expect((await fetch(url, { method: 'PUT', body: 'a log' })).status).toBe(410);
    });
  });

  describe('OCPP 1.6', () => {
    it('a station without a log has nothing to upload', async () => {
      await csms.station('N01-nothing', '1.6', { logs: { answers: 'nothing' } }).boots();

      const { status, body } = await asksForLog(csms, 'N01-nothing');

      expect(status).toBe(200);
      expect(body).toMatchObject({ status: null, response: {}, logRequest: { state: 'empty' } });
    });

    it('DiagnosticsStatusNotification is not about a request that is still kept', async () => {
      const station = await csms.station('N01-kept', '1.6', { logs: { fails: 'hangs' } }).boots();
      const asked = await asksForLog(csms, 'N01-kept');
      await station.goOffline();
      await csms.eventually(async () => expect((await csms.operator.station('N01-kept')).connected).toBe(false));
      const kept = await csms.operator.post('/stations/N01-kept/log-requests?whenOffline=queue', {});
      expect(kept.status).toBe(202);

      await station.goOnline();
      await station.callAny('DiagnosticsStatusNotification', { status: 'UploadFailed' });

      const [first, second] = await Promise.all(
        [asked, kept].map(({ body }) => logRequestOf(csms, 'N01-kept', body.logRequest.id)),
      );
      expect([first!.state, second!.state]).toEqual(['failed', 'requested']);
    });

    it('DiagnosticsStatusNotification is about the last GetDiagnostics, not about a security log', async () => {
      const station = await csms.station('N01-last', '1.6', { logs: { fails: 'hangs' } }).boots();
      const security = await asksForLog(csms, 'N01-last', { logType: 'SecurityLog' });
      const first = await asksForLog(csms, 'N01-last');
      const second = await asksForLog(csms, 'N01-last');

      await station.callAny('DiagnosticsStatusNotification', { status: 'UploadFailed' });
      await station.callAny('LogStatusNotification', {
        status: 'PermissionDenied',
        requestId: security.body.logRequest.requestId,
      });

      const states = [first, second, security].map(async ({ body }) => {
        const { state, failure } = await logRequestOf(csms, 'N01-last', body.logRequest.id);
        return { state, failure };
      });
      expect((await Promise.all(states)).slice(1)).toEqual([
        { state: 'failed', failure: 'UploadFailure' },
        { state: 'failed', failure: 'PermissionDenied' },
      ]);
    });

    it('a file name that no database takes harms nothing', async () => {
      const station = await csms.station('N01-name', '1.6').boots();
      station.onCall('GetDiagnostics', () => ({ fileName: 'log\u0000\uD800.txt' }));

      const { body } = await asksForLog(csms, 'N01-name');

      expect(body.logRequest).toMatchObject({ state: 'accepted', announcedFileName: 'log\uFFFD\uFFFD.txt' });
    });
  });

  it('says what is wrong with a request before anything is sent', async () => {
    await csms.station('N01-wrong', '2.0.1').boots();
    const refused = async (body: object) => {
      const answer = await asksForLog(csms, 'N01-wrong', body);
      expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    };

    await refused({ logType: 'DataCollectorLog' });
    await refused({ oldestTimestamp: '2026-11-02T00:00:00Z', latestTimestamp: '2026-11-01T00:00:00Z' });
    await refused({ remoteLocation: 'file:///etc/passwd' });
    await refused({ remoteLocation: 'gopher://example.com/x' });
    await refused({ remoteLocation: `https://example.com/${'x'.repeat(512)}` });
    await refused({ retries: -1 });

    expect((await csms.operator.get('/stations/N01-wrong/log-requests')).body.items).toEqual([]);
    expect((await asksForLog(csms, 'nobody')).status).toBe(404);
  });

  it('gives logs away to operators only', async () => {
    await csms.station('N01-viewer', '2.0.1').boots();
    await asksForLog(csms, 'N01-viewer');
    const { id } = await untilLogIs(csms, 'N01-viewer', 'uploaded');
    const viewer = (await csms.operator.post('/api-keys', { name: 'looks on', role: 'viewer' })).body.key;

    expect((await downloads(csms, `/log-requests/${id}/file`, viewer)).status).toBe(403);
    expect((await downloads(csms, `/stations/N01-viewer/log-requests/${id}/file`, viewer)).status).toBe(403);
    expect((await downloads(csms, `/stations/N01-viewer/log-requests/${id}`, viewer)).status).toBe(200);
  });

  it('belongs to its station: another one does not lead to it', async () => {
    await csms.station('N01-mine', '2.0.1').boots();
    await csms.given.station('N01-other');
    await asksForLog(csms, 'N01-mine');
    const { id } = await untilLogIs(csms, 'N01-mine', 'uploaded');

    for (const path of ['', '/file']) {
      expect(await csms.operator.get(`/stations/N01-other/log-requests/${id}${path}`)).toMatchObject({
        status: 404,
        body: { code: 'log-request-unknown' },
      });
    }
  });
});
