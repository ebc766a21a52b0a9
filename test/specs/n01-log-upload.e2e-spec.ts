import { startCsms } from '../support/csms.js';
import { asksForLog, downloads, type HttpAnswer, logRequestOf, sends, untilLogIs } from '../support/logs.js';

const MAX = 300_000;

describe('N01 · The URL that a station uploads to', () => {
  const csms = startCsms({ env: { LOG_MAX_BYTES: String(MAX) } });

  /** A request whose station leaves the uploading to the test. */
  const given = async (stationId: string) => {
    const station = await csms.station(stationId, '2.0.1', { logs: { fails: 'hangs' } }).boots();
    const { body } = await asksForLog(csms, stationId);
    const { log } = (await station.nextCall('GetLog')) as { log: { remoteLocation: string } };
    return { url: log.remoteLocation, id: body.logRequest.id as string, read: () => logRequestOf(csms, stationId) };
  };
  const statusOf = (answer: HttpAnswer | 'no answer') => (answer === 'no answer' ? answer : answer.status);
  const content = async (id: string) => (await downloads(csms, `/log-requests/${id}/file`)).content.toString();

  it.each([
    ['with a slash', '/', 'diagnostics.log'],
    ['with a name', '/today.log', 'today.log'],
    ['with a name after two slashes', '//today.log', 'today.log'],
    ['with a name and no slash between', '.today.log', 'today.log'],
    ['with a name that wants out of its folder', '/..%2F..%2Fetc%2Fpasswd', 'passwd'],
    ['with a name of odd characters', '/%22%0D%0ASet-Cookie:%20x.log', 'Set-Cookie_x.log'],
    ['with a name in a folder', '/a/b/c.log?x=1', 'c.log'],
  ])('takes a file %s', async (what, suffix, name) => {
    const { url, read } = await given(`UP-${what.replaceAll(/\W/g, '')}`);

    const answer = await sends(`${url}${suffix}`, 'a log');

    expect(statusOf(answer)).toBe(200);
    expect((await read()).file!.name).toContain(name);
    expect((await read()).file!.name).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  it.each(['application/json', 'application/x-www-form-urlencoded', 'text/plain', ''])(
    'takes it as it is, whatever the station says it is: %s',
    async (type) => {
      const { url, id } = await given(`UP-type-${type.replaceAll(/\W/g, '')}`);
      const text = '{"no": json';

      const answer = await sends(url, text, { method: 'POST', headers: type ? { 'content-type': type } : {} });

      expect(statusOf(answer)).toBe(200);
      expect(await content(id)).toBe(text);
    },
  );

  it('takes it in chunks of unknown number', async () => {
    const { url, read } = await given('UP-chunked');

    const answer = await sends(url, Buffer.alloc(MAX), { headers: { 'transfer-encoding': 'chunked' } });

    expect(statusOf(answer)).toBe(200);
    expect((await read()).file).toMatchObject({ size: MAX });
  });

  it('takes one file; the same one sent again is as good, another one is refused', async () => {
    const { url, id, read } = await given('UP-once');
    expect(statusOf(await sends(url, 'the log'))).toBe(200);

    expect(statusOf(await sends(url, 'the log'))).toBe(200);
    expect(statusOf(await sends(url, 'another log'))).toBe(409);
    expect(statusOf(await sends(url, Buffer.alloc(MAX + 1)))).toBe(409);

    expect(await content(id)).toBe('the log');
    expect(await read()).toMatchObject({ state: 'uploaded', uploadAttempts: 1 });
  });

  it.each([
    ['announced', { 'content-length': String(MAX + 100_000) }],
    ['not announced', { 'transfer-encoding': 'chunked' }],
  ])('refuses a file that is too large, and says so: %s', async (how, headers) => {
    const { url, read } = await given(`UP-large-${how.replaceAll(' ', '-')}`);

    const answer = await sends(url, Buffer.alloc(MAX + 100_000), { headers });

    expect(answer).toMatchObject({ status: 413, text: expect.stringContaining(String(MAX)) });
    expect(await read()).toMatchObject({ file: null });
    expect(statusOf(await sends(url, 'a smaller log'))).toBe(200);
  });

  it('refuses a form whose file is too large', async () => {
    const { url, read } = await given('UP-large-form');
    const form = new FormData();
    form.append('file', new Blob([Buffer.alloc(MAX + 1)]), 'x.log');

    const answer = await fetch(url, { method: 'POST', body: form });

    expect(answer.status).toBe(413);
    expect(await read()).toMatchObject({ file: null, uploadFailure: expect.stringContaining('too large') });
  });

  it('refuses a form without a file, and nothing at all', async () => {
    const { url, read } = await given('UP-empty');
    const form = new FormData();
    form.append('note', 'no file');

    expect((await fetch(url, { method: 'POST', body: form })).status).toBe(400);
    expect(statusOf(await sends(url, ''))).toBe(400);
    expect(await read()).toMatchObject({ file: null });
    expect(statusOf(await sends(url, 'a log'))).toBe(200);
  });

  it.each(['raw', 'form'])('keeps nothing of what was interrupted, and takes the next attempt: %s', async (how) => {
    const { url, id, read } = await given(`UP-interrupted-${how}`);
    const log = 'x'.repeat(200_000);
    const boundary = '----form';
    const body =
      how === 'raw'
        ? log
        : `--${boundary}\r\nContent-Disposition: form-data; name="a"; filename="a.log"\r\n\r\n${log}\r\n--${boundary}--\r\n`;
    const headers: Record<string, string> =
      how === 'raw' ? {} : { 'content-type': `multipart/form-data; boundary=${boundary}` };

    expect(await sends(url, body, { headers, breaksOffAfter: 100_000 })).toBe('no answer');
    await csms.eventually(async () =>
      expect(await read()).toMatchObject({ file: null, uploadFailure: 'it was interrupted', uploadAttempts: 1 }),
    );
    expect(
      await csms.sql('SELECT FROM file_chunks c WHERE NOT EXISTS (SELECT FROM files f WHERE f.id = c.file_id)'),
    ).toEqual([]);
    expect(statusOf(await sends(url, body, { headers }))).toBe(200);

    expect(await content(id)).toBe(log);
  });

  it('a station that comes back before its lost connection was noticed takes the place of it', async () => {
    const { url, id } = await given('UP-twice');
    const log = Buffer.alloc(200_000, 'x');
    const stuck = new ReadableStream({ start: (sink) => sink.enqueue(log.subarray(0, 100_000)) });
    const lost = fetch(url, { method: 'PUT', body: stuck, duplex: 'half' } as RequestInit).catch(() => 'cut off');
    await untilLogIs(csms, 'UP-twice', 'uploading');
    await csms.eventually(async () => expect((await logRequestOf(csms, 'UP-twice')).uploadAttempts).toBe(1));

    expect(statusOf(await sends(url, log))).toBe(200);

    expect(await lost).toBe('cut off');
    expect(await content(id)).toHaveLength(log.length);
    expect(await logRequestOf(csms, 'UP-twice')).toMatchObject({ state: 'uploaded', uploadFailure: null });
  });

  it.each(['GET', 'DELETE', 'PATCH', 'OPTIONS'])('is not for %s', async (method) => {
    const { url } = await given(`UP-${method}`);

    const answer = (await sends(url, undefined, { method })) as HttpAnswer;

    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('PUT, POST');
  });

  it('says no more than 404 to whoever guesses, and reads nothing of what they send', async () => {
    const guess = 'A'.repeat(43);

    for (const path of [guess, `${guess}/x.log`, 'short', `${guess}%00`, '..', '.%2e/x']) {
      const answer = (await sends(`${csms.url}/files/logs/${path}`, Buffer.alloc(MAX), {
        headers: { 'transfer-encoding': 'chunked' },
      })) as HttpAnswer;
      expect(answer.status).toBe(404);
    }
    expect((await fetch(`${csms.url}/files/logs`, { method: 'PUT', body: 'x' })).status).toBe(404);
  });

  it('does not repeat its URL in what it answers', async () => {
    const { url } = await given('UP-quiet');
    const capability = new URL(url).pathname.split('/')[3]!;

    const answers = await Promise.all([
      sends(`${url}/x`, undefined, { method: 'GET' }),
      sends(url, ''),
      sends(url, 'x', { headers: { 'content-range': 'bytes 0-0/10' } }),
      sends(url, 'no form', { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' } }),
    ]);

    expect(answers.map(statusOf)).toEqual([405, 400, 400, 400]);
    expect(JSON.stringify(answers)).not.toContain(capability);
  });

  it('ends with the request: cancelled, deleted', async () => {
    const cancelled = await given('UP-cancelled');
    await csms.operator.post(`/stations/UP-cancelled/log-requests/${cancelled.id}/cancel`);
    const deleted = await given('UP-deleted');
    await csms.operator.delete(`/stations/UP-deleted/log-requests/${deleted.id}`);

    expect(statusOf(await sends(cancelled.url, 'a log'))).toBe(410);
    expect(statusOf(await sends(deleted.url, 'a log'))).toBe(404);
  });

  it('is another one for each request', async () => {
    const one = await given('UP-one');
    const other = await given('UP-other');

    expect(one.url).not.toBe(other.url);
    expect(statusOf(await sends(one.url, 'of one'))).toBe(200);

    expect(await other.read()).toMatchObject({ file: null, uploadAttempts: 0 });
  });

  it('what was uploaded stays after a restart', async () => {
    const { url, id } = await given('UP-restart');
    await sends(url, 'a log');

    await csms.restart();

    expect(await content(id)).toBe('a log');
    expect(statusOf(await sends(url, 'a log'))).toBe(200);
  });
});
