import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CommandRequest, CommandsService, type CommandView } from '../../commands/index.js';
import type { PageQuery } from '../../common/pagination.js';
import { ValidationFailedError } from '../../common/problems.js';
import { isUuid } from '../../common/uuid.js';
import { newestFirst } from '../../database/newest-first.js';
import { StationsService, type StationRef } from '../stations/index.js';
import type {
  FirmwareStatusPage,
  FirmwareStatusView,
  FirmwareUpdateCommandView,
  FirmwareUpdateDetailView,
  FirmwareUpdatePage,
  FirmwareUpdateQuery,
  RequestFirmwareUpdate,
} from './dto/firmware-update.dto.js';
import { FirmwareImage } from './entities/firmware-image.entity.js';
import { FirmwareStatusRow } from './entities/firmware-status.entity.js';
import { FirmwareUpdate } from './entities/firmware-update.entity.js';
import { imageUnknown, updateUnknown } from './firmware-problems.js';
import { type Offer, Offers } from './updates/offers.js';
import { UpdateStore } from './updates/update-store.js';
import { toUpdateView } from './updates/update-view.js';

/** Functional block L: updates of the firmware of single stations. */
@Injectable()
export class FirmwareUpdatesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stations: StationsService,
    private readonly commands: CommandsService,
    private readonly offers: Offers,
    private readonly store: UpdateStore,
  ) {}

  private get updates() {
    return this.dataSource.getRepository(FirmwareUpdate);
  }

  /**
   * Asks a station to update its firmware. Problems: see CommandsService; further UnknownError `station-unknown`,
   * `firmware-image-unknown`; ProblemError 409 `firmware-image-unsuitable`, 400 `firmware-signature-invalid`.
   */
  async request(
    stationId: string,
    request: RequestFirmwareUpdate,
    asked: CommandRequest,
  ): Promise<FirmwareUpdateCommandView> {
    const station = await this.stations.byStationId(stationId);
    assertSensible(request);
    // a repeated request gets the update of the first one, and makes none of its own
    const earlier = await this.commands.earlier(asked);
    if (earlier) return this.withUpdate(earlier, station);
    const offer = await this.offerOf(station, request, asked);
    await this.store.insert(offer.update);
    return this.withUpdate(await this.offers.send(offer, asked), station);
  }

  /** Newest first. @throws UnknownError `station-unknown` */
  async list(stationId: string, { state, ...page }: FirmwareUpdateQuery): Promise<FirmwareUpdatePage> {
    const station = await this.stations.byStationId(stationId);
    const query = this.updates.createQueryBuilder('u').where('u.stationId = :id', { id: station.id });
    if (state) query.andWhere('u.state = :state', { state });
    const { items, nextCursor } = await newestFirst(query, page);
    return { items: items.map((update) => toUpdateView(update, station.stationId)), nextCursor };
  }

  /** @throws UnknownError `station-unknown`, `firmware-update-unknown` */
  async read(stationId: string, updateId: string): Promise<FirmwareUpdateDetailView> {
    const station = await this.stations.byStationId(stationId);
    const update = isUuid(updateId) ? await this.updates.findOneBy({ id: updateId, stationId: station.id }) : null;
    if (!update) throw updateUnknown(updateId);
    const statuses = await this.dataSource
      .getRepository(FirmwareStatusRow)
      .find({ where: { updateId }, order: { id: 'ASC' } });
    return { ...toUpdateView(update, station.stationId), statuses: statuses.map(toStatusView) };
  }

  /** All that a station said about its firmware, newest first. @throws UnknownError `station-unknown` */
  async statuses(stationId: string, page: PageQuery): Promise<FirmwareStatusPage> {
    const station = await this.stations.byStationId(stationId);
    const query = this.dataSource
      .getRepository(FirmwareStatusRow)
      .createQueryBuilder('s')
      .where('s.stationId = :id', { id: station.id });
    const { items, nextCursor } = await newestFirst(query, page);
    return { items: items.map(toStatusView), nextCursor };
  }

  private async offerOf(station: StationRef, request: RequestFirmwareUpdate, asked: CommandRequest): Promise<Offer> {
    const { imageId, location, version, signature, signingCertificate } = request;
    if (location !== undefined) {
      return this.offers.ofLocation(station, { location, version, signature, signingCertificate }, request, asked);
    }
    const image = await this.dataSource.getRepository(FirmwareImage).findOneBy({ id: imageId });
    if (!image || image.deletedAt) throw imageUnknown(imageId!);
    return this.offers.ofImage(station, image, request, asked);
  }

  private async withUpdate(command: CommandView, { stationId }: StationRef): Promise<FirmwareUpdateCommandView> {
    const update = await this.updates.findOneByOrFail({ commandId: command.commandId });
    return { ...command, firmwareUpdate: toUpdateView(update, stationId) };
  }
}

const toStatusView = ({ stationId: _, ...said }: FirmwareStatusRow): FirmwareStatusView => said;

function assertSensible(request: RequestFirmwareUpdate): void {
  const { imageId, location, version, signature, signingCertificate, signed, retrieveAt, installAt } = request;
  if ((imageId === undefined) === (location === undefined)) {
    throw new ValidationFailedError('Give either the imageId of an image that is kept here, or a location.');
  }
  if (imageId !== undefined && [version, signature, signingCertificate].some((given) => given !== undefined)) {
    throw new ValidationFailedError(
      'version, signature and signingCertificate belong to a location: an image has its own.',
    );
  }
  if ((signature === undefined) !== (signingCertificate === undefined)) {
    throw new ValidationFailedError('signature and signingCertificate belong together: give both or neither.');
  }
  if (location !== undefined && signed === true && signature === undefined) {
    throw new ValidationFailedError('A signed update by location needs signature and signingCertificate.');
  }
  if (retrieveAt && installAt && installAt < retrieveAt) {
    throw new ValidationFailedError('installAt must not lie before retrieveAt.');
  }
}
