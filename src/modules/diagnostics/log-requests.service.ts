import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CommandRequest, CommandsService, type CommandView } from '../../commands/index.js';
import type { PageQuery } from '../../common/pagination.js';
import { ProblemError, ValidationFailedError } from '../../common/problems.js';
import { isUuid } from '../../common/uuid.js';
import { Config } from '../../config/config.js';
import { newestFirst } from '../../database/newest-first.js';
import { FileStore, type StoredFile } from '../../files/file-store.js';
import { StationsService, type StationRef } from '../stations/index.js';
import { logFileUnknown, logRequestEnded, logRequestUnknown } from './diagnostics-problems.js';
import type {
  LogRequestCommandView,
  LogRequestDetailView,
  LogRequestPage,
  LogRequestQuery,
  LogRequestView,
  LogStatusPage,
  LogStatusView,
  RequestLog,
} from './dto/log-request.dto.js';
import { LogRequest } from './entities/log-request.entity.js';
import { LogStatusRow } from './entities/log-status.entity.js';
import { fileNameOf } from './logs/file-name.js';
import { LogOrders } from './logs/log-orders.js';
import { LogStore } from './logs/log-store.js';
import { toLogView } from './logs/log-view.js';

/** Functional block N: logs of stations. [OCPP 2.0.1 N01; 1.6 GetDiagnostics, GetLog] */
@Injectable()
export class LogRequestsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stations: StationsService,
    private readonly commands: CommandsService,
    private readonly orders: LogOrders,
    private readonly store: LogStore,
    private readonly files: FileStore,
    private readonly config: Config,
  ) {}

  /** Asks a station for a log. Problems: see CommandsService; further UnknownError `station-unknown`. */
  async request(stationId: string, wish: RequestLog, asked: CommandRequest): Promise<LogRequestCommandView> {
    this.assertSensible(wish);
    const station = await this.stations.byStationId(stationId);
    // a repeated request gets what the first one made, and makes nothing of its own
    const earlier = await this.commands.earlier(asked);
    return this.withRequest(earlier ?? (await this.orders.place(station, wish, asked)), station);
  }

  /** Newest first. @throws UnknownError `station-unknown` */
  async list(stationId: string, { state, ...page }: LogRequestQuery): Promise<LogRequestPage> {
    const station = await this.stations.byStationId(stationId);
    const query = this.requests.createQueryBuilder('r').where('r.stationId = :id', { id: station.id });
    if (state) query.andWhere('r.state = :state', { state });
    const { items, nextCursor } = await newestFirst(query, page);
    return { items: items.map((request) => toLogView(request, station.stationId)), nextCursor };
  }

  /** @throws UnknownError `station-unknown`, `log-request-unknown` */
  async read(stationId: string, id: string): Promise<LogRequestDetailView> {
    const station = await this.stations.byStationId(stationId);
    const request = await this.requestOf(id, station);
    const statuses = await this.statuses.find({ where: { logRequestId: id }, order: { id: 'ASC' } });
    return { ...toLogView(request, station.stationId), statuses: statuses.map(toStatusView) };
  }

  /** All that a station said about uploads, newest first. @throws UnknownError `station-unknown` */
  async listStatuses(stationId: string, page: PageQuery): Promise<LogStatusPage> {
    const station = await this.stations.byStationId(stationId);
    const query = this.statuses.createQueryBuilder('s').where('s.stationId = :id', { id: station.id });
    const { items, nextCursor } = await newestFirst(query, page);
    return { items: items.map(toStatusView), nextCursor };
  }

  /**
   * Ends an open request: it is not sent any more where it was not yet, and its URL ends. OCPP has no word for it, so
   * that a station that is at it goes on until its upload is refused.
   * @throws UnknownError `station-unknown`, `log-request-unknown`; ProblemError 409 `log-request-ended`
   */
  async cancel(stationId: string, id: string): Promise<LogRequestView> {
    const station = await this.stations.byStationId(stationId);
    const { commandId, state } = await this.requestOf(id, station);
    await this.unsend(commandId);
    if (!(await this.store.cancel(id))) {
      const now = await this.requestOf(id, station);
      // the command that was taken back may have ended it before us
      if (now.state !== 'cancelled' || state === 'cancelled') throw logRequestEnded(now.state);
    }
    return toLogView(await this.requestOf(id, station), station.stationId);
  }

  /** Deletes a request with its file; an open one is ended by it. @throws UnknownError as `cancel` */
  async remove(stationId: string, id: string): Promise<void> {
    const station = await this.stations.byStationId(stationId);
    const { commandId } = await this.requestOf(id, station);
    await this.unsend(commandId);
    const fileId = await this.store.delete(id);
    if (fileId) await this.files.delete(fileId);
  }

  /** The log that came of a request, and its name. @throws UnknownError as `read`; ProblemError 404 `log-file-unknown` */
  async file(id: string, stationId?: string): Promise<{ readonly file: StoredFile; readonly name: string }> {
    const station = stationId === undefined ? undefined : await this.stations.byStationId(stationId);
    const request = await this.requestOf(id, station);
    const { fileId, state, capabilityDigest } = request;
    const file = fileId === null ? undefined : await this.files.find(fileId);
    if (!file) throw logFileUnknown(id, state, capabilityDigest === null);
    return { file, name: fileNameOf(request) };
  }

  private get requests() {
    return this.dataSource.getRepository(LogRequest);
  }

  private get statuses() {
    return this.dataSource.getRepository(LogStatusRow);
  }

  private async requestOf(id: string, station: StationRef | undefined): Promise<LogRequest> {
    const request = isUuid(id)
      ? await this.requests.findOneBy({ id, ...(station && { stationId: station.id }) })
      : null;
    if (!request) throw logRequestUnknown(id);
    return request;
  }

  private async unsend(commandId: string): Promise<void> {
    try {
      await this.commands.cancel(commandId);
    } catch (error) {
      // it was sent, or is gone already
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  private async withRequest(command: CommandView, { stationId }: StationRef): Promise<LogRequestCommandView> {
    const request = await this.requests.findOneBy({ commandId: command.commandId });
    // a repeated request for a log that was deleted meanwhile
    if (!request) throw logRequestUnknown(command.commandId);
    return { ...command, logRequest: toLogView(request, stationId) };
  }

  private assertSensible({ oldestTimestamp, latestTimestamp, remoteLocation }: RequestLog): void {
    if (oldestTimestamp && latestTimestamp && latestTimestamp < oldestTimestamp) {
      throw new ValidationFailedError('latestTimestamp must not lie before oldestTimestamp.');
    }
    const { uploadSchemes } = this.config.logs;
    const scheme = remoteLocation?.split(':', 1)[0]!.toLowerCase();
    if (scheme !== undefined && !uploadSchemes.includes(scheme)) {
      throw new ValidationFailedError(
        `remoteLocation must begin with one of ${uploadSchemes.join(', ')} (LOG_UPLOAD_SCHEMES).`,
      );
    }
  }
}

const toStatusView = ({ stationId: _, ...said }: LogStatusRow): LogStatusView => said;
