import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { Config } from '../../../config/config.js';
import { Backlog } from '../../../database/backlog.js';
import { Batcher } from '../../../database/batcher.js';
import { query, type Statement } from '../../../database/statement.js';
import type { ConnectionInfo } from '../../../ocpp/index.js';
import { storable } from '../../../database/storable-text.js';
import { UnsettledEnds, type ConnectionEnd } from './unsettled-ends.js';

// Each connection takes its number here, in order of arrival; of several of one station only the last is written.
// A row that already holds a higher number belongs to a newer connection and stays.
const CONNECT: Statement = {
  name: 'connect-stations',
  text: `
  WITH opened AS MATERIALIZED (
    SELECT t.*, nextval('connection_epochs') AS epoch
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) WITH ORDINALITY
      AS t(id, version, address, at, position)
  ), newest AS (
    SELECT DISTINCT ON (id) * FROM opened ORDER BY id, epoch DESC
  ), written AS (
    UPDATE stations s
    SET connection_epoch = n.epoch, ocpp_version = n.version, remote_address = n.address, connected_at = n.at,
        disconnected_at = NULL, disconnect_reason = NULL, last_seen_at = greatest(s.last_seen_at, n.at)
    FROM newest n
    WHERE s.id = n.id AND (s.connection_epoch IS NULL OR s.connection_epoch < n.epoch)
  )
  SELECT epoch FROM opened ORDER BY position`,
};

const DISCONNECT: Statement = {
  name: 'disconnect-stations',
  text: `
  UPDATE stations s
  SET connection_epoch = NULL, disconnected_at = t.at, disconnect_reason = t.reason
  FROM unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::text[])
    AS t(id, epoch, opened, at, reason)
  WHERE s.id = t.id AND s.connection_epoch IS NOT NULL
    AND (s.connection_epoch = t.epoch OR (t.epoch IS NULL AND s.connected_at = t.opened))`,
};

const FORGET_ALL = `
  UPDATE stations SET connection_epoch = NULL, disconnected_at = $1, disconnect_reason = 'the CSMS was restarted'
  WHERE connection_epoch IS NOT NULL`;

/** Which stations are connected, as the database sees it. Epochs keep a late close from ending a newer connection. */
@Injectable()
export class Connections implements OnModuleInit, BeforeApplicationShutdown {
  private readonly opened: Batcher<ConnectionInfo, bigint>;
  private readonly closed = new Batcher((items: ConnectionEnd[]) => this.writeClosed(items));
  private readonly unsettled: UnsettledEnds;
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    config: Config,
    backlog: Backlog,
  ) {
    const holdMs = config.ocpp.holdSeconds * 1000;
    this.opened = new Batcher((items) => this.writeOpened(items), { holdMs, backlog });
    this.unsettled = new UnsettledEnds((ends) => this.writeClosed(ends), clock);
  }

  /** A process that was killed told nobody: while there is only one, no row can be connected before it listens. */
  async onModuleInit(): Promise<void> {
    await this.dataSource.query(FORGET_ALL, [this.clock.now().toISOString()]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.underWay);
    await this.unsettled.settle();
  }

  /** Resolves with the epoch of the connection once it is written. */
  async open(connection: ConnectionInfo): Promise<bigint> {
    const { stationUuid, connectedAt } = connection;
    try {
      const epoch = await this.opened.add(connection);
      this.unsettled.forget(stationUuid);
      return epoch;
    } catch (error) {
      // it may have been written all the same, and only the answer was lost
      const reason = 'the connection could not be recorded';
      this.unsettled.add({ stationUuid, connectedAt, epoch: undefined, at: this.clock.now(), reason });
      throw error;
    }
  }

  /** Resolves when the end is written, or will be as soon as the database is back. */
  async close(connection: ConnectionInfo, epoch: bigint, code: number, reason: string): Promise<void> {
    const { stationUuid, connectedAt } = connection;
    const text = reason === '' ? `closed with code ${code}` : `${storable(reason)} (${code})`;
    const end = { stationUuid, connectedAt, epoch, at: this.clock.now(), reason: text };
    const done = this.closed.add(end);
    this.underWay.add(done);
    try {
      await done;
    } catch {
      this.unsettled.add(end);
    } finally {
      this.underWay.delete(done);
    }
  }

  private async writeOpened(items: ConnectionInfo[]): Promise<bigint[]> {
    const rows = await query<{ epoch: string }>(this.dataSource, CONNECT, [
      items.map(({ stationUuid }) => stationUuid),
      items.map(({ version }) => version),
      items.map(({ remoteAddress }) => remoteAddress),
      items.map(({ connectedAt }) => connectedAt.toISOString()),
    ]);
    return rows.map(({ epoch }) => BigInt(epoch));
  }

  private async writeClosed(items: ConnectionEnd[]): Promise<void[]> {
    await query(this.dataSource, DISCONNECT, [
      items.map(({ stationUuid }) => stationUuid),
      items.map(({ epoch }) => epoch?.toString() ?? null),
      items.map(({ connectedAt }) => connectedAt.toISOString()),
      items.map(({ at }) => at.toISOString()),
      items.map(({ reason }) => reason),
    ]);
    return items.map(() => undefined);
  }
}
