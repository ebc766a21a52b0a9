import { Injectable } from '@nestjs/common';
import { type CommandedStation, type CommandRequest, CommandsService, type CommandView } from '../../commands/index.js';
import { Clock } from '../../common/clock.js';
import { ProblemError } from '../../common/problems.js';
import { type OcppVersion, StationClient } from '../../ocpp/index.js';
import { StationsService } from '../stations/index.js';
import { CERTIFICATE_TYPES } from './certificate-types.js';
import { type CertificateQuestion, GetInstalledCertificateIds, QUESTIONS } from './certificates.commands.js';
import type { CertificateRefreshView } from './dto/installed-certificate.dto.js';
import { InventoryQueries } from './installed/inventory.queries.js';
import { InventoryStore } from './installed/inventory.store.js';

/** After that no further message is begun; the operator waits for the one that is under way. */
const BEGIN_WITHIN_MS = 25_000;

/** M03: asks stations which certificates they hold. */
@Injectable()
export class CertificateRefreshService {
  constructor(
    private readonly commands: CommandsService,
    private readonly client: StationClient,
    private readonly stations: StationsService,
    private readonly store: InventoryStore,
    private readonly queries: InventoryQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks for certificates of some types, in as many messages as the version needs, and keeps what the station says.
   * @throws UnknownError `station-unknown`; as CommandsService.execute
   */
  async refresh(
    stationId: string,
    question: CertificateQuestion,
    asked: CommandRequest,
  ): Promise<CertificateRefreshView> {
    const station = await this.stations.byStationId(stationId);
    const version = await this.versionOf(station, asked);
    const [first, ...others] = version ? QUESTIONS[version](question) : [question];
    const until = this.clock.monotonic() + BEGIN_WITHIN_MS;
    const commands = [await this.commands.execute(station, GetInstalledCertificateIds, first!, asked)];
    for (const next of others) {
      const { state, expiresAt } = commands.at(-1)!;
      // what the station has not answered yet holds up the others; what is kept for later does not
      const goesOn = state === 'answered' || (state === 'queued' && expiresAt !== null);
      if (!goesOn || this.clock.monotonic() >= until) break;
      commands.push(await this.askFurther(station, next, asked, commands));
    }
    await this.store.catchUp(station.id);
    const known = await this.queries.ofTypes(station.id, question.certificateTypes ?? CERTIFICATE_TYPES);
    return { ...commands.at(-1)!, status: sharedStatus(commands), commandIds: commands.map(idOf), ...known };
  }

  /** Each message of a request is a command of its own; the first one bears the key as it was given. */
  private async askFurther(
    station: CommandedStation,
    question: CertificateQuestion,
    asked: CommandRequest,
    answered: readonly CommandView[],
  ): Promise<CommandView> {
    const { idempotencyKey } = asked;
    const key = idempotencyKey && { idempotencyKey: `${idempotencyKey}/${question.certificateTypes?.join()}` };
    try {
      return await this.commands.execute(station, GetInstalledCertificateIds, question, { ...asked, ...key });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const text = `${error.message} The station answered about other types: see GET .../certificates.`;
      throw new ProblemError(error.code, error.status, text, { ...error.members, commandIds: answered.map(idOf) });
    }
  }

  /** That the station speaks or is expected to; undefined where it will not be asked anyway. */
  private async versionOf(station: CommandedStation, asked: CommandRequest): Promise<OcppVersion | undefined> {
    const connected = this.client.connected(station.id)?.version;
    return connected ?? (asked.whenOffline === 'queue' ? this.stations.expectedVersion(station.id) : undefined);
  }
}

const idOf = ({ commandId }: CommandView): string => commandId;

/** Of questions about several types: Accepted where the station holds anything of any of them. */
function sharedStatus(commands: readonly CommandView[]): string | null {
  const statuses = commands.map(({ status }) => status);
  return statuses.includes('Accepted') ? 'Accepted' : statuses.includes(null) ? null : (statuses.at(-1) ?? null);
}
