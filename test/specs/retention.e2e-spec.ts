import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { readConfig } from '../../src/config/read-config.js';
import { MIGRATIONS, ormOptions } from '../../src/database/data-source.js';
import { PostgresFileStore } from '../../src/files/postgres-file-store.js';
import { DatabaseClock } from '../../src/retention/database-clock.js';
import { Housekeeping } from '../../src/retention/housekeeping.js';
import { OldCommands } from '../../src/retention/old-commands.js';
import { OldLogs } from '../../src/retention/old-logs.js';
import { OldRows } from '../../src/retention/old-rows.js';
import { PartitionKeeper } from '../../src/retention/partitions/partition-keeper.js';
import { RetentionState } from '../../src/retention/retention-state.js';
import { FakeClock } from '../support/fake-clock.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const START = new Date('2026-11-22T12:00:00Z');
const later = (days: number): Date => new Date(START.getTime() + days * DAY_MS);

/** As rows of that day get it. */
const idOf = (days: number): string => {
  const time = later(days).getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
};

/** The clock of the database, moved by hand. */
class FakeDatabaseClock extends DatabaseClock {
  constructor(private readonly clock: FakeClock) {
    super();
  }

  override now(): Promise<Date> {
    return Promise.resolve(this.clock.now());
  }
}

/** TAU's job on a database of its own. */
class Network {
  readonly clock = new FakeClock(START);
  readonly databaseClock = new FakeClock(START);
  private jobs: Housekeeping[] = [];
  private readonly sources: DataSource[] = [];

  constructor(private readonly database: TestDatabase) {}

  static async open(): Promise<Network> {
    return new Network(await createTestDatabase()).join();
  }

  /** One more process on the same database. */
  async join(env: Record<string, string> = {}): Promise<this> {
    const source = await new DataSource(ormOptions(this.database.url, 2)).initialize();
    const config = readConfig(env);
    const partitions = new PartitionKeeper(config);
    const databaseClock = new FakeDatabaseClock(this.databaseClock);
    const files = new PostgresFileStore(source, this.clock);
    const rows = new OldRows(config, new OldCommands(), new OldLogs(files), files);
    this.sources.push(source);
    this.jobs.push(new Housekeeping(source, this.clock, databaseClock, new RetentionState(), partitions, rows));
    return this;
  }

  /** The same database under other settings. */
  async restartWith(env: Record<string, string>): Promise<void> {
    this.jobs = [];
    await this.join(env);
  }

  async close(): Promise<void> {
    for (const source of this.sources) await source.destroy();
    await this.database.drop();
  }

  /** Every process runs its job at the same moment. */
  async keepHouse(): Promise<void> {
    await Promise.all(this.jobs.map((job) => job.run()));
  }

  /** Days go by with a run at the end of each. @param storing what happens at the beginning of each */
  async live(days: number, storing: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    for (let day = 0; day < days; day++) {
      await storing();
      this.setClocks(new Date(this.clock.now().getTime() + DAY_MS));
      await this.keepHouse();
    }
  }

  setClocks(to: Date): void {
    this.clock.wallTime = to;
    this.databaseClock.wallTime = to;
  }

  query<Row = Record<string, never>>(sql: string, values?: unknown[]): Promise<Row[]> {
    return this.sources[0]!.query<Row[]>(sql, values);
  }

  /** A connection that does something for as long as it likes. */
  get other(): DataSource {
    return this.sources[0]!;
  }

  storeMessage(at = this.clock.now()): Promise<unknown> {
    return this.query(
      `INSERT INTO ocpp_messages (id, received_at, station_id, ocpp_version, direction, request, outcome)
       VALUES ($1, $2, $1, '1.6', 'from-station', '', 'answered')`,
      [randomUUID(), at],
    );
  }

  storeMeterValue(at = this.clock.now()): Promise<unknown> {
    return this.query(
      `INSERT INTO meter_values (event_id, position, received_at, station_id, timestamp, samples)
       VALUES ($1, 0, $2, $1, $2, '[]')`,
      [randomUUID(), at],
    );
  }

  async partitions(table: string): Promise<string[]> {
    const rows = await this.query<{ name: string }>(
      `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = $1::regclass ORDER BY name`,
      [table],
    );
    return rows.map(({ name }) => name.slice(table.length + 1)).filter((name) => name !== 'default');
  }

  /** When messages were received, and in which partition they lie. */
  async stored(table: string): Promise<{ at: Date; in: string }[]> {
    const rows = await this.query<{ at: Date; name: string }>(
      `SELECT received_at AS at, tableoid::regclass::text AS name FROM ${table} ORDER BY received_at`,
    );
    return rows.map(({ at, name }) => ({ at, in: name.slice(table.length + 1) }));
  }
}

describe('Data that grows', () => {
  let network: Network;
  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    network = await Network.open();
  });
  afterEach(() => network.close());

  describe('partitions', () => {
    it('stand ready for a week of messages and a quarter of meter values', async () => {
      await network.keepHouse();
      await network.storeMessage();

      expect(await network.partitions('ocpp_messages')).toEqual(
        ['22', '23', '24', '25', '26', '27', '28', '29'].map((day) => `2026_11_${day}`),
      );
      expect(await network.partitions('meter_values')).toEqual(['2026_11', '2026_12', '2027_01', '2027_02']);
      expect(await network.stored('ocpp_messages')).toEqual([{ at: START, in: '2026_11_22' }]);
    });

    it('are made once by several processes that start together', async () => {
      await network.join();
      await network.join();

      for (let i = 0; i < 5; i++) await network.keepHouse();

      expect(await network.partitions('ocpp_messages')).toHaveLength(8);
      expect(await network.partitions('meter_values')).toHaveLength(4);
    });

    it('are left to the process that is at it', async () => {
      const runner = network.other.createQueryRunner();
      await runner.query(`SELECT pg_advisory_lock(${0x7a75_0003})`);

      await network.keepHouse();
      expect(await network.partitions('ocpp_messages')).toEqual([]);

      await runner.query(`SELECT pg_advisory_unlock(${0x7a75_0003})`);
      await runner.release();
      await network.keepHouse();
      expect(await network.partitions('ocpp_messages')).toHaveLength(8);
    });

    it('take in what was stored before they were made', async () => {
      await network.storeMessage();
      await network.storeMessage(later(1));
      await network.storeMeterValue();

      await network.keepHouse();

      expect(await network.stored('ocpp_messages')).toEqual([
        { at: START, in: '2026_11_22' },
        { at: later(1), in: '2026_11_23' },
      ]);
      expect(await network.stored('meter_values')).toEqual([{ at: START, in: '2026_11' }]);
    });

    it('are not made for a day that has too much already; the days after it are', async () => {
      await network.query(
        `INSERT INTO ocpp_messages (id, received_at, station_id, ocpp_version, direction, request, outcome)
         SELECT gen_random_uuid(), $1, gen_random_uuid(), '1.6', 'from-station', '', 'answered'
         FROM generate_series(1, 20001)`,
        [START],
      );

      await network.keepHouse();

      expect((await network.partitions('ocpp_messages'))[0]).toBe('2026_11_23');
      const [{ count }] = (await network.query('SELECT count(*)::int FROM ocpp_messages')) as unknown as [
        { count: number },
      ];
      expect(count).toBe(20_001);
    });

    it('keep no row from whoever reads while they are made', async () => {
      const rows = 5000;
      await network.query(
        `INSERT INTO ocpp_messages (id, received_at, station_id, ocpp_version, direction, request, outcome)
         SELECT gen_random_uuid(), $1::timestamptz + n % 8 * interval '1 day', gen_random_uuid(), '1.6', 'from-station',
                '', 'answered'
         FROM generate_series(1, ${rows}) n`,
        [START],
      );
      const seen: number[] = [];
      const kept = network.keepHouse().then(() => 'kept');

      while ((await Promise.race([kept, 'reading'])) === 'reading') {
        const [read] = await network.query<{ count: number }>('SELECT count(*)::int FROM ocpp_messages');
        seen.push(read!.count);
      }

      expect(new Set(seen)).toEqual(new Set([rows]));
      expect(await network.partitions('ocpp_messages')).toHaveLength(8);
    });

    it('are made around a table that has taken the name of one', async () => {
      await network.query('CREATE TABLE ocpp_messages_2026_11_24 (archived text)');

      await network.keepHouse();

      expect(await network.partitions('ocpp_messages')).toHaveLength(7);
    });

    it('wait for a long look at the table, while messages go on being stored', async () => {
      const reader = network.other.createQueryRunner();
      await reader.startTransaction();
      await reader.query('SELECT count(*) FROM ocpp_messages');

      const kept = network.keepHouse();
      await network.storeMessage();
      await kept;
      expect(await network.partitions('ocpp_messages')).toEqual([]);

      await reader.rollbackTransaction();
      await reader.release();
      await network.keepHouse();
      expect(await network.partitions('ocpp_messages')).toHaveLength(8);
      expect(await network.stored('ocpp_messages')).toHaveLength(1);
    });
  });

  describe('retention', () => {
    it('keeps messages for 30 days and meter values for 400, over many months', async () => {
      await network.live(100, async () => {
        await network.storeMessage();
        await network.storeMeterValue();
      });

      const messages = await network.stored('ocpp_messages');
      expect(messages[0]!.at).toEqual(later(70));
      expect(messages).toHaveLength(30);
      expect(messages.every(({ in: partition }) => partition.startsWith('2027_'))).toBe(true);
      expect(await network.stored('meter_values')).toHaveLength(100);
      // 30 days that hold something, today, and a week ahead
      expect(await network.partitions('ocpp_messages')).toHaveLength(30 + 1 + 7);
    }, 60_000);

    it('drops meter values a month at a time once all of it is old enough', async () => {
      await network.restartWith({ RETENTION_METER_VALUES_DAYS: '10' });
      await network.live(40, () => network.storeMeterValue());

      const [first] = await network.stored('meter_values');

      expect(first!.at).toEqual(later(9)); // of December, which ends ten days and more before 1 January
      expect(await network.partitions('meter_values')).toEqual(['2026_12', '2027_01', '2027_02', '2027_03', '2027_04']);
    }, 60_000);

    it('keeps everything where it is switched off', async () => {
      await network.restartWith({ RETENTION_MESSAGES_DAYS: '0', RETENTION_METER_VALUES_DAYS: '0' });

      await network.live(60, () => network.storeMessage());

      expect(await network.stored('ocpp_messages')).toHaveLength(60);
    }, 60_000);

    it('holds for what lies in no partition, too', async () => {
      await network.storeMessage(later(-100));
      await network.storeMessage(later(-20));
      await network.live(2);

      expect(await network.stored('ocpp_messages')).toEqual([{ at: later(-20), in: 'default' }]);
    });

    it('takes what stations told after 400 days, but not the last word about a limit', async () => {
      const told = (table: 'station_events' | 'station_notices', kind: string, days: number, evseId = 1) => {
        const time = later(days).getTime().toString(16).padStart(12, '0');
        const id = `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
        const values = [id, later(days), evseId, kind];
        return table === 'station_events'
          ? network.query(
              `INSERT INTO station_events (id, station_id, natural_key, occurred_at, trigger, component, variable, evse_id,
                 cleared, content, message, received_at)
               VALUES ($1::uuid, $5, decode(md5($1::uuid::text), 'hex'), $2, $4, '', '', $3, false, '{}', '{}', $2)`,
              [...values, STATION],
            )
          : network.query(
              `INSERT INTO station_notices (id, station_id, natural_key, kind, ocpp_version, evse_id, subject, content,
                 received_at) VALUES ($1, $5, '\\x00', $4, '2.0.1', $3, 'EMS', '{}', $2)`,
              [...values, STATION],
            );
      };
      const STATION = randomUUID();
      await told('station_events', 'Delta', -500);
      await told('station_events', 'Alerting', -300);
      await told('station_notices', 'NotifyDisplayMessages', -500);
      await told('station_notices', 'NotifyDisplayMessages', -300);
      await told('station_notices', 'NotifyChargingLimit', -600);
      await told('station_notices', 'NotifyChargingLimit', -500);
      await told('station_notices', 'ClearedChargingLimit', -500, 2);

      for (const days of [-500, -300]) {
        const time = later(days).getTime().toString(16).padStart(12, '0');
        const id = `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
        await network.query(
          `INSERT INTO customer_information_requests (id, station_id, request_id, requested_at) VALUES ($1, $2, $3, $4)`,
          [id, STATION, days, later(days)],
        );
        await network.query(
          `INSERT INTO customer_information_parts (request, seq_no, to_be_continued, generated_at, received_at, data)
           VALUES ($1, $2, false, '', $3, '\\x00')`,
          [id, days, later(days)],
        );
      }

      await network.live(2);

      expect(await network.query('SELECT request_id AS days FROM customer_information_requests')).toEqual([
        { days: -300 },
      ]);
      expect(await network.query('SELECT seq_no AS days FROM customer_information_parts')).toEqual([{ days: -300 }]);
      expect(await network.query('SELECT trigger FROM station_events')).toEqual([{ trigger: 'Alerting' }]);
      const left = await network.query<{ kind: string; at: Date }>(
        'SELECT kind, received_at AS at FROM station_notices ORDER BY kind',
      );
      expect(left).toEqual([
        { kind: 'ClearedChargingLimit', at: later(-500) },
        { kind: 'NotifyChargingLimit', at: later(-500) },
        { kind: 'NotifyDisplayMessages', at: later(-300) },
      ]);
    });

    it('takes logs after 90 days, with their files and what was said about them', async () => {
      const log = async (requestId: number, days: number) => {
        const id = idOf(days);
        await network.query(
          `INSERT INTO log_requests (id, station_id, request_id, command_id, log_type, location, state, file_id,
             requested_at, deadline_at) VALUES ($1, $1, $2, $1, 'SecurityLog', '', 'uploaded', $1, $3, $3)`,
          [id, requestId, later(days)],
        );
        await network.query(
          `INSERT INTO files (id, name, media_type, size, sha256, created_at) VALUES ($1, $2, '', 1, '\\x00', $3)`,
          [id, `log ${requestId}`, later(days)],
        );
        await network.query(`INSERT INTO file_chunks (file_id, position, data) VALUES ($1, 0, '\\x00')`, [id]);
        await network.query(
          `INSERT INTO log_statuses (id, station_id, log_request_id, status, received_at, last_received_at)
           VALUES ($1, $1, $1, 'Uploaded', $2, $2)`,
          [id, later(days)],
        );
      };
      await log(1, -100);
      await log(2, -80);

      await network.live(2);

      expect(await network.query('SELECT request_id FROM log_requests')).toEqual([{ request_id: 2 }]);
      expect(await network.query('SELECT name FROM files')).toEqual([{ name: 'log 2' }]);
      expect(await network.query('SELECT position FROM file_chunks')).toHaveLength(1);
      expect(await network.query('SELECT status FROM log_statuses')).toHaveLength(1);
    });

    it('takes bulk commands that are over after 400 days, with what is said about each station', async () => {
      const bulk = async (note: string, begun: number, finished: number | null) => {
        const id = idOf(begun);
        await network.query(
          `INSERT INTO bulk_commands (id, state, note, filter, method, path, when_offline, concurrency, operator_id,
             operator_name, created_at, finished_at)
           VALUES ($1, $2, $3, '{}', 'POST', '/reset', 'refuse', 1, $1, 'somebody', $4, $5)`,
          [id, finished === null ? 'running' : 'done', note, later(begun), finished === null ? null : later(finished)],
        );
        await network.query(
          `INSERT INTO bulk_command_stations (bulk_command_id, position, station_id, state)
           SELECT $1, position, gen_random_uuid(), 'asked' FROM generate_series(1, 6000) AS position`,
          [id],
        );
      };
      await bulk('old', -500, -499);
      await bulk('long', -500, -300);
      await bulk('runs', -500, null);
      await bulk('young', -300, -299);

      await network.live(2);

      const left = await network.query<{ note: string; stations: number }>(
        `SELECT note, (SELECT count(*)::int FROM bulk_command_stations s WHERE s.bulk_command_id = b.id) AS stations
         FROM bulk_commands b ORDER BY note`,
      );
      expect(left).toEqual(['long', 'runs', 'young'].map((note) => ({ note, stations: 6000 })));
      expect(await network.query('SELECT DISTINCT bulk_command_id FROM bulk_command_stations')).toHaveLength(3);
    });

    describe('of firmware', () => {
      const campaign = async (begun: number, ended: number | null) => {
        const id = idOf(begun);
        await network.query(
          `INSERT INTO firmware_campaigns (id, name, image_id, state, max_concurrent, max_failure_share, min_finished,
             counted_from, signed, created_at, ended_at) VALUES ($1, '', $1, 'done', 1, 1, 1, $2, false, $2, $3)`,
          [id, later(begun), ended === null ? null : later(ended)],
        );
        await network.query(
          `INSERT INTO firmware_campaign_targets (campaign_id, station_id, wave, position) VALUES ($1, $1, 1, 1)`,
          [id],
        );
        return id;
      };
      const update = async (version: string, begun: number, ended: number | null, campaignId: string | null = null) => {
        const id = idOf(begun);
        await network.query(
          `INSERT INTO firmware_updates (id, station_id, request_id, command_id, campaign_id, version, location, signed,
             retrieve_at, state, requested_at, deadline_at, ended_at)
           VALUES ($1, $1, 1, $1, $2, $3, '', false, $4, 'installed', $4, $4, $5)`,
          [id, campaignId, version, later(begun), ended === null ? null : later(ended)],
        );
        await status(version, begun, id);
      };
      const status = (said: string, days: number, updateId: string | null = null) =>
        network.query(
          `INSERT INTO firmware_statuses (id, station_id, update_id, status, received_at, last_received_at)
           VALUES ($1, $1, $2, $3, $4, $4)`,
          [idOf(days), updateId, said, later(days)],
        );
      const all = async (sql: string) => (await network.query<{ it: string }>(sql)).map((row) => row.it);
      const left = async () => ({
        campaigns: (await all('SELECT id AS it FROM firmware_campaigns')).length,
        targets: (await all('SELECT campaign_id AS it FROM firmware_campaign_targets')).length,
        updates: await all('SELECT version AS it FROM firmware_updates ORDER BY 1'),
        statuses: await all('SELECT status AS it FROM firmware_statuses ORDER BY 1'),
      });

      it('takes updates that are over after 400 days, with what stations said, and leaves what still goes on', async () => {
        await update('old', -500, -499);
        await update('open', -500, null);
        await update('young', -300, -299);
        await status('unasked, old', -500);
        await status('unasked, young', -300);

        await network.live(2);

        expect(await left()).toMatchObject({
          updates: ['open', 'young'],
          statuses: ['open', 'unasked, young', 'young'],
        });
      });

      it('takes campaigns that are over, and leaves updates by which a younger one shows how far it came', async () => {
        await update('of an old one', -500, -499, await campaign(-500, -498));
        await update('of a long one', -500, -499, await campaign(-500, -300));
        await update('of one that runs', -500, -499, await campaign(-500, null));

        await network.live(2);

        expect(await left()).toEqual({
          campaigns: 2,
          targets: 2,
          updates: ['of a long one', 'of one that runs'],
          statuses: ['of a long one', 'of one that runs'],
        });
      });

      it('takes nothing where commands are kept for ever', async () => {
        await network.restartWith({ RETENTION_COMMANDS_DAYS: '0' });
        await update('old', -5000, -4999);

        await network.live(2);

        expect((await left()).updates).toEqual(['old']);
      });
    });

    it('takes what stations said about no log that is known, however much', async () => {
      const said = (days: number, rows: number) =>
        network.query(
          `INSERT INTO log_statuses (id, station_id, status, received_at, last_received_at)
           SELECT (left($1, 24) || lpad(to_hex(n), 12, '0'))::uuid, gen_random_uuid(), 'Idle', $2, $2
           FROM generate_series(1, $3::int) AS n`,
          [idOf(days), later(days), rows],
        );
      await said(-100, 11_000);
      await said(-80, 3);

      await network.live(2);

      expect(await network.query('SELECT status FROM log_statuses')).toHaveLength(3);
    });

    it('takes the pieces of uploads that ended with their process, a week after they began', async () => {
      const pieces = async (days: number, files: 'finished' | 'unfinished', count: number) => {
        const id = idOf(days);
        await network.query(
          `INSERT INTO file_chunks (file_id, position, data) SELECT $1, n, '\\x00' FROM generate_series(0, $2::int - 1) AS n`,
          [id, count],
        );
        if (files === 'unfinished') return;
        await network.query(
          `INSERT INTO files (id, name, media_type, size, sha256, created_at) VALUES ($1, '', '', 1, '\\x00', $2)`,
          [id, later(days)],
        );
      };
      await pieces(-500, 'finished', 2);
      await pieces(-500, 'unfinished', 700);
      await pieces(-8, 'unfinished', 5);
      await pieces(-3, 'unfinished', 3);

      await network.live(2);
      expect(await network.query('SELECT position FROM file_chunks')).toHaveLength(2 + 3);

      await network.live(4);
      expect(await network.query('SELECT position FROM file_chunks')).toHaveLength(2);
    });

    it('takes the messages that only measure, and leaves what began, ended or runs', async () => {
      const transaction = async (state: string) => {
        const id = randomUUID();
        await network.query(
          `INSERT INTO transactions (id, station_id, ocpp_transaction_id, ocpp_version, state, started_at, progress,
             created_at, updated_at) VALUES ($1, $1, '1', '1.6', $2, now(), '{}', now(), now())`,
          [id, state],
        );
        return id;
      };
      const event = (kind: string, transactionId: string | null, days: number) => {
        const id = idOf(days);
        return network.query(
          `INSERT INTO transaction_events (id, station_id, natural_key, transaction_id, kind, ocpp_version, timestamp,
             received_at, payload) VALUES ($1, $1, '\\x00', $2, $3, '1.6', $4, $4, '')`,
          [id, transactionId, kind, later(days)],
        );
      };
      const ended = await transaction('ended');
      const active = await transaction('active');
      await event('StartTransaction', ended, -500);
      await event('MeterValues', ended, -500);
      await event('TransactionEvent Updated', ended, -450);
      await event('StopTransaction', ended, -450);
      await event('MeterValues', null, -450);
      await event('StopTransaction', null, -450);
      await event('MeterValues', active, -450);
      await event('MeterValues', ended, -300);

      await network.live(2);

      const left = await network.query<{ kind: string; of: string | null }>(
        `SELECT e.kind, t.state AS of FROM transaction_events e LEFT JOIN transactions t ON t.id = e.transaction_id`,
      );
      expect(left.map(({ kind, of }) => `${kind} ${of}`).sort()).toEqual([
        'MeterValues active',
        'MeterValues ended',
        'StartTransaction ended',
        'StopTransaction ended',
        'StopTransaction null',
      ]);
    });
  });

  describe('a clock that was set', () => {
    it('far ahead deletes nothing and makes a handful of partitions, which go when it is right again', async () => {
      await network.live(3, () => network.storeMessage());

      network.clock.wallTime = later(4000);
      for (let day = 0; day < 3; day++) {
        await network.keepHouse();
        network.clock.wallTime = later(4000 + day);
      }
      expect(await network.stored('ocpp_messages')).toHaveLength(3);
      expect((await network.partitions('ocpp_messages')).length).toBeLessThan(30);

      network.setClocks(later(4));
      await network.keepHouse();
      expect((await network.partitions('ocpp_messages')).every((name) => /^2026_1[12]/.test(name))).toBe(true);
    });

    it('far ahead together with that of the database deletes nothing for a day', async () => {
      await network.live(3, () => network.storeMessage());

      network.setClocks(later(4000));
      await network.keepHouse();

      expect(await network.stored('ocpp_messages')).toHaveLength(3);
    });

    it('back by years makes partitions that are as young as they are', async () => {
      await network.live(2);
      network.clock.wallTime = new Date('1999-12-31T23:00:00Z');
      await network.keepHouse();
      await network.storeMessage();

      network.setClocks(later(3));
      await network.live(20);
      expect(await network.stored('ocpp_messages')).toEqual([
        { at: new Date('1999-12-31T23:00:00Z'), in: '1999_12_31' },
      ]);

      await network.live(20);
      expect(await network.stored('ocpp_messages')).toEqual([]);
    });
  });

  it('begins, in a database of before, with one partition for all that is there', async () => {
    const source = network.other;
    await network.storeMessage(new Date(Date.now() - 3 * DAY_MS));
    await network.storeMessage(new Date());
    const name = MIGRATIONS.find(({ name: each }) => each.startsWith('DataGrowth'))!.name;
    const isDone = async () => (await network.query('SELECT 1 FROM migrations WHERE name = $1', [name])).length > 0;
    while (await isDone()) await source.undoLastMigration();

    await source.runMigrations();
    network.setClocks(new Date());
    await network.keepHouse();

    const [before, ...ahead] = (await network.partitions('ocpp_messages')).sort().reverse();
    expect(before).toMatch(/^until_/);
    expect(ahead).toHaveLength(7);
    expect((await network.stored('ocpp_messages')).map((message) => message.in)).toEqual([before, before]);
  });
});
