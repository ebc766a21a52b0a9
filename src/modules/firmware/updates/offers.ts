import { Injectable } from '@nestjs/common';
import { type CommandRequest, CommandsService, type CommandView, sentUntil } from '../../../commands/index.js';
import { Clock } from '../../../common/clock.js';
import { uuidv7 } from '../../../common/uuid.js';
import { Config } from '../../../config/config.js';
import { capabilityDigest, newCapability } from '../../../files/capability.js';
import { PublicUrl } from '../../../files/public-url.js';
import { maskPayload } from '../../../ocpp/index.js';
import type { StationRef } from '../../stations/index.js';
import type { UpdateOptions } from '../dto/firmware-update.dto.js';
import type { FirmwareImage } from '../entities/firmware-image.entity.js';
import type { FirmwareUpdate } from '../entities/firmware-update.entity.js';
import { imageUnsuitable, signatureInvalid } from '../firmware-problems.js';
import { updateFirmware, updateSignedFirmware } from '../firmware.commands.js';
import { type ImageSignature, signingCertificateProblem } from '../images/image-signature.js';
import { deadlineOf } from './deadline.js';
import { type StationFacts, UpdateStore } from './update-store.js';

/** An image that is kept elsewhere. */
export interface ImageElsewhere {
  readonly location: string;
  readonly version?: string;
  readonly signature?: string;
  readonly signingCertificate?: string;
}

/** An update, made ready; it becomes one when its row is inserted, and is asked for when it is sent. */
export interface Offer {
  readonly station: StationRef;
  readonly update: FirmwareUpdate;
  /** With what lets the station in. */
  readonly location: string;
  readonly signature: ImageSignature | undefined;
}

/** Makes offers to stations, and sends them. */
@Injectable()
export class Offers {
  constructor(
    private readonly store: UpdateStore,
    private readonly commands: CommandsService,
    private readonly publicUrl: PublicUrl,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * An offer of an image that is kept here.
   * @throws ProblemError 409 `firmware-image-unsuitable`, 400 `firmware-signature-invalid`
   */
  async ofImage(
    station: StationRef,
    image: FirmwareImage,
    options: UpdateOptions,
    asked: CommandRequest,
    campaignId: string | null = null,
  ): Promise<Offer> {
    const facts = await this.store.stationFacts(station.id);
    const [wrong] = unsuited(image, facts);
    if (wrong) throw imageUnsuitable(...wrong);
    const { signature, signingCertificate } = image;
    const isSigned = options.signed !== false && signature !== null && signingCertificate !== null;
    const capability = newCapability();
    const base = facts.publicUrl?.replace(/\/+$/, '') ?? this.publicUrl.base;
    return this.offer(station, facts, options, asked, {
      location: `${base}/files/firmware/${capability}/${image.fileName}`,
      signature: isSigned ? { signature, signingCertificate } : undefined,
      row: { imageId: image.id, campaignId, version: image.version, capabilityDigest: capabilityDigest(capability) },
    });
  }

  /** An offer of an image that is kept elsewhere. @throws ProblemError 400 `firmware-signature-invalid` */
  async ofLocation(
    station: StationRef,
    elsewhere: ImageElsewhere,
    options: UpdateOptions,
    asked: CommandRequest,
  ): Promise<Offer> {
    const { location, version = null, signature, signingCertificate } = elsewhere;
    const isSigned = signature !== undefined && signingCertificate !== undefined;
    return this.offer(station, await this.store.stationFacts(station.id), options, asked, {
      location,
      signature: isSigned ? { signature, signingCertificate } : undefined,
      row: { imageId: null, campaignId: null, version, capabilityDigest: null },
    });
  }

  /**
   * Asks the station. What it answers is taken into account before this resolves; where nothing was sent, the update is
   * taken back. Problems: see CommandsService.
   */
  async send({ station, update, location, signature }: Offer, asked: CommandRequest): Promise<CommandView> {
    const { id, requestId, commandId, retrieveAt, installAt, retries, retryInterval } = update;
    const offer = {
      requestId,
      location,
      retrieveAt: retrieveAt.toISOString(),
      ...(installAt && { installAt: installAt.toISOString() }),
      ...(retries !== null && { retries }),
      ...(retryInterval !== null && { retryInterval }),
    };
    try {
      return signature
        ? await this.commands.execute(station, updateSignedFirmware, { ...offer, ...signature }, asked, { commandId })
        : await this.commands.execute(station, updateFirmware, offer, asked, { commandId });
    } finally {
      await this.store.withdraw(id);
      await this.store.settle(id);
    }
  }

  private async offer(
    station: StationRef,
    { firmwareVersion }: StationFacts,
    { retrieveAt, installAt, retries, retryInterval }: UpdateOptions,
    asked: CommandRequest,
    what: Pick<Offer, 'location' | 'signature'> & {
      readonly row: Pick<FirmwareUpdate, 'imageId' | 'campaignId' | 'version' | 'capabilityDigest'>;
    },
  ): Promise<Offer> {
    const now = this.clock.now();
    const planned = { retrieveAt: retrieveAt ?? now, installAt: installAt ?? null };
    const { location, signature, row } = what;
    if (signature) assertValid(signature, planned.retrieveAt > now ? planned.retrieveAt : now);
    // one that is kept for a station that is away has the time to be sent as well
    const deadlineAt = deadlineOf(planned, sentUntil(now, asked), this.config.firmware.updateHours);
    const update: FirmwareUpdate = {
      ...row,
      ...planned,
      id: uuidv7(now.getTime()),
      stationId: station.id,
      requestId: await this.store.nextRequestId(),
      commandId: uuidv7(now.getTime()),
      versionBefore: firmwareVersion,
      versionAfter: null,
      location: maskedLocation(location),
      signed: signature !== undefined,
      retries: retries ?? null,
      retryInterval: retryInterval ?? null,
      state: 'requested',
      status: null,
      failure: null,
      answer: null,
      answerInfo: null,
      settledAt: null,
      supersededBy: null,
      urlExpiresAt: row.capabilityDigest && deadlineAt,
      downloads: 0,
      downloadedBytes: '0',
      lastDownloadAt: null,
      requestedAt: now,
      lastStatusAt: null,
      deadlineAt,
      endedAt: null,
    };
    return { station, update, location, signature };
  }
}

/** In which way an image is made for other stations; a station that has not said what it is may be any. */
export function unsuited(
  image: Pick<FirmwareImage, 'vendor' | 'model'>,
  station: Pick<StationFacts, 'vendor' | 'model'>,
): [what: string, wanted: string, actual: string][] {
  return (['vendor', 'model'] as const).flatMap((what): [string, string, string][] => {
    const [wanted, actual] = [image[what], station[what]];
    return wanted !== null && actual !== null && wanted !== actual ? [[what, wanted, actual]] : [];
  });
}

function assertValid({ signingCertificate }: ImageSignature, at: Date): void {
  const problem = signingCertificateProblem(signingCertificate, at);
  if (problem) throw signatureInvalid(problem);
}

/** The same masking as in commands and in the log of messages. */
const maskedLocation = (location: string): string =>
  (maskPayload('2.0.1', 'UpdateFirmware', 'request', { location }) as { location: string }).location;
