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
import { DataSource, In } from 'typeorm';
import { decodeCursor, isTime, pageOf } from '../../../common/pagination.js';
import { isUuid } from '../../../common/uuid.js';
import { OcppMessage } from '../entities/ocpp-message.entity.js';
import { StationsService } from '../stations.service.js';
import { MessageLogWriter } from './message-log-writer.js';
import { toMessageView } from './message-view.js';
/** Shows the log of raw messages. */
let MessagesService = class MessagesService {
    dataSource;
    stations;
    log;
    constructor(dataSource, stations, log) {
        this.dataSource = dataSource;
        this.stations = stations;
        this.log = log;
    }
    /** Messages of a station, newest first. @throws UnknownError `station-unknown` */
    async list(stationId, { limit, cursor, direction, action }) {
        const { id } = await this.stations.byStationId(stationId);
        await this.log.flushed();
        const places = await this.places(id, { limit, cursor, direction, action });
        const rows = places.length === 0 ? [] : await this.at(id, places);
        const page = pageOf(rows, limit, (row) => [row.receivedAt.toISOString(), row.id]);
        return { items: page.items.map(toMessageView), nextCursor: page.nextCursor };
    }
    /** Where the messages stand. An index alone tells that, also for an action that is rare among very many. */
    places(stationUuid, { limit, cursor, direction, action }) {
        const conditions = ['station_id = $1'];
        const values = [stationUuid];
        if (direction)
            conditions.push(`direction = $${values.push(direction)}`);
        if (action !== undefined)
            conditions.push(`action = $${values.push(action)}`);
        const [time, before] = decodeCursor(cursor, isTime, isUuid) ?? [];
        if (before !== undefined)
            conditions.push(`(received_at, id) < ($${values.push(time)}, $${values.push(before)})`);
        return this.dataSource.query(`SELECT id, received_at AS "receivedAt" FROM ocpp_messages WHERE ${conditions.join(' AND ')}
       ORDER BY received_at DESC, id DESC LIMIT ${limit + 1}`, values);
    }
    at(stationUuid, places) {
        return this.dataSource.getRepository(OcppMessage).find({
            where: {
                stationId: stationUuid,
                receivedAt: In(places.map(({ receivedAt }) => receivedAt)),
                id: In(places.map(({ id }) => id)),
            },
            order: { receivedAt: 'DESC', id: 'DESC' },
        });
    }
};
MessagesService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [DataSource,
        StationsService,
        MessageLogWriter])
], MessagesService);
export { MessagesService };
//# sourceMappingURL=messages.service.js.map