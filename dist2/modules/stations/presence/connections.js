var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { Config } from '../../../config/config.js';
import { Backlog } from '../../../database/backlog.js';
import { Batcher } from '../../../database/batcher.js';
import { query } from '../../../database/statement.js';
import { storable } from '../../../database/storable-text.js';
import { UnsettledEnds } from './unsettled-ends.js';
// Each connection takes its number here, in order of arrival; of several of one station only the last is written.
// A row that already holds a higher number belongs to a newer connection and stays.
const CONNECT = {
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
const DISCONNECT = {
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
let Connections = class Connections {
    dataSource;
    clock;
    opened;
    closed = new Batcher((items) => this.writeClosed(items));
    unsettled;
    underWay = new Set();
    constructor(dataSource, clock, config, backlog) {
        this.dataSource = dataSource;
        this.clock = clock;
        const holdMs = config.ocpp.holdSeconds * 1000;
        this.opened = new Batcher((items) => this.writeOpened(items), { holdMs, backlog });
        this.unsettled = new UnsettledEnds((ends) => this.writeClosed(ends), clock);
    }
    /** A process that was killed told nobody: while there is only one, no row can be connected before it listens. */
    async onModuleInit() {
        await this.dataSource.query(FORGET_ALL, [this.clock.now().toISOString()]);
    }
    async beforeApplicationShutdown() {
        await Promise.allSettled(this.underWay);
        await this.unsettled.settle();
    }
    /** Resolves with the epoch of the connection once it is written. */
    async open(connection) {
        const { stationUuid, connectedAt } = connection;
        try {
            const epoch = await this.opened.add(connection);
            this.unsettled.forget(stationUuid);
            return epoch;
        }
        catch (error) {
            // it may have been written all the same, and only the answer was lost
            const reason = 'the connection could not be recorded';
            this.unsettled.add({ stationUuid, connectedAt, epoch: undefined, at: this.clock.now(), reason });
            throw error;
        }
    }
    /** Resolves when the end is written, or will be as soon as the database is back. */
    async close(connection, epoch, code, reason) {
        const { stationUuid, connectedAt } = connection;
        const text = reason === '' ? `closed with code ${code}` : `${storable(reason)} (${code})`;
        const end = { stationUuid, connectedAt, epoch, at: this.clock.now(), reason: text };
        const done = this.closed.add(end);
        this.underWay.add(done);
        try {
            await done;
        }
        catch {
            this.unsettled.add(end);
        }
        finally {
            this.underWay.delete(done);
        }
    }
    async writeOpened(items) {
        const rows = await query(this.dataSource, CONNECT, [
            items.map(({ stationUuid }) => stationUuid),
            items.map(({ version }) => version),
            items.map(({ remoteAddress }) => remoteAddress),
            items.map(({ connectedAt }) => connectedAt.toISOString()),
        ]);
        return rows.map(({ epoch }) => BigInt(epoch));
    }
    async writeClosed(items) {
        await query(this.dataSource, DISCONNECT, [
            items.map(({ stationUuid }) => stationUuid),
            items.map(({ epoch }) => epoch?.toString() ?? null),
            items.map(({ connectedAt }) => connectedAt.toISOString()),
            items.map(({ at }) => at.toISOString()),
            items.map(({ reason }) => reason),
        ]);
        return items.map(() => undefined);
    }
};
Connections = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        Clock,
        Config,
        Backlog])
], Connections);
export { Connections };
//# sourceMappingURL=connections.js.map