import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Secrets } from '../common/secrets.js';
import { StationsService, type StationRef } from '../modules/stations/index.js';
import type { ConnectedStation, OcppVersion } from '../ocpp/index.js';
import type { Asking, Spoken } from './asking.js';
import { CommandConditions } from './command-conditions.js';
import { stationOffline, tooManyKept, versionUnknown } from './command-problems.js';
import { type CommandRequest, KEPT_SECONDS } from './command-request.js';
import type { Keeping } from './command.store.js';
import { KeptCommandStore } from './kept-command.store.js';
import { assertSendable, isSendable } from './registration.js';

/** What a command waits for whose station is away or not accepted. */
export const STATION = 'station';
/** Of one station. */
const MOST_KEPT = 500;

/** Decides whether a command may be kept, for how long, and for what it waits. */
@Injectable()
export class CommandKeeper {
  constructor(
    private readonly conditions: CommandConditions,
    private readonly kept: KeptCommandStore,
    private readonly stations: StationsService,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** The version in which a station is asked. Throws `station-offline` where it is away and nothing is to be kept. */
  async versionFor(
    station: StationRef,
    connection: ConnectedStation | undefined,
    { whenOffline }: CommandRequest,
  ): Promise<OcppVersion> {
    if (connection) return connection.version;
    if (whenOffline !== 'queue') throw stationOffline(station.stationId);
    const version = await this.stations.expectedVersion(station.id);
    if (!version) throw versionUnknown(station.stationId);
    return version;
  }

  /** What keeps a command from being sent at once. Throws `station-not-accepted` where that is not to be waited for. */
  async waitsFor(
    connection: ConnectedStation | undefined,
    { action, waitsFor }: Spoken,
    { whenOffline }: CommandRequest,
  ): Promise<string | undefined> {
    if (!connection) return STATION;
    if (whenOffline !== 'queue') assertSendable(connection, action);
    return isSendable(connection, action) ? this.conditions.unmet(waitsFor, connection.stationUuid) : STATION;
  }

  /** How a command is kept; undefined where it is sent now or never. */
  keeping(
    asking: Asking,
    version: OcppVersion,
    { whenOffline, ttlSeconds = KEPT_SECONDS }: CommandRequest,
    { waitsFor: condition }: Spoken,
    waitsFor: string | undefined,
  ): Keeping | undefined {
    if (whenOffline !== 'queue' && condition === undefined) return undefined;
    const expiresAt = new Date(this.clock.now().getTime() + ttlSeconds * 1000);
    return { expiresAt, sealedAsking: this.secrets.seal(asking.keep(version)), waitsFor };
  }

  /** Throws `station-busy` where too much is kept for a station already. */
  async assertRoom({ id, stationId }: StationRef): Promise<void> {
    if ((await this.kept.count(id)) >= MOST_KEPT) throw tooManyKept(stationId);
  }
}
