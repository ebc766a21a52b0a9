import { Injectable } from '@nestjs/common';
import { type CommandRequest, CommandsService, type CommandView } from '../../../commands/index.js';
import { Clock } from '../../../common/clock.js';
import { ProblemError, ValidationFailedError } from '../../../common/problems.js';
import { uuidv7 } from '../../../common/uuid.js';
import { type CallContext, maskPayload, OcppError } from '../../../ocpp/index.js';
import { TokenKeys } from '../../authorization/index.js';
import { toIdToken } from '../../remote-control/index.js';
import { type StationRef, StationsService } from '../../stations/index.js';
import type { AskCustomerInformation, AskedCustomerInformationView } from '../dto/customer-information.dto.js';
import type { CustomerInformationPart, CustomerReference, CustomerWish } from './customer-information.js';
import { CustomerInformation } from './customer-information.commands.js';
import { CustomerInformationReader } from './customer-information.reader.js';
import { CustomerInformationStore } from './customer-information.store.js';

const LARGEST_INT = 2 ** 31 - 1;

/** N09, N10: what stations hold about customers is reported or cleared. */
@Injectable()
export class CustomerInformationService {
  constructor(
    private readonly stations: StationsService,
    private readonly commands: CommandsService,
    private readonly store: CustomerInformationStore,
    private readonly reader: CustomerInformationReader,
    private readonly tokens: TokenKeys,
    private readonly clock: Clock,
  ) {}

  /** Asks a station. Problems: see CommandsService; further UnknownError `station-unknown`. */
  async ask(
    stationId: string,
    request: AskCustomerInformation,
    asked: CommandRequest,
  ): Promise<AskedCustomerInformationView> {
    const wish = sensible(request);
    const station = await this.stations.byStationId(stationId);
    // a repeated request gets what the first one made, and makes nothing of its own
    const earlier = await this.commands.earlier(asked);
    return this.withRequest(earlier ?? (await this.send(station, wish, asked)), station);
  }

  /**
   * Keeps a part of a report. Committed when it resolves. [OCPP 2.0.1 N09.FR.01, N10.FR.01]
   * @throws OcppError for numbers that nobody gave or counts to
   */
  async keep(
    part: CustomerInformationPart,
    { station, receivedAt }: Pick<CallContext, 'station' | 'receivedAt'>,
  ): Promise<void> {
    for (const field of ['requestId', 'seqNo'] as const) {
      if (Math.abs(part[field]) <= LARGEST_INT) continue;
      throw new OcppError('PropertyConstraintViolation', `${field} is larger than 32 bits hold`, { field });
    }
    await this.store.add(station.id, part, receivedAt);
  }

  /**
   * Forgets whom a request was about and what came of it; one that is kept for its station is taken back.
   * @throws UnknownError `station-unknown`, `customer-information-unknown`
   */
  async erase(stationId: string, id: string): Promise<void> {
    const { id: stationUuid } = await this.stations.byStationId(stationId);
    const { commandId } = await this.reader.view(stationUuid, id);
    if (commandId !== null) await this.unsend(commandId);
    await this.store.erase(id, this.clock.now());
  }

  private async send(station: StationRef, wish: CustomerWish, asked: CommandRequest): Promise<CommandView> {
    const { report, clear, ...customer } = wish;
    const requestedAt = this.clock.now();
    const commandId = uuidv7(requestedAt.getTime());
    const { id, requestId } = await this.store.draft({
      stationUuid: station.id,
      commandId,
      report,
      clear,
      customer: shown(customer),
      tokenKey: wish.idToken ? this.tokens.newest(wish.idToken) : null,
      requestedAt,
    });
    try {
      const command = await this.commands.execute(station, CustomerInformation, { ...wish, requestId }, asked, {
        commandId,
      });
      // the same request came a moment earlier and took the key
      if (command.commandId !== commandId) await this.store.withdraw(id);
      return command;
    } catch (error) {
      // what was never recorded was never asked
      await this.commands.find(commandId).catch(() => this.store.withdraw(id));
      throw error;
    }
  }

  private async unsend(commandId: string): Promise<void> {
    try {
      await this.commands.cancel(commandId);
    } catch (error) {
      // it was sent, or is gone already
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  private async withRequest(command: CommandView, station: StationRef): Promise<AskedCustomerInformationView> {
    const id = await this.store.ofCommand(command.commandId);
    return { ...command, customerInformation: await this.reader.view(station.id, id!) };
  }
}

/** As it may be kept and shown: PIN codes masked. */
function shown({ idToken, ...customer }: CustomerReference): object {
  if (!idToken) return customer;
  const masked = maskPayload('2.0.1', 'CustomerInformation', 'request', { idToken: toIdToken(idToken) });
  const { idToken: value, ...token } = (masked as { idToken: { idToken: string; type: string } }).idToken;
  return { idToken: { value, ...token } };
}

function sensible({ report = false, clear = false, ...customer }: AskCustomerInformation): CustomerWish {
  if (!report && !clear) {
    throw new ValidationFailedError('Say what the station is to do: report, clear, or both.');
  }
  const { idToken, customerIdentifier, customerCertificate } = customer;
  // [OCPP 2.0.1 N09.FR.09, N10.FR.08] a station would answer Invalid to none and to several
  const references = [idToken, customerIdentifier, customerCertificate].filter((each) => each !== undefined);
  if (references.length !== 1) {
    throw new ValidationFailedError('Name the customer by one of idToken, customerIdentifier and customerCertificate.');
  }
  return { report, clear, ...customer };
}
