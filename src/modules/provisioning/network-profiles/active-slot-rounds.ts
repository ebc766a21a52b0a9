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
import { ProblemError } from '../../../common/problems.js';
import { Rounds } from '../../../common/rounds.js';
import { type CommandRequest } from '../../../commands/index.js';
import { StationClient } from '../../../ocpp/index.js';
import { type StationRef, StationBooted } from '../../stations/index.js';
import { SlotVariables } from './slot-variables.js';

const ROUND_MS = 60_000;
/** Stations that are asked side by side. */
const AT_ONCE = 8;
const ASKED: CommandRequest = { operatorId: undefined, route: 'TAU network-profiles' };

/** Stations with profiles that have booted and were not asked since; each boot is asked about once. */
const DUE = `SELECT s.id, s.station_id AS "stationId" FROM stations s
  WHERE s.archived_at IS NULL AND s.connection_epoch IS NOT NULL AND s.boot_answer = 'Accepted'
    AND s.ocpp_version = '2.0.1' AND ($1::uuid[] IS NULL OR s.id = ANY($1))
    AND EXISTS (SELECT FROM network_profiles n WHERE n.station_id = s.id AND n.accepted_at < s.booted_at)
    AND NOT EXISTS (SELECT FROM commands c
      WHERE c.station_id = s.id AND c.route = '${ASKED.route}' AND c.created_at >= s.booted_at)`;

/**
 * B10: a station that was to change its slot boots, by the new one or, where that failed, by the old one. Which of them
 * it was is asked, so that an operator sees it.
 */
@Injectable()
export class ActiveSlotRounds
  implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown
{
  private readonly logger = new Logger(ActiveSlotRounds.name);
  private readonly rounds: Rounds;
  private readonly booted: Gathering;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly slots: SlotVariables,
    private readonly client: StationClient,
    private readonly events: DomainEvents,
    clock: Clock,
  ) {
    const failed = (error: unknown): void => this.logger.error(error);
    // an event may be lost with its process: the round comes to the same by what is stored
    this.rounds = new Rounds(clock, ROUND_MS, () => this.ask(undefined), failed);
    this.booted = new Gathering((stationUuids) => this.ask(stationUuids), failed);
  }

  onModuleInit(): void {
    this.events.on(StationBooted, ({ stationUuid }) => this.booted.add(stationUuid));
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    this.rounds.stop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.rounds.settled(), this.booted.settled()]);
  }

  private async ask(stationUuids: string[] | undefined): Promise<void> {
    const due = await this.dataSource.query<StationRef[]>(DUE, [stationUuids ?? null]);
    const askNext = async (): Promise<void> => {
      for (let next = due.shift(); next; next = due.shift()) await this.askOne(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askNext));
  }

  private async askOne(station: StationRef): Promise<void> {
    // what is connected elsewhere is asked from there
    if (this.stopped || !this.client.connected(station.id)) return;
    try {
      await this.slots.ask(station, ASKED);
    } catch (error) {
      // offline or no answer: the command says so
      if (!(error instanceof ProblemError)) throw error;
    }
  }
}
