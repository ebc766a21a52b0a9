import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { BY_ITSELF } from '../../commands/index.js';
import { Clock } from '../../common/clock.js';
import { ProblemError } from '../../common/problems.js';
import { Rounds } from '../../common/rounds.js';
import { Config } from '../../config/config.js';
import { StationClient } from '../../ocpp/index.js';
import { TransactionStatusService } from './transaction-status.service.js';
import { TransactionStatuses, type AskedTransaction } from './transaction-statuses.js';

const MINUTE_MS = 60_000;
/** Stations that are asked side by side; each of them one question after the other. */
const AT_ONCE = 8;

/**
 * E14: each minute asks stations about transactions that lack messages or have fallen silent. Which these are follows
 * from what is stored, so that no restart forgets one.
 */
@Injectable()
export class StatusRounds implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger(StatusRounds.name);
  private readonly rounds: Rounds;
  private stopped = false;

  constructor(
    private readonly statuses: TransactionStatuses,
    private readonly service: TransactionStatusService,
    private readonly client: StationClient,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.rounds = new Rounds(
      clock,
      MINUTE_MS,
      () => this.ask(),
      (error) => this.logger.error(error),
    );
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    this.rounds.stop();
  }

  /** The sockets are closed by now, so that nothing is waited for any more. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.settled();
  }

  private async ask(): Promise<void> {
    const { silentMinutes } = this.config.transactions;
    const silentSince = silentMinutes === 0 ? null : new Date(this.clock.now().getTime() - silentMinutes * MINUTE_MS);
    const due = await this.statuses.due(silentSince);
    const stations = byStation(due);
    const askNext = async (): Promise<void> => {
      for (let next = stations.shift(); next; next = stations.shift()) await this.askOne(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askNext));
  }

  /** A station that does not answer one question is not asked the others. */
  private async askOne(transactions: readonly AskedTransaction[]): Promise<void> {
    for (const transaction of transactions) {
      // what is connected elsewhere is asked from there
      if (this.stopped || !this.client.connected(transaction.stationUuid)) return;
      if (!(await this.statuses.claim(transaction.id))) continue;
      try {
        const { state } = await this.service.ask(transaction, BY_ITSELF);
        if (state !== 'answered') return;
      } catch (error) {
        // offline, no answer, an error as the answer: the command says so, and it is asked again later
        if (!(error instanceof ProblemError)) throw error;
        return;
      }
    }
  }
}

function byStation(transactions: readonly AskedTransaction[]): AskedTransaction[][] {
  const stations = new Map<string, AskedTransaction[]>();
  for (const transaction of transactions) {
    const { stationUuid } = transaction;
    stations.set(stationUuid, [...(stations.get(stationUuid) ?? []), transaction]);
  }
  return [...stations.values()];
}
