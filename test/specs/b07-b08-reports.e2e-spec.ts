import { CallError, NO_ANSWER, type SimulatedStation } from '../../src/cli/simulator/index.js';
import type { StationRequests } from '../../src/ocpp/index.js';
import { startCsms } from '../support/csms.js';

type NotifyReport = StationRequests['2.0.1']['NotifyReport'];
type ReportData = NonNullable<NotifyReport['reportData']>[number];

const FULL = { base: 'FullInventory' };

/** A variable as a station reports it. */
const reported = (component: string, variable: string, value: string, more: object = {}): ReportData => ({
  component: { name: component },
  variable: { name: variable },
  variableAttribute: [{ value }],
  ...more,
});

describe('B07, B08 · Reports', () => {
  const csms = startCsms();

  const ask = (stationId: string, wish: object, headers?: Record<string, string>) =>
    csms.operator.post(`/stations/${stationId}/reports`, wish, headers);
  const report = async (stationId: string, id: string) =>
    (await csms.operator.get(`/stations/${stationId}/reports/${id}`)).body;
  const reports = async (stationId: string) => (await csms.operator.get(`/stations/${stationId}/reports`)).body.items;
  const model = async (stationId: string, query = '') =>
    (await csms.operator.get(`/stations/${stationId}/device-model?limit=500${query}`)).body.items;
  const names = async (stationId: string) =>
    (await model(stationId)).map(({ component, variable }: Record<string, string>) => `${component}.${variable}`);

  /** A station that answers as told and reports only what the test lets it. */
  const quiet = async (stationId: string, status: 'Accepted' | 'Rejected' | 'NotSupported' = 'Accepted') => {
    const station = await csms.station(stationId, '2.0.1').boots();
    return station.onCall('GetBaseReport', () => ({ status }), { optional: true });
  };
  const tells = (
    station: Pick<SimulatedStation<'2.0.1'>, 'call'>,
    requestId: number,
    seqNo: number,
    tbc: boolean | undefined,
    reportData?: ReportData[],
  ) =>
    station.call('NotifyReport', {
      requestId,
      generatedAt: csms.clock.now().toISOString(),
      seqNo,
      ...(tbc !== undefined && { tbc }),
      ...(reportData && { reportData: reportData as [ReportData] }),
    });

  describe.each(['1.6', '2.0.1'] as const)('OCPP %s', (version) => {
    it('B07 · a full inventory becomes what is known of the station (TC_B_13)', async () => {
      const stationId = `B07-full-${version}`;
      await csms.station(stationId, version).boots();

      const { status, body } = await ask(stationId, FULL);

      expect(status).toBe(200);
      expect(body).toMatchObject({ name: 'GetBaseReport', status: 'Accepted', reportId: expect.any(String) });
      await csms.eventually(async () =>
        expect(await report(stationId, body.reportId)).toMatchObject({
          state: 'complete',
          kind: 'FullInventory',
          askedBy: 'operator',
          commandId: body.commandId,
          missing: [],
        }),
      );
      expect(await model(stationId, '&component=ocppcommctrlr&variable=heartbeatinterval')).toMatchObject([
        {
          component: 'OCPPCommCtrlr',
          variable: 'HeartbeatInterval',
          attributeType: 'Actual',
          value: expect.stringMatching(/^\d+$/),
          mutability: 'ReadWrite',
          source: 'NotifyReport',
          observedAt: expect.any(String),
        },
      ]);
      expect(await model(stationId, '&component=SecurityCtrlr&variable=BasicAuthPassword')).toMatchObject([
        { value: null },
      ]);
    });

    it('B07.FR.14 · where the operator wants it the first boot is followed by an inventory, and no other', async () => {
      const stationId = `B07-boot-${version}`;
      const registration = { rules: { inventoryAtBoot: true } };
      const station = await csms.station(stationId, version, { registration }).boots();

      await csms.eventually(async () =>
        expect(await reports(stationId)).toMatchObject([{ state: 'complete', askedBy: 'boot', kind: 'FullInventory' }]),
      );
      await csms.clock.advance(60_000);
      await station.boot('PowerUp');
      await csms.clock.advance(60_000);
      await csms.operator.station(stationId);

      expect(await reports(stationId)).toHaveLength(1);
    });

    it('B07.FR.14 · another firmware is another inventory', async () => {
      const stationId = `B07-firmware-${version}`;
      const registration = { rules: { inventoryAtBoot: true } };
      const old = await csms.station(stationId, version, { registration, plate: { firmwareVersion: '1' } }).boots();
      await csms.eventually(async () => expect(await reports(stationId)).toMatchObject([{ state: 'complete' }]));
      await old.close();

      await csms.station(stationId, version, { plate: { firmwareVersion: '2' } }).boots();

      await csms.eventually(async () =>
        expect(await reports(stationId)).toMatchObject([
          { state: 'complete', firmwareVersion: '2' },
          { state: 'complete', firmwareVersion: '1' },
        ]),
      );
    });

    it('without that setting nobody is asked', async () => {
      const stationId = `B07-off-${version}`;
      const station = await csms.station(stationId, version).boots();

      await csms.clock.advance(120_000);
      await station.heartbeat();

      expect(await reports(stationId)).toEqual([]);
    });

    it('a question that is repeated with its key is one report', async () => {
      const stationId = `B07-key-${version}`;
      await csms.station(stationId, version).boots();

      const first = await ask(stationId, FULL, { 'Idempotency-Key': 'r1' });
      const again = await ask(stationId, FULL, { 'Idempotency-Key': 'r1' });

      expect(again.body).toMatchObject({ commandId: first.body.commandId, reportId: first.body.reportId });
      expect(await reports(stationId)).toHaveLength(1);
    });

    it('a question that comes twice at the same time is one report', async () => {
      const stationId = `B07-twice-${version}`;
      await csms.station(stationId, version).boots();
      const headers = { 'Idempotency-Key': 'twice' };

      const answers = await Promise.all([1, 2, 3].map(() => ask(stationId, FULL, headers)));

      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(new Set(answers.map(({ body }) => body.reportId)).size).toBe(1);
      expect(await reports(stationId)).toHaveLength(1);
    });

    it('of a station that is not connected fails, and stays to be seen', async () => {
      const stationId = `B07-offline-${version}`;
      await csms.given.station(stationId);

      expect(await ask(stationId, FULL)).toMatchObject({ status: 409, body: { code: 'station-offline' } });
      expect(await ask(`${stationId}-nobody`, FULL)).toMatchObject({ status: 404, body: { code: 'station-unknown' } });
      expect(await csms.operator.get(`/stations/${stationId}/reports/nothing`)).toMatchObject({
        status: 404,
        body: { code: 'report-unknown' },
      });
    });
  });

  it('B07 · parts are put together; what a full inventory leaves out is no longer there', async () => {
    const station = await quiet('B07-parts');
    const first = (await ask('B07-parts', FULL)).body;
    await tells(station, first.request.requestId, 0, false, [reported('A', 'Stays', '1'), reported('A', 'Goes', '1')]);
    expect(await names('B07-parts')).toEqual(['A.Goes', 'A.Stays']);

    await csms.clock.advance(1000);
    const { body } = await ask('B07-parts', FULL);
    const { requestId } = body.request;
    await tells(station, requestId, 0, true, [reported('A', 'Stays', '2')]);
    expect(await report('B07-parts', body.reportId)).toMatchObject({ state: 'receiving', parts: 1 });
    expect(await names('B07-parts')).toEqual(['A.Goes', 'A.Stays']);
    await csms.clock.advance(1000);
    await tells(station, requestId, 1, true, [
      reported('EVSE', 'Power', '7', {
        component: { name: 'EVSE', instance: 'left', evse: { id: 1 } },
        variable: { name: 'Power', instance: 'a' },
        variableAttribute: [
          { type: 'Actual', value: '7', mutability: 'ReadOnly', persistent: true, constant: true },
          { type: 'MaxSet', value: '11' },
        ],
        variableCharacteristics: { dataType: 'decimal', unit: 'kW', maxLimit: 22, supportsMonitoring: true },
      }),
    ]);
    await tells(station, requestId, 2, undefined);

    expect(await report('B07-parts', body.reportId)).toMatchObject({
      state: 'complete',
      parts: 3,
      received: [{ seqNo: 0, toBeContinued: true }, { seqNo: 1 }, { seqNo: 2, toBeContinued: false }],
    });
    expect(await names('B07-parts')).toEqual(['A.Stays', 'EVSE.Power', 'EVSE.Power']);
    const power = await model('B07-parts', '&component=EVSE&evseId=1');
    expect(power).toHaveLength(2);
    expect(power).toContainEqual({
      component: 'EVSE',
      componentInstance: 'left',
      evseId: 1,
      connectorId: null,
      variable: 'Power',
      instance: 'a',
      attributeType: 'Actual',
      value: '7',
      mutability: 'ReadOnly',
      persistent: true,
      constant: true,
      characteristics: { dataType: 'decimal', unit: 'kW', maxLimit: 22, supportsMonitoring: true },
      source: 'NotifyReport',
      observedAt: expect.any(String),
    });
  });

  it('B07 · the device model is read page by page', async () => {
    const station = await quiet('B07-pages');
    const { body } = await ask('B07-pages', FULL);
    const all = ['A', 'B', 'C', 'D', 'E'].map((variable) => reported('Thing', variable, variable));
    await tells(station, body.request.requestId, 0, false, all);

    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await csms.operator.get(`/stations/B07-pages/device-model?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.body.items.map(({ value }: { value: string }) => value));
      cursor = page.body.nextCursor;
    }

    expect(seen).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect((await csms.operator.get('/stations/B07-pages/device-model?cursor=made-up')).status).toBe(400);
  });

  it('B07 · a part that never comes leaves the report incomplete, and what is known untouched', async () => {
    const station = await quiet('B07-gap');
    const before = (await ask('B07-gap', FULL)).body;
    await tells(station, before.request.requestId, 0, false, [reported('A', 'Old', '1')]);
    await csms.clock.advance(1000);

    const { body } = await ask('B07-gap', FULL);
    await tells(station, body.request.requestId, 0, true, [reported('A', 'New', '1')]);
    await tells(station, body.request.requestId, 2, false, [reported('A', 'Newest', '1')]);

    expect(await report('B07-gap', body.reportId)).toMatchObject({ state: 'incomplete', missing: [1], parts: 2 });
    expect(await names('B07-gap')).toEqual(['A.New', 'A.Newest', 'A.Old']);

    await tells(station, body.request.requestId, 1, true, [reported('A', 'Middle', '1')]);

    expect(await report('B07-gap', body.reportId)).toMatchObject({ state: 'complete', missing: [] });
    expect(await names('B07-gap')).toEqual(['A.Middle', 'A.New', 'A.Newest']);
  });

  it('B07 · silence in the middle leaves it incomplete after a while', async () => {
    const station = await quiet('B07-silence');
    const { body } = await ask('B07-silence', FULL);
    await tells(station, body.request.requestId, 0, true, [reported('A', 'B', '1')]);

    csms.clock.wallTime = new Date(csms.clock.now().getTime() + 11 * 60_000);

    expect(await report('B07-silence', body.reportId)).toMatchObject({ state: 'incomplete', completedAt: null });
  });

  it('B07 · a repeated part counts once', async () => {
    const station = await quiet('B07-repeat');
    const { body } = await ask('B07-repeat', FULL);
    const { requestId } = body.request;

    await tells(station, requestId, 0, true, [reported('A', 'B', '1')]);
    await tells(station, requestId, 0, true, [reported('A', 'B', '1')]);
    await tells(station, requestId, 1, false, [reported('A', 'C', '1')]);
    await tells(station, requestId, 1, false, [reported('A', 'C', '1')]);

    expect(await report('B07-repeat', body.reportId)).toMatchObject({ state: 'complete', parts: 2 });
  });

  it('B07 · two reports at once are kept apart', async () => {
    const station = await quiet('B07-two');
    const one = (await ask('B07-two', FULL)).body;
    const two = (await ask('B07-two', FULL)).body;
    expect(two.request.requestId).not.toBe(one.request.requestId);

    await tells(station, one.request.requestId, 0, true, [reported('A', 'B', '1')]);
    await tells(station, two.request.requestId, 0, true, [reported('A', 'B', '1')]);
    await tells(station, two.request.requestId, 1, false);

    expect(await report('B07-two', one.reportId)).toMatchObject({ state: 'receiving' });
    expect(await report('B07-two', two.reportId)).toMatchObject({ state: 'complete' });
  });

  it('B07 · a report outlives a restart in its middle', async () => {
    const station = await quiet('B07-restart');
    const { body } = await ask('B07-restart', FULL);
    await tells(station, body.request.requestId, 0, true, [reported('A', 'B', '1')]);

    await csms.restart();
    await station.goOnline();
    await tells(station, body.request.requestId, 1, false, [reported('A', 'C', '1')]);

    expect(await report('B07-restart', body.reportId)).toMatchObject({ state: 'complete', parts: 2 });
    expect(await names('B07-restart')).toEqual(['A.B', 'A.C']);
  });

  it('B07 · an answer that was stored when TAU died is taken for the report at the next start', async () => {
    await csms.station('B07-died', '1.6').boots();
    const { body } = await ask('B07-died', FULL);
    // as the rows stand where the process dies after the answer was recorded
    await csms.sql(`DELETE FROM device_report_parts WHERE report_id = $1`, body.reportId);
    await csms.sql(
      `UPDATE device_reports SET answer = NULL, parts = 0, last_seq_no = NULL, last_part_at = NULL, completed_at = NULL
       WHERE id = $1`,
      body.reportId,
    );

    await csms.restart();

    expect(await report('B07-died', body.reportId)).toMatchObject({ state: 'complete', answer: 'Accepted' });
  });

  it('B07 · of what nobody asked for no more is kept than of reports', async () => {
    const station = await quiet('B07-floods');
    for (let requestId = 1; requestId <= 55; requestId++) await tells(station, requestId, 0, false);

    const [row] = await csms.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM device_reports r JOIN stations s ON s.id = r.station_id
       WHERE s.station_id = 'B07-floods'`,
    );
    expect(row).toEqual({ count: 50 });
  });

  it('B07 · what nobody asked for is kept as well', async () => {
    const station = await quiet('B07-unasked');

    expect(await tells(station, 4711, 0, false, [reported('A', 'B', '1')])).toEqual({});

    expect(await reports('B07-unasked')).toMatchObject([
      { kind: 'Unasked', askedBy: 'station', requestId: 4711, state: 'complete', commandId: null },
    ]);
    expect(await names('B07-unasked')).toEqual(['A.B']);
  });

  it('B07 · secrets and texts that no database takes do no harm', async () => {
    const station = await quiet('B07-hostile');
    const { body } = await ask('B07-hostile', FULL);

    await tells(station, body.request.requestId, 0, false, [
      reported('A', 'WifiPassword', 'hunter2-hunter2'),
      reported('A', 'WriteOnly', 'hunter2', { variableAttribute: [{ mutability: 'WriteOnly', value: 'hunter2' }] }),
      reported('A\u0000', 'B\ud800', 'x\u0000y'),
    ]);

    const shown = await report('B07-hostile', body.reportId);
    expect(shown).toMatchObject({ state: 'complete' });
    expect(JSON.stringify([shown, await model('B07-hostile')])).not.toContain('hunter2');
    expect(await model('B07-hostile')).toHaveLength(3);
  });

  it.each([
    ['Rejected', 'refused'],
    ['NotSupported', 'refused'],
  ] as const)('B07 · a station that answers %s is shown so', async (status, state) => {
    await quiet(`B07-${status}`, status);

    const { body } = await ask(`B07-${status}`, FULL);

    expect(body).toMatchObject({ status });
    expect(await report(`B07-${status}`, body.reportId)).toMatchObject({ state, answer: status });
  });

  it('B07 · a summary that has nothing to tell is empty', async () => {
    const station = await csms.station('B07-empty', '2.0.1').boots();
    station.onCall('GetBaseReport', () => ({ status: 'EmptyResultSet' }));

    const { body } = await ask('B07-empty', { base: 'SummaryInventory' });

    expect(await report('B07-empty', body.reportId)).toMatchObject({ state: 'empty' });
  });

  it('B07 · an error as the answer is a failure', async () => {
    const station = await csms.station('B07-error', '2.0.1').boots();
    station.onCall('GetBaseReport', new CallError('InternalError', 'no'));

    expect(await ask('B07-error', FULL)).toMatchObject({ status: 502, body: { code: 'station-error' } });

    expect(await reports('B07-error')).toMatchObject([
      { state: 'failed', answer: 'station-error', commandId: expect.any(String) },
    ]);
  });

  it('B07 · a station that does not answer in time may report all the same', async () => {
    const registration = { rules: { callTimeoutSeconds: 10 } };
    const station = await csms.station('B07-late', '2.0.1', { registration }).boots();
    station.onCall('GetBaseReport', NO_ANSWER);
    const asking = ask('B07-late', FULL);
    const { requestId } = await station.nextCall('GetBaseReport');
    await csms.clock.advance(10_000);
    expect(await asking).toMatchObject({ status: 504, body: { code: 'station-timeout' } });

    await tells(station, requestId, 0, false, [reported('A', 'B', '1')]);

    expect(await reports('B07-late')).toMatchObject([{ state: 'complete', answer: 'station-timeout' }]);
  });

  it('B07.FR.14 · an inventory that a crash lost, or that the station had no time for, is asked for again', async () => {
    const registration = { rules: { inventoryAtBoot: true } };
    const station = csms.station('B07-again', '2.0.1', { registration });
    station.onCall('GetBaseReport', () => ({ status: 'Rejected' }));
    await station.boots();
    await csms.eventually(async () => expect(await reports('B07-again')).toMatchObject([{ state: 'refused' }]));

    await csms.restart();
    await station.goOnline();
    csms.clock.wallTime = new Date(csms.clock.now().getTime() + 11 * 60_000);
    await csms.clock.advance(60_000);
    await csms.eventually(async () => expect(await reports('B07-again')).toHaveLength(2));
    await station.heartbeat();

    expect(await reports('B07-again')).toMatchObject([{ askedBy: 'boot' }, { askedBy: 'boot' }]);
  });

  it('B07.FR.14 · a station without such a report is not asked again', async () => {
    const registration = { rules: { inventoryAtBoot: true } };
    const station = csms.station('B07-never', '2.0.1', { registration });
    station.onCall('GetBaseReport', () => ({ status: 'NotSupported' }));
    await station.boots();
    await csms.eventually(async () => expect(await reports('B07-never')).toMatchObject([{ state: 'refused' }]));

    csms.clock.wallTime = new Date(csms.clock.now().getTime() + 60 * 60_000);
    await csms.clock.advance(60_000);
    await station.heartbeat();
    await csms.clock.advance(60_000);

    expect(await reports('B07-never')).toHaveLength(1);
  });

  it('B08 · a custom report holds what was asked for (TC_B_18)', async () => {
    const station = await csms.station('B08-custom', '2.0.1').boots();

    const { body } = await ask('B08-custom', { variables: [{ component: 'OCPPCommCtrlr' }] });

    expect(await station.nextCall('GetReport')).toEqual({
      requestId: body.request.requestId,
      componentVariable: [{ component: { name: 'OCPPCommCtrlr' } }],
    });
    await csms.eventually(async () =>
      expect(await report('B08-custom', body.reportId)).toMatchObject({
        state: 'complete',
        kind: 'Custom',
        criteria: { variables: [{ component: 'OCPPCommCtrlr' }] },
      }),
    );
    const { variables } = await report('B08-custom', body.reportId);
    expect(new Set(variables.map(({ component }: { component: string }) => component))).toEqual(
      new Set(['OCPPCommCtrlr']),
    );
  });

  it.each([
    ['1.6', { variables: [{ component: 'EVSE' }] }],
    ['1.6', { base: 'SummaryInventory' }],
    ['2.0', FULL],
  ] as const)('what OCPP %s has no words for is refused: %j', async (version, wish) => {
    const stationId = `B08-no-${version}`;
    await csms.station(stationId, version).boots();

    expect(await ask(stationId, wish)).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
  });

  it.each([
    [{}],
    [{ base: 'Everything' }],
    [{ base: 'FullInventory', componentCriteria: ['Active'] }],
    [{ componentCriteria: ['Lost'] }],
    [{ componentCriteria: [] }],
    [{ variables: [{ variable: 'A' }] }],
    [{ variables: [{ component: 'A' }, { component: 'a' }] }],
  ])('is refused where the request makes no sense: %j', async (wish) => {
    await csms.given.station('B08-bad');

    expect(await ask('B08-bad', wish)).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  });
});
