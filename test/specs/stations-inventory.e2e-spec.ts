import { jest } from '@jest/globals';
import { Global, Logger, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { Clock } from '../../src/common/clock.js';
import { DomainEvents } from '../../src/common/domain-events.js';
import { Secrets } from '../../src/common/secrets.js';
import { Config } from '../../src/config/config.js';
import { Backlog } from '../../src/database/backlog.js';
import { readConfig } from '../../src/config/read-config.js';
import { RefusedIdentityLog } from '../../src/modules/stations/admission/refused-identity-log.js';
import {
  BootRecords,
  ConnectorStatuses,
  StationArchived,
  StationChanged,
  StationPulse,
  StationsModule,
  StationsService,
  type StatusReport,
} from '../../src/modules/stations/index.js';
import { Connections } from '../../src/modules/stations/presence/connections.js';
import { MessageLogWriter } from '../../src/modules/stations/message-log/message-log-writer.js';
import { MessagesService } from '../../src/modules/stations/message-log/messages.service.js';
import { RefusedIdentitiesService } from '../../src/modules/stations/refused-identities.service.js';
import { StationCatalog } from '../../src/modules/stations/station-catalog.service.js';
import { StationReservations } from '../../src/modules/stations/station-reservations.js';
import { type Exchange, type Knock, MessageLog, StationClient, StationDirectory } from '../../src/ocpp/index.js';
import { FakeClock } from '../support/fake-clock.js';
import { freshDatabase } from '../support/fresh-database.js';

const config = { ...readConfig({}), secretKey: 'a-key-of-thirty-two-characters-or-more' } satisfies Config;

describe('The inventory', () => {
  let dataSource: DataSource;
  let clock: FakeClock;
  let app: TestingModule;
  let stations: StationsService;
  let catalog: StationCatalog;
  let directory: StationDirectory;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    dataSource = await freshDatabase();
  });

  afterAll(() => dataSource?.destroy());

  beforeEach(async () => {
    await dataSource.query('TRUNCATE stations, connectors, refused_identities, station_rule_counts, ocpp_messages');
    clock = new FakeClock();
    const surroundings = [
      { provide: DataSource, useValue: dataSource },
      { provide: Clock, useValue: clock },
      { provide: Config, useValue: config },
      Backlog,
      DomainEvents,
      Secrets,
      // no station is connected here
      { provide: StationClient, useValue: { disconnect: () => undefined } },
      // and nothing reserved
      { provide: StationReservations, useValue: { openAt: async () => new Map() } },
    ];
    @Global()
    @Module({ providers: surroundings, exports: surroundings })
    class Surroundings {}
    app = await Test.createTestingModule({ imports: [Surroundings, StationsModule] }).compile();
    await app.init();
    stations = app.get(StationsService);
    catalog = app.get(StationCatalog);
    directory = app.get(StationDirectory);
  });

  afterEach(() => app.close());

  const connection = (stationUuid: string) => ({
    stationUuid,
    stationId: 'CS001',
    version: '1.6' as const,
    remoteAddress: '192.0.2.1',
    connectedAt: clock.now(),
  });

  const knock = (identity: string, password?: string | Buffer, user = identity): Knock => ({
    identity,
    credentials: password === undefined ? undefined : { user: Buffer.from(user), password: Buffer.from(password) },
    remoteAddress: '192.0.2.1',
    secure: false,
  });

  const registered = async (stationId = 'CS001') => {
    const { password } = await stations.register({ stationId });
    return { password, ...(await stations.byStationId(stationId)) };
  };

  describe('at the door', () => {
    it('lets a station in with its password, in any letter case of its identity', async () => {
      const { id, password } = await registered('CS001');

      const admission = await directory.admit(knock('cs001', password, 'cS001'));

      expect(admission).toEqual({
        admitted: true,
        station: {
          id,
          stationId: 'CS001',
          registration: undefined,
          decision: 'Accepted',
          everAccepted: false,
          settings: { securityProfile: 1, disabledRules: [], enabledRules: [] },
        },
      });
    });

    it('refuses everybody else, and says why', async () => {
      const { password } = await registered('CS001');

      const reasons = await Promise.all(
        [
          knock('CS002', password),
          knock('CS001'),
          knock('CS001', password, 'CS002'),
          knock('CS001', `${password}x`),
          knock('CS001', ''),
          knock('CS\u0000', password),
        ].map((attempt) => directory.admit(attempt)),
      );

      expect(reasons.map((admission) => !admission.admitted && admission.reason)).toEqual([
        'unknown-identity',
        'no-credentials',
        'wrong-user',
        'wrong-password',
        'wrong-password',
        'unknown-identity',
      ]);
    });

    it('takes a 1.6 key as raw bytes and as hex digits in any case', async () => {
      const passwordHex = '00ff10203a4b5c6d7e8f90a1b2c3d4e5f6071829';
      await stations.register({ stationId: 'CS001', passwordHex });

      for (const presented of [Buffer.from(passwordHex, 'hex'), passwordHex, passwordHex.toUpperCase()]) {
        expect(await directory.admit(knock('CS001', presented))).toMatchObject({ admitted: true });
      }
    });

    it('asks a station of profile 0 for nothing, and one of profile 2 for TLS', async () => {
      await stations.register({ stationId: 'OPEN', securityProfile: 0 });
      const { password } = await stations.register({ stationId: 'TLS', securityProfile: 2 });

      expect(await directory.admit(knock('OPEN'))).toMatchObject({ admitted: true });
      expect(await directory.admit(knock('TLS', password))).toMatchObject({ reason: 'insecure-transport' });
      expect(await directory.admit({ ...knock('TLS', password), secure: true })).toMatchObject({ admitted: true });
    });

    it('limits failures but never the right password', async () => {
      const { password } = await registered('CS001');
      const attempts = Array.from({ length: config.ocpp.maxFailedAuthentications + 1 }, () => knock('CS001', 'wrong'));

      const refusals = await Promise.all(attempts.map((attempt) => directory.admit(attempt)));

      expect(refusals.filter((refusal) => !refusal.admitted && refusal.reason === 'too-many-failures')).toHaveLength(1);
      expect(await directory.admit(knock('CS001', password))).toMatchObject({ admitted: true });
    });

    it('checks guesses one after the other, and lets in at once who came before', async () => {
      const chosen = 'sixteen letters!';
      for (const stationId of ['CS001', 'CS002']) await stations.register({ stationId, password: chosen });
      expect(await directory.admit(knock('CS001', chosen))).toMatchObject({ admitted: true });
      const verify = jest.spyOn(app.get(Secrets), 'verify');
      const guesses = Array.from({ length: 20 }, (_, i) => directory.admit(knock('CS001', `guess ${i}`)));

      const known = await directory.admit(knock('CS001', chosen));
      const checksUntilThen = verify.mock.calls.length;
      const other = await directory.admit(knock('CS002', chosen));

      expect([known, other]).toMatchObject([{ admitted: true }, { admitted: true }]);
      expect(checksUntilThen).toBeLessThan(3);
      expect(verify.mock.calls.length).toBeLessThan(10);
      await Promise.all(guesses);
      expect(verify).toHaveBeenCalledTimes(21);
    });

    it('turns away unheard who has failed too often while many checks wait, and nobody else', async () => {
      await stations.register({ stationId: 'CS001', password: 'sixteen letters!' });
      const guess = (remoteAddress: string, password = 'a guess') =>
        directory.admit({ ...knock('CS001', password), remoteAddress });
      const guesses = (times: number) => Promise.all(Array.from({ length: times }, () => guess('192.0.2.66')));
      await guesses(config.ocpp.maxFailedAuthentications);
      const verify = jest.spyOn(app.get(Secrets), 'verify');

      const flood = guesses(200);
      const [right] = await Promise.all([guess('192.0.2.1', 'sixteen letters!'), flood]);

      expect(right).toMatchObject({ admitted: true });
      expect(verify.mock.calls.length).toBeLessThan(60);
    });

    it('refuses the old password as soon as there is a new one', async () => {
      const { password } = await registered('CS001');

      const renewed = await stations.renewPassword('cs001', { password: 'sixteen letters!' });

      expect(renewed).toEqual({
        stationId: 'CS001',
        password: 'sixteen letters!',
        passwordHex: Buffer.from('sixteen letters!').toString('hex'),
      });
      expect(await directory.admit(knock('CS001', password))).toMatchObject({ reason: 'wrong-password' });
      expect(await directory.admit(knock('CS001', 'sixteen letters!'))).toMatchObject({ admitted: true });
    });

    it('lists who knocked, counted, and registers from there', async () => {
      const refusals = app.get(RefusedIdentitiesService);
      for (let i = 0; i < 3; i++)
        directory.refused({ identity: 'NEW01', remoteAddress: '192.0.2.7' }, 'unknown-identity');
      directory.refused({ identity: `x\u0000${'y'.repeat(1000)}`, remoteAddress: '192.0.2.8' }, 'unknown-identity');
      await app.get(RefusedIdentityLog).flushed();
      directory.refused({ identity: 'new01', remoteAddress: '192.0.2.7' }, 'unknown-identity');

      const { items } = await refusals.list({ limit: 50 });

      expect(items).toHaveLength(2);
      const knocked = items.find(({ identity }) => identity === 'new01')!;
      expect(knocked).toMatchObject({ reason: 'unknown-identity', remoteAddress: '192.0.2.7', count: 4 });
      expect(items.find(({ identity }) => identity.startsWith('x'))!.identity).toHaveLength(255);

      const station = await refusals.register(knocked.id, { securityProfile: 1 });

      expect(await directory.admit(knock('NEW01', station.password))).toMatchObject({ admitted: true });
      expect((await refusals.list({ limit: 50 })).items).toHaveLength(1);
      await expect(refusals.register(knocked.id, {})).rejects.toMatchObject({ code: 'refused-identity-unknown' });
    });

    describe('while the database is away', () => {
      const refuse = (identity: string) =>
        directory.refused({ identity, remoteAddress: '192.0.2.7' }, 'unknown-identity');
      const away = () => Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
      const listed = async () => (await app.get(RefusedIdentitiesService).list({ limit: 50 })).items;
      let query: jest.SpiedFunction<DataSource['query']>;

      beforeEach(() => {
        query = jest.spyOn(dataSource, 'query');
      });

      afterEach(() => query.mockRestore());

      it('keeps who knocked, counts on, and lists them with the next write', async () => {
        const firstAt = clock.now();
        query.mockImplementationOnce(() => {
          // while the write is under way
          refuse('new01');
          return Promise.reject(away());
        });
        refuse('NEW01');
        refuse('NEW02');
        await app.get(RefusedIdentityLog).flushed();
        await clock.advance(1000);
        refuse('new01');

        expect(await listed()).toMatchObject([
          { identity: 'new01', count: 3, firstAt, lastAt: clock.now() },
          { identity: 'NEW02', count: 1, firstAt, lastAt: firstAt },
        ]);
      });

      it('counts nobody twice where they were written and only the oldest could not be forgotten', async () => {
        const { query: asked } = DataSource.prototype;
        query.mockImplementationOnce((...write) => asked.apply(dataSource, write)).mockRejectedValueOnce(away());
        refuse('NEW01');
        await app.get(RefusedIdentityLog).flushed();
        expect(query).toHaveBeenCalledTimes(2);
        refuse('NEW01');

        expect(await listed()).toMatchObject([{ count: 2 }]);
      });

      it('keeps 500 of a flood, and rather those who came first', async () => {
        query.mockRejectedValueOnce(away());
        for (let i = 0; i < 400; i++) refuse(`X${i}`);
        await app.get(RefusedIdentityLog).flushed();
        for (let i = 300; i < 800; i++) refuse(`X${i}`);
        await app.get(RefusedIdentityLog).flushed();

        const [counts] = await dataSource.query(`
          SELECT count(*)::int AS all, count(*) FILTER (WHERE count = 2)::int AS twice,
            max(substr(identity, 2)::int) AS last FROM refused_identities`);
        expect(counts).toEqual({ all: 500, twice: 100, last: 499 });
      });

      it('gives up what the database refuses, which would hold up all that follow', async () => {
        query.mockRejectedValueOnce(Object.assign(new Error('invalid byte sequence'), { code: '22021' }));
        refuse('NEW01');
        await app.get(RefusedIdentityLog).flushed();
        refuse('NEW02');

        expect(await listed()).toMatchObject([{ identity: 'NEW02' }]);
      });
    });

    it('keeps 500 made-up identities of a flood and drops the rest', async () => {
      for (let i = 0; i < 800; i++) directory.refused({ identity: `X${i}`, remoteAddress: '' }, 'unknown-identity');
      await app.get(RefusedIdentityLog).flushed();

      const [{ count }] = await dataSource.query('SELECT count(*)::int AS count FROM refused_identities');
      expect(count).toBe(500);
    });
  });

  describe('and its operators', () => {
    it('shows a new station with its password, once', async () => {
      const station = await stations.register({
        stationId: 'CS001',
        labels: ['north'],
        rules: { callTimeoutSeconds: 5 },
      });

      expect(station).toMatchObject({
        stationId: 'CS001',
        password: expect.stringMatching(/^[A-Za-z0-9]{20}$/),
        passwordHex: Buffer.from(station.password).toString('hex'),
        securityProfile: 1,
        registrationStatus: 'Accepted',
        connected: false,
        ocppVersion: null,
        labels: ['north'],
        rules: { callTimeoutSeconds: 5 },
        evses: [],
        deviations: [],
      });
      expect(await catalog.read('CS001')).not.toHaveProperty('password');
    });

    it('registers an identity once, whatever its letter case, until it is archived', async () => {
      const archived: StationArchived[] = [];
      app.get(DomainEvents).on(StationArchived, (event) => void archived.push(event));
      const { id } = await registered('CS001');

      await expect(stations.register({ stationId: 'cs001' })).rejects.toMatchObject({
        code: 'station-exists',
        status: 409,
      });
      await stations.archive('Cs001');
      await expect(catalog.read('CS001')).rejects.toMatchObject({ code: 'station-unknown', status: 404 });
      await stations.register({ stationId: 'cs001' });

      expect(archived).toEqual([new StationArchived(id, 'CS001')]);
      expect(await stations.stationIdsOf([id])).toEqual(new Map([[id, 'CS001']]));
    });

    it('refuses unfit identities and passwords with a sentence', async () => {
      for (const station of [
        { stationId: 'a b' },
        { stationId: 'CS001', password: 'too short' },
        { stationId: 'CS001', password: 'x'.repeat(20), passwordHex: '00'.repeat(16) },
      ]) {
        await expect(stations.register(station)).rejects.toMatchObject({ code: 'validation-failed', status: 400 });
      }
    });

    it('changes what is given, leaves the rest, and tells the kernel', async () => {
      const changed: StationChanged[] = [];
      app.get(DomainEvents).on(StationChanged, (event) => void changed.push(event));
      await stations.register({
        stationId: 'CS001',
        name: 'Depot',
        rules: { callTimeoutSeconds: 5, maxFrameBytes: 4096 },
      });

      const station = await stations.change('CS001', {
        name: null,
        registrationStatus: 'Pending',
        allowedVersions: ['2.0.1'],
        rules: { callTimeoutSeconds: null, enabledRules: ['no-pong'] },
      });

      expect(station).toMatchObject({
        name: null,
        registrationStatus: 'Pending',
        allowedVersions: ['2.0.1'],
        securityProfile: 1,
        rules: { maxFrameBytes: 4096, enabledRules: ['no-pong'] },
      });
      expect(changed.map(({ stationId, settings }) => ({ stationId, settings }))).toEqual([
        {
          stationId: 'CS001',
          settings: {
            allowedVersions: ['2.0.1'],
            securityProfile: 1,
            maxFrameBytes: 4096,
            disabledRules: [],
            enabledRules: ['no-pong'],
          },
        },
      ]);
    });

    it('lists stations page by page and by what they are', async () => {
      for (const stationId of ['CS3', 'cs1', 'CS2', '50_']) await stations.register({ stationId, labels: [stationId] });
      await directory.connected(connection((await stations.byStationId('CS2')).id));
      const ids = async (query: object) => (await catalog.list({ limit: 50, ...query })).items.map((s) => s.stationId);

      const first = await catalog.list({ limit: 3 });

      expect(first.items.map(({ stationId }) => stationId)).toEqual(['50_', 'cs1', 'CS2']);
      expect(await ids({ cursor: first.nextCursor! })).toEqual(['CS3']);
      expect(await ids({ connected: true })).toEqual(['CS2']);
      expect(await ids({ connected: false, search: 'CS' })).toEqual(['cs1', 'CS3']);
      expect(await ids({ label: ['CS3'] })).toEqual(['CS3']);
      expect(await ids({ search: '_' })).toEqual(['50_']);
      expect(await ids({ registrationStatus: 'Rejected' })).toEqual([]);
    });

    it('calls an impossible identity unknown', async () => {
      await expect(stations.byStationId('a\u0000')).rejects.toMatchObject({ code: 'station-unknown' });
    });
  });

  describe('and connections', () => {
    it('gives each connection a larger epoch, and a late close of an old one changes nothing', async () => {
      const { id } = await registered();

      const [first, second] = await Promise.all([
        directory.connected(connection(id)),
        directory.connected(connection(id)),
      ]);
      await directory.disconnected(connection(id), first!, 1006, '');

      expect(second).toBeGreaterThan(first!);
      expect(await catalog.read('CS001')).toMatchObject({
        connected: true,
        ocppVersion: '1.6',
        remoteAddress: '192.0.2.1',
      });
      await directory.disconnected(connection(id), second!, 1000, 'bye\u0000');
      expect(await catalog.read('CS001')).toMatchObject({ connected: false, disconnectReason: 'bye\ufffd (1000)' });
    });

    it('takes nobody for connected after a restart', async () => {
      const { id } = await registered();
      await directory.connected(connection(id));

      await app.get(Connections).onModuleInit();

      expect(await catalog.read('CS001')).toMatchObject({
        connected: false,
        disconnectReason: 'the CSMS was restarted',
      });
    });

    it('shows the last sign of life at once and writes it later', async () => {
      const { id } = await registered();
      const at = new Date('2026-11-22T12:00:05.000Z');
      const stored = async () =>
        (await dataSource.query('SELECT last_seen_at FROM stations WHERE id = $1', [id]))[0]
          .last_seen_at as Date | null;

      directory.seen(id, new Date('2026-11-22T12:00:01.000Z'));
      directory.seen(id, at);

      expect((await catalog.read('CS001')).lastSeenAt).toEqual(at);
      expect(await stored()).toBeNull();
      await app.get(StationPulse).flushed();
      expect(await stored()).toEqual(at);
      expect((await catalog.read('CS001')).lastSeenAt).toEqual(at);
    });

    it('leaves a row that is being changed for the next turn', async () => {
      const { id } = await registered();
      const other = dataSource.createQueryRunner();
      await other.startTransaction();
      await other.query('UPDATE stations SET name = $2 WHERE id = $1', [id, 'locked']);

      directory.seen(id, clock.now());
      await app.get(StationPulse).flushed();
      await other.commitTransaction();
      await other.release();

      expect((await dataSource.query('SELECT last_seen_at FROM stations'))[0].last_seen_at).toBeNull();
      await app.get(StationPulse).flushed();
      expect((await dataSource.query('SELECT last_seen_at FROM stations'))[0].last_seen_at).toEqual(clock.now());
    });

    it('flags a clock that is off by more than a minute', async () => {
      const { id } = await registered();

      app.get(StationPulse).observeClock(id, new Date('2026-11-22T12:01:30.500Z'), new Date('2026-11-22T12:00:00Z'));
      await app.get(StationPulse).flushed();

      expect(await catalog.read('CS001')).toMatchObject({ clockDifferenceSeconds: 90.5, clockSuspect: true });
    });

    it('counts the leniency rules that a station needs', async () => {
      const { id } = await registered();

      for (let i = 0; i < 3; i++) directory.ruleApplied(id, 'extra-property');
      directory.ruleApplied(id, 'null-word');
      await catalog.read('CS001');
      directory.ruleApplied(id, 'extra-property');

      expect((await catalog.read('CS001')).deviations).toMatchObject([
        { rule: 'extra-property', count: 4 },
        { rule: 'null-word', count: 1 },
      ]);
    });
  });

  describe('and what stations report', () => {
    const status = (stationUuid: string, since: string, received: string, reportedStatus: string): StatusReport => ({
      stationUuid,
      evseId: 1,
      connectorId: 1,
      status: 'Occupied',
      reportedStatus,
      statusSince: new Date(`2026-11-22T${since}Z`),
      receivedAt: new Date(`2026-11-22T${received}Z`),
    });
    const shown = async () => (await catalog.read('CS001')).evses[0]?.connectors[0]?.reportedStatus;

    it('creates EVSEs and connectors as they are heard of', async () => {
      const { id } = await registered();
      const statuses = app.get(ConnectorStatuses);
      const base = status(id, '12:00:00', '12:00:00', 'Charging');
      await Promise.all([
        statuses.report({ ...base, evseId: 2, connectorId: 1, info: 'in\u0000fo', errorCode: 'OtherError' }),
        statuses.report({ ...base, evseId: 1, connectorId: 2 }),
        statuses.report({ ...base, evseId: 1, connectorId: 0, status: 'Available', reportedStatus: 'Available' }),
        statuses.report({ ...base, evseId: 0, connectorId: 0, status: 'Faulted', reportedStatus: 'Faulted' }),
        statuses.report({ ...base, evseId: 2_000_000_000 }),
      ]);

      expect(await catalog.read('CS001')).toMatchObject({
        status: { status: 'Faulted', stale: true },
        evses: [
          { evseId: 1, status: { status: 'Available' }, connectors: [{ connectorId: 2, reportedStatus: 'Charging' }] },
          { evseId: 2, status: null, connectors: [{ connectorId: 1, info: 'in\ufffdfo', errorCode: 'OtherError' }] },
        ],
      });
    });

    it('never lets an older status replace a newer one', async () => {
      const { id } = await registered();
      const statuses = app.get(ConnectorStatuses);

      await statuses.report(status(id, '12:00:00', '12:00:00', 'Preparing'));
      await statuses.report(status(id, '11:00:00', '12:00:01', 'Charging'));
      expect(await shown()).toBe('Preparing');
      await statuses.report(status(id, '12:00:00', '12:00:02', 'Finishing'));
      expect(await shown()).toBe('Finishing');
      await statuses.report(status(id, '12:00:00', '12:00:01', 'Charging'));
      expect(await shown()).toBe('Finishing');
    });

    it('stores a boot with the decision that it is answered', async () => {
      const { id } = await registered();
      const boots = app.get(BootRecords);
      const boot = { vendor: 'V', model: 'M\u0000', serialNumber: 'S1' };

      await stations.change('CS001', { registrationStatus: 'Pending', rules: { heartbeatIntervalSeconds: 60 } });
      expect(await boots.record(id, boot, clock.now())).toEqual({
        registrationStatus: 'Pending',
        rules: { heartbeatIntervalSeconds: 60 },
      });
      expect(await catalog.read('CS001')).toMatchObject({
        vendor: 'V',
        model: 'M\ufffd',
        serialNumber: 'S1',
        bootAnswer: 'Pending',
        firstAcceptedAt: null,
        heartbeatIntervalSeconds: 60,
      });

      await stations.change('CS001', { registrationStatus: 'Accepted' });
      const [first, second] = await Promise.all([
        boots.record(id, boot, new Date('2026-11-22T12:00:01Z')),
        boots.record(id, { vendor: 'V', model: 'M2' }, new Date('2026-11-22T12:00:02Z')),
      ]);

      expect([first, second]).toMatchObject([{ registrationStatus: 'Accepted' }, { registrationStatus: 'Accepted' }]);
      expect(await catalog.read('CS001')).toMatchObject({ model: 'M2', serialNumber: null, bootAnswer: 'Accepted' });
      await stations.archive('CS001');
      expect(await boots.record(id, boot, clock.now())).toBeUndefined();
    });
  });

  describe('and the log of raw messages', () => {
    const exchange = (stationUuid: string, changes: Partial<Exchange> = {}): Exchange => ({
      stationUuid,
      version: '1.6',
      direction: 'from-station',
      action: 'Authorize',
      messageId: '1',
      request: Buffer.from('[2,"1","Authorize",{"idTag":"A\\u0000"}]'),
      response: Buffer.from('[3,"1",{"idTagInfo":{"status":"Invalid"}}]'),
      outcome: 'answered',
      receivedAt: clock.now(),
      answeredAt: clock.now(),
      ...changes,
    });

    it('keeps every byte and shows the newest first', async () => {
      const { id } = await registered();
      const log = app.get(MessageLog);
      const messages = app.get(MessagesService);
      log.record(exchange(id));
      await clock.advance(1);
      log.record(
        exchange(id, {
          direction: 'to-station',
          action: undefined,
          messageId: 'm\u0000',
          request: Buffer.from([0, 0xff, 0x41]),
          response: undefined,
          outcome: 'timed-out',
          answeredAt: undefined,
        }),
      );

      const { items } = await messages.list('CS001', { limit: 50 });

      expect(items).toMatchObject([
        { direction: 'to-station', action: null, requestText: '\u0000\ufffdA', response: null, responseText: null },
        {
          action: 'Authorize',
          request: { idTag: 'A\u0000' },
          response: { idTagInfo: { status: 'Invalid' } },
          receivedAt: new Date('2026-11-22T12:00:00.000Z'),
          count: 1,
        },
      ]);
      const page = await messages.list('CS001', { limit: 1 });
      const next = await messages.list('CS001', { limit: 1, cursor: page.nextCursor! });
      expect([...page.items, ...next.items]).toEqual(items);
      expect(next.nextCursor).toBeNull();
      expect((await messages.list('CS001', { limit: 5, action: 'Authorize' })).items).toHaveLength(1);
      expect((await messages.list('CS001', { limit: 5, direction: 'to-station' })).items).toHaveLength(1);
      const [{ request }] = await dataSource.query(`SELECT request FROM ocpp_messages WHERE outcome = 'timed-out'`);
      expect(request).toEqual(Buffer.from([0, 0xff, 0x41]));
    });

    it('writes thousands of messages in order, and what waits at shutdown', async () => {
      const { id } = await registered();
      const log = app.get(MessageLogWriter);

      for (let i = 0; i < 2345; i++) log.record(exchange(id, { request: Buffer.from(`[2,"${i}","Authorize",{}]`) }));
      log.heartbeat(id, '1.6', clock.now());
      log.heartbeat(id, '1.6', clock.now());
      await app.close();

      const rows: { request: Buffer; count: number }[] = await dataSource.query(
        'SELECT request, count FROM ocpp_messages',
      );
      expect(rows).toHaveLength(2346);
      expect(new Set(rows.map(({ request }) => request.toString())).size).toBe(2346);
      expect(rows.find(({ request }) => request.toString() === '{}')!.count).toBe(2);
    });

    it('drops what it cannot hold instead of growing', async () => {
      const { id } = await registered();
      const log = app.get(MessageLogWriter);
      const large = new Uint8Array(1 << 20);

      for (let i = 0; i < 100; i++) log.record(exchange(id, { request: large, response: undefined }));
      await log.flushed();

      expect((await dataSource.query('SELECT count(*)::int AS count FROM ocpp_messages'))[0].count).toBe(64);
    });
  });
});
