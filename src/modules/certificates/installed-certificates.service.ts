import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommandAnswered, type CommandRequest, CommandsService, type CommandView } from '../../commands/index.js';
import { Clock } from '../../common/clock.js';
import { DomainEvents } from '../../common/domain-events.js';
import { DeviceModel } from '../provisioning/index.js';
import { StationsService } from '../stations/index.js';
import { DeleteCertificate, InstallCertificate, type NewCertificate } from './certificates.commands.js';
import { certificateUnknown } from './certificates-problems.js';
import type { StationCertificatePage, StationCertificateQuery } from './dto/installed-certificate.dto.js';
import { assertInstallable } from './installed/installable.js';
import { InventoryQueries } from './installed/inventory.queries.js';
import { InventoryStore, isCertificateCommand } from './installed/inventory.store.js';

/** The only size of certificates that stations tell: a chain that is too large is made of certificates. */
const LIMIT = { component: 'SecurityCtrlr', variable: 'MaxCertificateChainSize' } as const;

/** M04, M05: the certificates that stations hold. */
@Injectable()
export class InstalledCertificatesService implements OnModuleInit {
  constructor(
    private readonly commands: CommandsService,
    private readonly stations: StationsService,
    private readonly model: DeviceModel,
    private readonly store: InventoryStore,
    private readonly queries: InventoryQueries,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
  ) {}

  /** Also what was answered after its operator had gone, and what was asked as a raw message. */
  onModuleInit(): void {
    this.events.on(CommandAnswered, async ({ stationUuid, name }) => {
      if (isCertificateCommand(name)) await this.store.catchUp(stationUuid);
    });
  }

  /**
   * Has a station install a root certificate.
   * @throws UnknownError `station-unknown`; ProblemError 400 `certificate-invalid`, `certificate-expired`,
   * `certificate-too-large`; as CommandsService.execute
   */
  async install(stationId: string, wish: NewCertificate, asked: CommandRequest): Promise<CommandView> {
    const station = await this.stations.byStationId(stationId);
    const limit = await this.model.limitOf(station.id, LIMIT);
    const certificate = assertInstallable(wish.certificate, this.clock.now(), limit);
    const input = { certificateType: wish.certificateType, certificate };
    const command = await this.commands.execute(station, InstallCertificate, input, asked);
    await this.store.catchUp(station.id);
    return command;
  }

  /**
   * Has a station delete a certificate that it reported. [OCPP 2.0.1 M04.FR.01, M04.FR.07]
   * @throws UnknownError `station-unknown`, `certificate-unknown`; as CommandsService.execute
   */
  async delete(stationId: string, certificateId: string, asked: CommandRequest): Promise<CommandView> {
    const station = await this.stations.byStationId(stationId);
    // repeated: the first one may have taken it off the list
    const earlier = await this.commands.earlier(asked);
    if (earlier) return earlier;
    const certificate = await this.queries.find(station.id, certificateId);
    if (!certificate) throw certificateUnknown(certificateId);
    const { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber } = certificate;
    const id = { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber };
    const command = await this.commands.execute(station, DeleteCertificate, id, asked);
    await this.store.catchUp(station.id);
    return command;
  }

  /** What is known of the certificates of a station. @throws UnknownError `station-unknown` */
  async list(stationId: string, query: StationCertificateQuery): Promise<StationCertificatePage> {
    const { id } = await this.stations.byStationId(stationId);
    await this.store.catchUp(id);
    return this.queries.page(id, query);
  }
}
