import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CommandRequest, CommandsService, type CommandView } from '../../commands/index.js';
import { ProblemError, ValidationFailedError } from '../../common/problems.js';
import { StationsService } from '../stations/index.js';
import { TransactionRecords } from '../transactions/index.js';
import type { RequestStartDto } from './dto/request-start.dto.js';
import { requestStartTransaction, requestStopTransaction } from './remote-control.commands.js';

/** Asks stations to start and to stop transactions. */
@Injectable()
export class RemoteControlService {
  constructor(
    private readonly commands: CommandsService,
    private readonly stations: StationsService,
    private readonly transactions: TransactionRecords,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Asks a station to start a transaction. Accepted means that it will try. Problems: see CommandsService.
   * @throws UnknownError `station-unknown`
   */
  async requestStart(stationId: string, request: RequestStartDto, asked: CommandRequest): Promise<CommandView> {
    assertSensible(request);
    const station = await this.stations.byStationId(stationId);
    const remoteStartId = await this.nextRemoteStartId();
    const input = { ...request, remoteStartId };
    return this.commands.execute(station, requestStartTransaction, input, asked, { remoteStartId });
  }

  /**
   * Asks a station to stop a transaction. Problems: see CommandsService.
   * @throws UnknownError `transaction-unknown`; ProblemError 409 `transaction-ended`
   */
  async requestStop(transactionId: string, asked: CommandRequest): Promise<CommandView> {
    // a repeated request gets the answer of the first, although that one may have ended the transaction
    const earlier = await this.commands.earlier(asked);
    if (earlier) return earlier;
    const { stationUuid, stationId, ocppTransactionId, state } = await this.transactions.forRequestStop(transactionId);
    if (state === 'ended') {
      throw new ProblemError('transaction-ended', 409, `Transaction ${transactionId} has ended already.`);
    }
    const station = { id: stationUuid, stationId };
    return this.commands.execute(station, requestStopTransaction, { ocppTransactionId }, asked, { transactionId });
  }

  /** [OCPP 2.0.1 F01] unique per station; here even across stations */
  private async nextRemoteStartId(): Promise<number> {
    const [{ id }] = (await this.dataSource.query(`SELECT nextval('remote_start_ids')::int AS id`)) as [{ id: number }];
    return id;
  }
}

function assertSensible({ idToken, evseId, connectorId }: RequestStartDto): void {
  if (idToken.value === '' && idToken.type !== 'NoAuthorization') {
    throw new ValidationFailedError('idToken.value may be empty for NoAuthorization only.');
  }
  if (connectorId !== undefined && evseId === undefined) {
    throw new ValidationFailedError('connectorId needs an evseId: it is a connector of that EVSE.');
  }
}
