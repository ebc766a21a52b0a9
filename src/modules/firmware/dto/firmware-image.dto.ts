import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBase64, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { PageQuery } from '../../../common/pagination.js';

/** Forms carry line ends as CR LF; each character counts against the limit of the message. */
export const unixLines = (text: unknown): unknown => (typeof text === 'string' ? text.replaceAll('\r\n', '\n') : text);

/** What is said about an image beside its content. */
export class ImageDetails {
  /** For people. */
  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @NoControlCharacters()
  name?: string;

  /** Exactly as stations report it in BootNotification once it is installed: an update ends with that. */
  @ApiPropertyOptional({ maxLength: 50 })
  @IsOptional()
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  version?: string;

  /** Whose stations it is for, as they say it in BootNotification. Others are not offered it. */
  @ApiPropertyOptional({ maxLength: 50 })
  @IsOptional()
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  vendor?: string;

  /** Which stations it is for, as they say it in BootNotification. Others are not offered it. */
  @ApiPropertyOptional({ maxLength: 50 })
  @IsOptional()
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  model?: string;

  /** The name of the file in the URL that stations fetch; some look at its ending. */
  @ApiPropertyOptional({ maxLength: 100, pattern: '^[A-Za-z0-9_-][A-Za-z0-9._-]*$' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Matches(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/)
  fileName?: string;

  /** SHA-256 of the content, 64 hexadecimal digits: an image with another one is refused. */
  @ApiPropertyOptional({ pattern: '^[0-9a-fA-F]{64}$' })
  @IsOptional()
  @IsString()
  @Matches(/^[0-9a-fA-F]{64}$/)
  sha256?: string;

  /** The manufacturer's signature over the SHA-256 of the content, in base64; with it the update is a secure one. */
  @ApiPropertyOptional({ maxLength: 800 })
  @IsOptional()
  @IsString()
  @MaxLength(800)
  @IsBase64()
  signature?: string;

  /** The certificate in PEM whose key made the signature. */
  @ApiPropertyOptional({ maxLength: 5500 })
  @Transform(({ value }) => unixLines(value))
  @IsOptional()
  @IsString()
  @MaxLength(5500)
  signingCertificate?: string;
}

/** What may be changed about an image: all but its content. */
export class ChangeImage extends OmitType(ImageDetails, ['sha256'] as const) {}

/** The certificate that signed an image. */
export class SigningCertificateView {
  subject: string;

  issuer: string;

  serialNumber: string;

  @ApiProperty({ type: String, format: 'date-time' })
  validFrom: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  validTo: Date;

  /** SHA-256 of the certificate, as hexadecimal digits. */
  fingerprint: string;

  pem: string;
}

/** A firmware image. */
export class FirmwareImageView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  name: string;

  version: string;

  @ApiProperty({ type: String, nullable: true })
  vendor: string | null;

  @ApiProperty({ type: String, nullable: true })
  model: string | null;

  fileName: string;

  /** Bytes. */
  @ApiProperty({ type: 'integer' })
  size: number;

  /** Of the content, 64 hexadecimal digits. */
  sha256: string;

  /** Whether updates with it are secure ones: signed, and checked against its certificate. */
  signed: boolean;

  @ApiProperty({ type: String, nullable: true })
  signature: string | null;

  @ApiProperty({ type: SigningCertificateView, nullable: true })
  signingCertificate: SigningCertificateView | null;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date;
}

/** Which images to list; several conditions must all hold. */
export class FirmwareImageQuery extends PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(50)
  @NoControlCharacters()
  version?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(50)
  @NoControlCharacters()
  vendor?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(50)
  @NoControlCharacters()
  model?: string;
}

/** Images, newest first. */
export class FirmwareImagePage {
  @ApiProperty({ type: [FirmwareImageView] })
  items: FirmwareImageView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
