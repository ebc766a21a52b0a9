import { ApiProperty } from '@nestjs/swagger';
import type { RefusalReason } from '../../../ocpp/index.js';

export const REFUSAL_REASONS = [
  'unknown-identity',
  'no-credentials',
  'wrong-user',
  'wrong-password',
  'too-many-failures',
  'insecure-transport',
  'no-common-version',
  'starting-or-stopping',
] as const satisfies RefusalReason[];

/** Somebody who knocked and was not let in. */
export class RefusedIdentityView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** As it stood in the URL. */
  identity: string;

  @ApiProperty({ enum: REFUSAL_REASONS, enumName: 'RefusalReason' })
  reason: RefusalReason;

  remoteAddress: string;

  /** How often. */
  count: number;

  @ApiProperty({ type: String, format: 'date-time' })
  firstAt: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  lastAt: Date;
}

/** Who knocked, the latest first. */
export class RefusedIdentityPage {
  @ApiProperty({ type: [RefusedIdentityView] })
  items: RefusedIdentityView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
