import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { ROLES, type Role } from '../entities/api-key.entity.js';

export class CreateApiKey {
  /** What the key is for, e.g. the name of the person or program that gets it. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  @Matches(/^[^\p{Cc}]*$/u, { message: 'name must not hold control characters' })
  name: string;

  /** viewer reads, operator also changes and commands, admin also manages keys and sends raw messages. */
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  @IsIn(ROLES)
  role: Role;
}

/** An API key, without the key itself. */
export class ApiKeyView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;

  createdAt: Date;

  /** Accurate to a minute; null while it was never used. */
  @ApiProperty({ type: Date, nullable: true })
  lastUsedAt: Date | null;
}

export class CreatedApiKey extends ApiKeyView {
  /** The key. It is shown this once and cannot be read again. */
  key: string;
}

export class ApiKeyPage {
  items: ApiKeyView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
