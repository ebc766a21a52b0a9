import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LogState } from '../logs/course.js';

/** One request to one station for a log, and the file that came of it. */
@Entity('log_requests')
@Index('ix_log_requests_station', ['stationId', 'id'])
@Index('uq_log_requests_request', ['requestId'], { unique: true })
@Index('uq_log_requests_command', ['commandId'], { unique: true })
@Index('uq_log_requests_capability', ['capabilityDigest'], { unique: true })
@Index('ix_log_requests_open', ['state'], { where: 'ended_at IS NULL' })
@Index('ix_log_requests_unsettled', ['id'], { where: 'settled_at IS NULL' })
export class LogRequest {
  @PrimaryColumn('uuid')
  id: string;

  /** Surrogate key. */
  @Column('uuid')
  stationId: string;

  /** By which the station names the request; unique even across stations. */
  @Column('int')
  requestId: number;

  /** Noted before it is asked: what became of it is read from there. */
  @Column('uuid')
  commandId: string;

  @Column('text')
  logType: 'DiagnosticsLog' | 'SecurityLog';

  @Column('timestamptz', { nullable: true })
  oldestTimestamp: Date | null;

  @Column('timestamptz', { nullable: true })
  latestTimestamp: Date | null;

  @Column('int', { nullable: true })
  retries: number | null;

  /** Seconds. */
  @Column('int', { nullable: true })
  retryInterval: number | null;

  /** Where the station uploads to, with what is secret about it masked. */
  @Column('text')
  location: string;

  /** Of the secret part of the URL; null where the log is not delivered here. */
  @Column('bytea', { nullable: true })
  capabilityDigest: Buffer | null;

  @Column('timestamptz', { nullable: true })
  urlExpiresAt: Date | null;

  @Column('text')
  state: LogState;

  /** The status that the station reported last, in 2.0.1 words. */
  @Column('text', { nullable: true })
  status: string | null;

  /** Why it did not come to its end. */
  @Column('text', { nullable: true })
  failure: string | null;

  /** What the station answered to the request; null until it has, and in 1.6 where the answer has no status. */
  @Column('text', { nullable: true })
  answer: string | null;

  @Column('json', { nullable: true })
  answerInfo: Record<string, unknown> | null;

  /** The name of the file that the station announced with its answer. */
  @Column('text', { nullable: true })
  announcedFileName: string | null;

  /** When it was taken into account what came of its command. */
  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;

  @Column('uuid', { nullable: true })
  supersededBy: string | null;

  /** The uploaded file; null until it has arrived as a whole. */
  @Column('uuid', { nullable: true })
  fileId: string | null;

  /** As the upload named it, made safe; null where it did not. */
  @Column('text', { nullable: true })
  fileName: string | null;

  /** Bytes. */
  @Column('bigint', { nullable: true })
  fileSize: string | null;

  @Column('bytea', { nullable: true })
  fileSha256: Buffer | null;

  @Column('timestamptz', { nullable: true })
  fileReceivedAt: Date | null;

  /** How often somebody with the URL has begun to upload. */
  @Column('int', { default: 0 })
  uploadAttempts: number;

  /** Why the last attempt came to nothing. */
  @Column('text', { nullable: true })
  uploadFailure: string | null;

  @Column('timestamptz')
  requestedAt: Date;

  @Column('timestamptz', { nullable: true })
  lastStatusAt: Date | null;

  /** When it is given up, unless something is heard of it. */
  @Column('timestamptz')
  deadlineAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
