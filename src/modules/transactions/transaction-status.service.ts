import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommandAnswered, CommandsService, type CommandRequest, type CommandView } from '../../commands/index.js';
import { DomainEvents } from '../../common/domain-events.js';
import { StationsService } from '../stations/index.js';
import { TransactionRecords } from './transaction-records.js';
import { TransactionStatuses, type AskedTransaction } from './transaction-statuses.js';
import { getTransactionStatus, toldStatus } from './transactions.commands.js';

/** E14: asks stations about their transactions and keeps what they say. */
@Injectable()
export class TransactionStatusService implements OnModuleInit {
  constructor(
    private readonly commands: CommandsService,
    private readonly stations: StationsService,
    private readonly records: TransactionRecords,
    private readonly statuses: TransactionStatuses,
    private readonly events: DomainEvents,
  ) {}

  /** An answer that comes after nobody waits for it any more is kept as well. */
  onModuleInit(): void {
    this.events.on(CommandAnswered, ({ name, transactionId, response, answeredAt }) =>
      name === getTransactionStatus.name && transactionId !== undefined
        ? this.statuses.record(transactionId, toldStatus(response), answeredAt)
        : undefined,
    );
  }

  /**
   * Asks the station of a transaction on behalf of an operator. Problems: see CommandsService.
   * @throws UnknownError `transaction-unknown`; ProblemError 409 `transaction-id-reused`
   */
  async askAbout(id: string, asked: CommandRequest): Promise<CommandView> {
    return this.ask(await this.records.forStatus(id), asked);
  }

  /**
   * Asks a station whether messages about any transaction wait there. Problems: see CommandsService.
   * @throws UnknownError `station-unknown`
   */
  async askStation(stationId: string, asked: CommandRequest): Promise<CommandView> {
    // [OCPP 2.0.1 E14.FR.06] without an id the answer says nothing of a single transaction
    return this.commands.execute(await this.stations.byStationId(stationId), getTransactionStatus, {}, asked);
  }

  /** Asks a station about a transaction; its answer is kept when this resolves. Problems: see CommandsService. */
  async ask(transaction: AskedTransaction, asked: CommandRequest): Promise<CommandView> {
    const { id, stationUuid, stationId, ocppTransactionId } = transaction;
    const station = { id: stationUuid, stationId };
    const subject = { transactionId: id };
    const command = await this.commands.execute(station, getTransactionStatus, { ocppTransactionId }, asked, subject);
    if (command.state === 'answered') {
      await this.statuses.record(id, toldStatus(command.response!), command.answeredAt!);
    }
    return command;
  }
}
