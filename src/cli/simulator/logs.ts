import type { Clock } from '../../common/clock.js';
import type { Reply } from './dialect.js';
import type { OutgoingCall } from './outbox.js';
import { upload } from './upload.js';

/** What a station says of an upload, in 2.0.1 words. */
export type LogStage = 'AcceptedCanceled' | 'Idle' | 'Uploaded' | 'UploadFailure' | 'Uploading';

/** A log as the CSMS asks for it. */
export interface LogWish {
  /** Undefined in GetDiagnostics of 1.6. */
  readonly requestId?: number;
  readonly logType: 'DiagnosticsLog' | 'SecurityLog';
  /** Where the file is to be uploaded; of 1.6 the folder. */
  readonly location: string;
  readonly retries?: number;
  /** Seconds. */
  readonly retryInterval?: number;
}

/** How the station goes about its logs; they are uploaded whole and at once by default. */
export interface LogBehaviour {
  readonly method?: 'PUT' | 'POST';
  /** Uploads a form instead of the file as it is. */
  readonly form?: boolean;
  readonly content?: Buffer;
  /**
   * What goes wrong. `upload`: it cannot reach the server; `interrupted`: the first attempt breaks off half-way;
   * `hangs`: it begins and says no more; `silent`: it uploads without a word.
   */
  readonly fails?: 'upload' | 'interrupted' | 'hangs' | 'silent';
  /** `nothing`: there is no log; `rejects`: it gives none away. */
  readonly answers?: 'nothing' | 'rejects';
}

interface Parts {
  readonly clock: Clock;
  readonly stationId: string;
  readonly behaviour: LogBehaviour;
  /** How a stage is said in the version. */
  readonly say: (stage: LogStage, wish: LogWish | undefined) => OutgoingCall | undefined;
  readonly tell: (call: OutgoingCall) => Promise<void>;
}

/** The answer of a station that is asked for a log; without a name there is none. */
export interface LogAnswer {
  readonly status: 'Accepted' | 'AcceptedCanceled' | 'Rejected';
  readonly fileName?: string;
}

/** Uploads of logs: really sent, tried again where the CSMS says so, given up for a new one. */
export class Logs {
  private current: LogWish | undefined;

  constructor(private readonly parts: Parts) {}

  upload(wish: LogWish): Reply<LogAnswer> {
    const { answers } = this.parts.behaviour;
    if (answers === 'rejects') return { answer: { status: 'Rejected' } };
    if (answers === 'nothing') return { answer: { status: 'Accepted' } };
    const before = this.current;
    this.current = wish;
    return {
      answer: { status: before ? 'AcceptedCanceled' : 'Accepted', fileName: this.fileName(wish) },
      after: () => {
        // goes on for long: whoever commands does not wait for it
        void this.carryOut(wish, before).catch(() => undefined);
      },
    };
  }

  /** What is going on is said again; where nothing is, there is nothing to say but that. */
  repeat(): Promise<void> {
    return this.current ? this.tell('Uploading', this.current) : this.tell('Idle', undefined);
  }

  private async carryOut(wish: LogWish, before: LogWish | undefined): Promise<void> {
    // [OCPP 2.0.1 N01.FR.12] of the upload that was given up
    if (before) await this.tell('AcceptedCanceled', before);
    const { retries = 0, retryInterval = 0 } = wish;
    for (let attempt = 0; this.current === wish; attempt++) {
      await this.tell('Uploading', wish);
      if (this.parts.behaviour.fails === 'hangs') return;
      const arrived = await this.send(wish, attempt);
      if (this.current !== wish) return;
      if (arrived || attempt >= retries) return this.end(arrived ? 'Uploaded' : 'UploadFailure', wish);
      await this.pause(retryInterval * 1000);
    }
  }

  private async send(wish: LogWish, attempt: number): Promise<boolean> {
    const { method = 'PUT', form, content = Buffer.from(`log of ${this.parts.stationId}\n`) } = this.parts.behaviour;
    const { fails } = this.parts.behaviour;
    if (fails === 'upload') return false;
    const fileName = this.fileName(wish);
    // [OCPP 1.6 6.23] the location is a folder; in 2.x it is where the file goes
    const isFolder = wish.requestId === undefined && !form;
    const location = isFolder ? `${wish.location.replace(/\/$/, '')}/${fileName}` : wish.location;
    const half = Math.floor(content.length / 2);
    const breaksOffAfter = fails === 'interrupted' && attempt === 0 ? half : undefined;
    const status = await upload(location, content, { method, form, fileName, breaksOffAfter });
    return status >= 200 && status < 300;
  }

  private async end(stage: LogStage, wish: LogWish): Promise<void> {
    this.current = undefined;
    await this.tell(stage, wish);
  }

  private fileName({ logType }: LogWish): string {
    return `${this.parts.stationId}-${logType === 'SecurityLog' ? 'security' : 'diagnostics'}.log`;
  }

  private async tell(stage: LogStage, wish: LogWish | undefined): Promise<void> {
    if (this.parts.behaviour.fails === 'silent' && wish) return;
    const call = this.parts.say(stage, wish);
    if (call) await this.parts.tell(call);
  }

  private pause(ms: number): Promise<void> {
    return ms > 0 ? new Promise((done) => void this.parts.clock.after(ms, done)) : Promise.resolve();
  }
}
