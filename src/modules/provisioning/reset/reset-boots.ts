import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { Gathering } from '../../../common/gathering.js';
import { Rounds } from '../../../common/rounds.js';
import { StationBooted } from '../../stations/index.js';

const ROUND_MS = 60_000;
/** A reset that was scheduled may wait long for its transaction. */
const LOOK_BACK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * A station that reboots at once may not even answer, so that what has no answer counts too. A BootNotification that was
 * triggered is no boot, and one that comes much later has another reason, unless the station said that it would wait.
 */
const LINK = `INSERT INTO reset_boots (command_id, station_id, booted_at, boot_reason)
  SELECT c.id, s.id, s.booted_at, s.boot_reason
  FROM commands c JOIN stations s ON s.id = c.station_id
  WHERE c.name = 'Reset' AND c.created_at > $1 AND ($2::uuid[] IS NULL OR c.station_id = ANY($2))
    AND c.sent_at <= s.booted_at AND s.boot_reason IS DISTINCT FROM 'Triggered'
    AND (c.status = 'Scheduled'
      OR ((c.status IS NULL OR c.status = 'Accepted') AND s.booted_at < c.sent_at + interval '1 hour'))
    AND (c.request ->> 'evseId') IS NULL
    AND (c.error ->> 'reason') IS DISTINCT FROM 'call-error'
    AND NOT EXISTS (SELECT FROM reset_boots b WHERE b.command_id = c.id)
  ON CONFLICT DO NOTHING`;

/** Finds the boot that followed each reset: by the event at once, and after a crash from what is stored. */
@Injectable()
export class ResetBoots implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly logger = new Logger(ResetBoots.name);
  private readonly rounds: Rounds;
  private readonly booted: Gathering;

  constructor(
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {
    const failed = (error: unknown): void => this.logger.error(error);
    this.rounds = new Rounds(clock, ROUND_MS, () => this.round(), failed);
    this.booted = new Gathering((stationUuids) => this.link(stationUuids), failed);
  }

  onModuleInit(): void {
    this.events.on(StationBooted, ({ stationUuid }) => this.booted.add(stationUuid));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.rounds.run();
    this.rounds.start();
  }

  onModuleDestroy(): void {
    this.rounds.stop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.settled();
    await this.booted.settled();
  }

  private async round(): Promise<void> {
    await this.link(undefined);
    // commands go by age
    await this.dataSource.query(
      `DELETE FROM reset_boots b WHERE NOT EXISTS (SELECT FROM commands c WHERE c.id = b.command_id)`,
    );
  }

  /** Of these stations, or of all. */
  private async link(stationUuids: string[] | undefined): Promise<void> {
    const since = new Date(this.clock.now().getTime() - LOOK_BACK_MS);
    await this.dataSource.query(LINK, [since, stationUuids ?? null]);
  }
}
