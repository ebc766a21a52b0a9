import { constants, createVerify, X509Certificate } from 'node:crypto';
import type { Clock } from '../../common/clock.js';
import { download } from './download.js';
import type { Reply } from './dialect.js';
import type { OutgoingCall } from './outbox.js';

/** What a station says of its firmware, in 2.0.1 words. */
export type FirmwareStage =
  | 'Downloaded'
  | 'DownloadFailed'
  | 'Downloading'
  | 'DownloadScheduled'
  | 'Idle'
  | 'InstallationFailed'
  | 'Installing'
  | 'Installed'
  | 'InstallRebooting'
  | 'InstallScheduled'
  | 'InvalidSignature'
  | 'SignatureVerified';

/** An update as the CSMS asks for it. */
export interface FirmwareWish {
  /** Undefined in the 1.6 message without a signature. */
  readonly requestId?: number;
  readonly location: string;
  readonly retrieveAt: Date;
  readonly installAt?: Date;
  readonly retries?: number;
  /** Seconds. */
  readonly retryInterval?: number;
  readonly signature?: string;
  readonly signingCertificate?: string;
}

/** How the station goes about its updates; all goes well by default, and at once. */
export interface FirmwareBehaviour {
  /** Where updates go wrong. `silent`: it installs without a word, and only its next boot tells. */
  readonly fails?: 'download' | 'install' | 'signature' | 'silent' | 'hangs';
  /** Milliseconds between two stages; 0 by default. */
  readonly stageMs?: number;
}

interface Parts {
  readonly clock: Clock;
  readonly behaviour: FirmwareBehaviour;
  /** How a stage is said in the version; undefined where it has no word for it. */
  readonly say: (stage: FirmwareStage, wish: FirmwareWish | undefined) => OutgoingCall | undefined;
  readonly tell: (call: OutgoingCall) => Promise<void>;
  readonly install: (version: string) => void;
  readonly restart: () => Promise<void>;
}

/** The answer of a station to an update. */
export type FirmwareAnswer = 'Accepted' | 'AcceptedCanceled' | 'InvalidCertificate';

/** Updates of the firmware: really fetched, checked where they are signed, and installed by a reboot. */
export class Firmware {
  private current: FirmwareWish | undefined;
  /** Installed, but its reboot is not over. */
  private rebooting: FirmwareWish | undefined;
  private lastStage: FirmwareStage = 'Idle';
  private lastWish: FirmwareWish | undefined;

  constructor(private readonly parts: Parts) {}

  update(wish: FirmwareWish): Reply<FirmwareAnswer> {
    if (wish.signingCertificate !== undefined && !isValid(wish.signingCertificate, this.parts.clock.now())) {
      return { answer: 'InvalidCertificate' };
    }
    const answer = this.current ? 'AcceptedCanceled' : 'Accepted';
    this.current = wish;
    return {
      answer,
      // goes on for long: whoever commands does not wait for it
      after: () => void this.carryOut(wish).catch(() => undefined),
    };
  }

  /** Whether there is something to say; once it is installed there is not. [OCPP 2.0.1 L01.FR.25, L01.FR.26] */
  get isBusy(): boolean {
    return this.lastStage !== 'Installed' && this.lastStage !== 'Idle';
  }

  /** What was said last is said again. */
  repeat(): Promise<void> {
    return this.tell(this.lastStage, this.lastWish);
  }

  /** A boot was accepted: an update may have led to it. */
  async booted(): Promise<void> {
    const wish = this.rebooting;
    this.rebooting = undefined;
    if (wish) await this.stage('Installed', wish);
  }

  private async carryOut(wish: FirmwareWish): Promise<void> {
    const { clock, behaviour, install, restart } = this.parts;
    if (wish.retrieveAt > clock.now()) {
      await this.stage('DownloadScheduled', wish);
      await this.until(wish.retrieveAt);
    }
    const image = await this.fetched(wish);
    if (!image) return;
    await this.stage('Downloaded', wish);
    if (wish.signature !== undefined) {
      const isGenuine = behaviour.fails !== 'signature' && isSigned(image, wish);
      if (!isGenuine) return this.fail('InvalidSignature', wish);
      await this.stage('SignatureVerified', wish);
    }
    if (wish.installAt && wish.installAt > clock.now()) {
      await this.stage('InstallScheduled', wish);
      await this.until(wish.installAt);
    }
    await this.stage('Installing', wish);
    if (behaviour.fails === 'install') return this.fail('InstallationFailed', wish);
    if (this.current !== wish || behaviour.fails === 'hangs') return;
    await this.stage('InstallRebooting', wish);
    install(versionOf(image));
    this.rebooting = wish;
    this.current = undefined;
    await restart();
  }

  /** The image; undefined once it is given up, or another update has taken its place. */
  private async fetched(wish: FirmwareWish): Promise<Buffer | undefined> {
    const { retries = 0, retryInterval = 0 } = wish;
    for (let attempt = 0; this.current === wish; attempt++) {
      await this.stage('Downloading', wish);
      const image = this.parts.behaviour.fails === 'download' ? undefined : await download(wish.location);
      if (image) return this.current === wish ? image : undefined;
      if (attempt >= retries) break;
      await this.pause(retryInterval * 1000);
    }
    await this.fail('DownloadFailed', wish);
    return undefined;
  }

  private async fail(stage: FirmwareStage, wish: FirmwareWish): Promise<void> {
    await this.stage(stage, wish);
    if (this.current === wish) this.current = undefined;
  }

  private async stage(stage: FirmwareStage, wish: FirmwareWish): Promise<void> {
    if (this.current !== wish && this.current !== undefined) return;
    this.lastStage = stage;
    this.lastWish = wish;
    await this.tell(stage, wish);
    await this.pause(this.parts.behaviour.stageMs ?? 0);
  }

  private async tell(stage: FirmwareStage, wish: FirmwareWish | undefined): Promise<void> {
    if (this.parts.behaviour.fails === 'silent' && wish) return;
    const call = this.parts.say(stage, wish);
    if (call) await this.parts.tell(call);
  }

  private until(time: Date): Promise<void> {
    return this.pause(time.getTime() - this.parts.clock.now().getTime());
  }

  private pause(ms: number): Promise<void> {
    return ms > 0 ? new Promise((done) => void this.parts.clock.after(ms, done)) : Promise.resolve();
  }
}

/** Images say which version they are: `version=2.0.0` near their beginning. */
const versionOf = (image: Buffer): string =>
  /version=([\w.+-]{1,50})/.exec(image.subarray(0, 512).toString('latin1'))?.[1] ?? 'unknown';

function isValid(pem: string, at: Date): boolean {
  try {
    const { validFrom, validTo } = new X509Certificate(pem);
    return new Date(validFrom) <= at && at <= new Date(validTo);
  } catch {
    return false;
  }
}

function isSigned(image: Buffer, { signature = '', signingCertificate = '' }: FirmwareWish): boolean {
  const key = new X509Certificate(signingCertificate).publicKey;
  const paddings = [constants.RSA_PKCS1_PSS_PADDING, constants.RSA_PKCS1_PADDING];
  return paddings.some((padding) =>
    createVerify('SHA256')
      .update(image)
      .verify(key.asymmetricKeyType === 'rsa' ? { key, padding } : key, Buffer.from(signature, 'base64')),
  );
}
