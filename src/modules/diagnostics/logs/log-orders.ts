import { Injectable } from '@nestjs/common';
import { type CommandRequest, CommandsService, type CommandView, sentUntil } from '../../../commands/index.js';
import { Clock } from '../../../common/clock.js';
import { uuidv7 } from '../../../common/uuid.js';
import { Config } from '../../../config/config.js';
import { capabilityDigest, newCapability } from '../../../files/capability.js';
import { PublicUrl } from '../../../files/public-url.js';
import { maskPayload } from '../../../ocpp/index.js';
import type { StationRef } from '../../stations/index.js';
import { getLog, getSecurityLog, type LogOrder } from '../diagnostics.commands.js';
import type { RequestLog } from '../dto/log-request.dto.js';
import type { LogRequest } from '../entities/log-request.entity.js';
import { deadlineAfter } from './deadline.js';
import { LogStore } from './log-store.js';

/** Where uploads arrive, below the public URL. */
export const UPLOAD_PATH = '/files/logs';

/** Orders logs of stations: makes the request and its URL, and sends it. */
@Injectable()
export class LogOrders {
  constructor(
    private readonly store: LogStore,
    private readonly commands: CommandsService,
    private readonly publicUrl: PublicUrl,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Asks the station. What it answers is taken into account before this resolves; where nothing was sent, the request
   * is taken back. Problems: see CommandsService.
   */
  async place(station: StationRef, wish: RequestLog, asked: CommandRequest): Promise<CommandView> {
    const capability = wish.remoteLocation === undefined ? newCapability() : undefined;
    const location = capability ? await this.uploadUrl(station, capability) : wish.remoteLocation!;
    const request = await this.requestOf(station, wish, asked, { capability, location });
    await this.store.insert(request);
    const { id, requestId, commandId, logType } = request;
    const { oldestTimestamp, latestTimestamp, retries, retryInterval } = wish;
    const order: LogOrder = { logType, requestId, location, oldestTimestamp, latestTimestamp, retries, retryInterval };
    const command = logType === 'SecurityLog' ? getSecurityLog : getLog;
    try {
      return await this.commands.execute(station, command, order, asked, { commandId });
    } finally {
      await this.store.withdraw(id);
      await this.store.settle(id);
    }
  }

  private async uploadUrl({ id }: StationRef, capability: string): Promise<string> {
    return `${(await this.store.publicUrlOf(id)) ?? this.publicUrl.base}${UPLOAD_PATH}/${capability}`;
  }

  private async requestOf(
    station: StationRef,
    { logType, oldestTimestamp, latestTimestamp, retries, retryInterval }: RequestLog,
    asked: CommandRequest,
    { capability, location }: { readonly capability: string | undefined; readonly location: string },
  ): Promise<LogRequest> {
    const now = this.clock.now();
    // one that is kept for a station that is away has the time to be sent as well
    const deadlineAt = deadlineAfter({ deadlineAt: now }, sentUntil(now, asked), this.config.logs.requestHours);
    return {
      id: uuidv7(now.getTime()),
      stationId: station.id,
      requestId: await this.store.nextRequestId(),
      commandId: uuidv7(now.getTime()),
      logType,
      oldestTimestamp: oldestTimestamp ?? null,
      latestTimestamp: latestTimestamp ?? null,
      retries: retries ?? null,
      retryInterval: retryInterval ?? null,
      location: maskedLocation(location),
      capabilityDigest: capability === undefined ? null : capabilityDigest(capability),
      urlExpiresAt: capability === undefined ? null : deadlineAt,
      state: 'requested',
      status: null,
      failure: null,
      answer: null,
      answerInfo: null,
      announcedFileName: null,
      settledAt: null,
      supersededBy: null,
      fileId: null,
      fileName: null,
      fileSize: null,
      fileSha256: null,
      fileReceivedAt: null,
      uploadAttempts: 0,
      uploadFailure: null,
      requestedAt: now,
      lastStatusAt: null,
      deadlineAt,
      endedAt: null,
    };
  }
}

/** The same masking as in commands and in the log of messages. */
const maskedLocation = (location: string): string =>
  (maskPayload('2.0.1', 'GetLog', 'request', { location }) as { location: string }).location;
