import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { ValidationFailedError } from '../../../common/problems.js';
import { isUuid, uuidv7 } from '../../../common/uuid.js';
import { Config } from '../../../config/config.js';
import { newestFirst } from '../../../database/newest-first.js';
import { FileStore, type StoredFile } from '../../../files/file-store.js';
import type {
  ChangeImage,
  FirmwareImagePage,
  FirmwareImageQuery,
  FirmwareImageView,
  ImageDetails,
} from '../dto/firmware-image.dto.js';
import { FirmwareImage } from '../entities/firmware-image.entity.js';
import { checksumMismatch, imageInUse, imageUnknown, signatureInvalid } from '../firmware-problems.js';
import { lockImage, UpdateStore } from '../updates/update-store.js';
import { type ImageSignature, isSignedBy, signingCertificateProblem } from './image-signature.js';
import { toImageView } from './image-view.js';

/** The firmware images that stations can be offered. */
@Injectable()
export class FirmwareImagesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStore,
    private readonly updates: UpdateStore,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  private get images() {
    return this.dataSource.getRepository(FirmwareImage);
  }

  /** Stores a content whose details are known already. Throws as `add` does; ProblemError 413 `file-too-large`. */
  async upload(content: AsyncIterable<Uint8Array>, details: ImageDetails): Promise<FirmwareImageView> {
    assertNamed(details);
    const name = details.fileName ?? 'firmware.bin';
    const { maxBytes } = this.config.firmware;
    const file = await this.files.put({ name, mediaType: 'application/octet-stream', content, maxSize: maxBytes });
    return this.add(file, details);
  }

  /**
   * Makes an image of a stored file, which is deleted where it cannot be one.
   * @throws ValidationFailedError; ProblemError 400 `checksum-mismatch`, `firmware-signature-invalid`
   */
  async add(file: StoredFile, details: ImageDetails): Promise<FirmwareImageView> {
    try {
      assertNamed(details);
      await this.assertIntact(file, details);
      const { name, version, vendor = null, model = null, signature = null, signingCertificate = null } = details;
      const image = {
        id: uuidv7(this.clock.now().getTime()),
        fileId: file.id,
        name,
        version,
        vendor,
        model,
        fileName: details.fileName ?? fileNameOf(file.name),
        size: String(file.size),
        sha256: file.sha256,
        signature,
        signingCertificate,
        createdAt: this.clock.now(),
        deletedAt: null,
      };
      await this.images.insert(image);
      return toImageView(image);
    } catch (error) {
      await this.files.delete(file.id);
      throw error;
    }
  }

  /** Newest first. */
  async list({ version, vendor, model, ...page }: FirmwareImageQuery): Promise<FirmwareImagePage> {
    const query = this.images.createQueryBuilder('i').where('i.deletedAt IS NULL');
    const equal = Object.entries({ version, vendor, model }).filter(([, value]) => value !== undefined);
    for (const [field, value] of equal) query.andWhere(`i.${field} = :${field}`, { [field]: value });
    const { items, nextCursor } = await newestFirst(query, page);
    return { items: items.map(toImageView), nextCursor };
  }

  /** @throws UnknownError `firmware-image-unknown` */
  async read(id: string): Promise<FirmwareImageView> {
    return toImageView(await this.rowOf(id));
  }

  /**
   * Changes what is said about an image, e.g. adds its signature. Updates under way keep what they were sent.
   * @throws UnknownError `firmware-image-unknown`; ProblemError 400 `firmware-signature-invalid`
   */
  async change(id: string, change: ChangeImage): Promise<FirmwareImageView> {
    const image = await this.rowOf(id);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const changed = { ...image, ...given } as FirmwareImage;
    const file = await this.files.find(image.fileId);
    if (change.signature !== undefined || change.signingCertificate !== undefined) {
      await this.assertSigned(file!, changed);
    }
    await this.images.save(changed);
    return toImageView(changed);
  }

  /**
   * Deletes an image and its content.
   * @throws UnknownError `firmware-image-unknown`; ProblemError 409 `firmware-image-in-use`
   */
  async remove(id: string): Promise<void> {
    const { fileId } = await this.rowOf(id);
    await this.dataSource.transaction(async (manager) => {
      await lockImage(manager, id, 'pessimistic_write');
      if (await this.updates.isInUse(manager, id)) throw imageInUse(id);
      await manager.update(FirmwareImage, { id }, { deletedAt: this.clock.now() });
    });
    await this.files.delete(fileId);
  }

  private async rowOf(id: string): Promise<FirmwareImage> {
    const row = isUuid(id) ? await this.images.findOneBy({ id }) : null;
    if (!row || row.deletedAt) throw imageUnknown(id);
    return row;
  }

  private async assertIntact(file: StoredFile, { sha256, signature, signingCertificate }: ImageDetails): Promise<void> {
    if (file.size === 0) throw new ValidationFailedError('The image is empty. Send its content as the body.');
    const actual = file.sha256.toString('hex');
    if (sha256 !== undefined && sha256.toLowerCase() !== actual) throw checksumMismatch(sha256, actual);
    await this.assertSigned(file, { signature: signature ?? null, signingCertificate: signingCertificate ?? null });
  }

  /** [OCPP 2.0.1 A00.FR.707] the CSMS checks certificate and signature before it offers the image */
  private async assertSigned(
    file: StoredFile,
    { signature, signingCertificate }: { [Part in keyof ImageSignature]: string | null },
  ): Promise<void> {
    if (signature === null && signingCertificate === null) return;
    if (signature === null || signingCertificate === null) {
      throw new ValidationFailedError('signature and signingCertificate belong together: give both or neither.');
    }
    const problem = signingCertificateProblem(signingCertificate, this.clock.now());
    if (problem) throw signatureInvalid(problem);
    if (!(await isSignedBy(this.files.read(file), { signature, signingCertificate }))) {
      throw signatureInvalid('The signature was not made over this content by the key of the certificate.');
    }
  }
}

function assertNamed(details: ImageDetails): asserts details is ImageDetails & { name: string; version: string } {
  const missing = [details.name ? '' : 'name', details.version ? '' : 'version'].filter(Boolean);
  if (missing.length === 0) return;
  throw new ValidationFailedError(
    `The image needs ${missing.join(' and ')}: in the query, or as fields of a multipart form.`,
    missing.map((field) => `${field} must be given`),
  );
}

/** The name of an uploaded file as it may stand in a URL. */
const fileNameOf = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^\.+/, '')
    .slice(-100) || 'firmware.bin';
