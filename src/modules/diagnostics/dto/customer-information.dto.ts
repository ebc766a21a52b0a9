import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length, ValidateIf, ValidateNested } from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import { CommandView } from '../../../commands/index.js';
import { StartToken } from '../../remote-control/index.js';
import {
  CUSTOMER_STATES,
  HASH_ALGORITHMS,
  type CertificateHash,
  type CustomerInformationState,
} from '../customer-information/customer-information.js';

const given = (_: object, value: unknown): boolean => value !== undefined;

/** By what a certificate of a customer is known. */
export class CustomerCertificate implements CertificateHash {
  @ApiProperty({ enum: HASH_ALGORITHMS, enumName: 'HashAlgorithm' })
  @IsIn(HASH_ALGORITHMS)
  hashAlgorithm: CertificateHash['hashAlgorithm'];

  /** Hash of the distinguished name of the issuer. */
  @IsString()
  @Length(1, 128)
  @NoControlCharacters()
  issuerNameHash: string;

  /** Hash of the public key of the issuer. */
  @IsString()
  @Length(1, 128)
  @NoControlCharacters()
  issuerKeyHash: string;

  /** Hexadecimal, without leading zeros. */
  @IsString()
  @Length(1, 40)
  @NoControlCharacters()
  serialNumber: string;
}

/** What a station is to do, and about whom: one of idToken, customerIdentifier and customerCertificate. */
export class AskCustomerInformation {
  /** Tell what the station holds. */
  @IsOptional()
  @IsBoolean()
  report?: boolean;

  /** Forget what the station holds. With `report` it tells it first. */
  @IsOptional()
  @IsBoolean()
  clear?: boolean;

  @ApiPropertyOptional({ type: StartToken })
  @ValidateIf(given)
  @ValidateNested()
  @Type(() => StartToken)
  idToken?: StartToken;

  /** A word for the customer that stations of this maker or vendor know; masked in the message log. */
  @ApiPropertyOptional({ minLength: 1, maxLength: 64 })
  @ValidateIf(given)
  @IsString()
  @Length(1, 64)
  @NoControlCharacters()
  customerIdentifier?: string;

  @ApiPropertyOptional({ type: CustomerCertificate })
  @ValidateIf(given)
  @ValidateNested()
  @Type(() => CustomerCertificate)
  customerCertificate?: CustomerCertificate;
}

/** What a station was asked about a customer, and how far it is. */
export class CustomerInformationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /**
   * `waiting` for the answer or the first part, `receiving`, `complete`: all parts have come, or there was nothing to
   * report; `incomplete`: parts are missing and will not come any more; `refused`: the station answered Rejected;
   * `invalid`: it cannot take the reference; `failed`: it gave no answer; `erased`.
   */
  @ApiProperty({ enum: CUSTOMER_STATES, enumName: 'CustomerInformationState' })
  state: CustomerInformationState;

  /** By which the station's parts name it. */
  @ApiProperty({ type: 'integer' })
  requestId: number;

  /** null where the station told something that nobody asked for. */
  @ApiProperty({ type: Boolean, nullable: true })
  report: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true })
  clear: boolean | null;

  /** The reference that was given: `{idToken}`, `{customerIdentifier}` or `{customerCertificate}`; a PIN code is masked. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  customer: Record<string, unknown> | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  commandId: string | null;

  /** What the station answered: Accepted, Rejected or Invalid; null where it gave no answer. */
  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  /** The station's reason. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  statusInfo: Record<string, unknown> | null;

  @ApiProperty({ type: String, format: 'date-time' })
  requestedAt: Date;

  /** How many have come. */
  @ApiProperty({ type: 'integer' })
  parts: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastPartAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  completedAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  erasedAt: Date | null;
}

/** One message of a report. */
export class CustomerInformationPartView {
  @ApiProperty({ type: 'integer' })
  seqNo: number;

  /** Whether the station said that more would come. */
  toBeContinued: boolean;

  /** As the station wrote it. */
  generatedAt: string;

  @ApiProperty({ type: String, format: 'date-time' })
  receivedAt: Date;

  data: string;
}

/** The same with what was told. customData of its messages stands in the message log alone, as everywhere. */
export class CustomerInformationDetailView extends CustomerInformationView {
  /** What has come, in the order of its numbers, as one text. */
  data: string;

  /** Numbers of parts that have not come, the first thousand at most. */
  @ApiProperty({ type: [Number] })
  missing: number[];

  @ApiProperty({ type: [CustomerInformationPartView] })
  received: CustomerInformationPartView[];
}

/** Newest first. */
export class CustomerInformationPage {
  @ApiProperty({ type: [CustomerInformationView] })
  items: CustomerInformationView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** The command, with the request that it makes. */
export class AskedCustomerInformationView extends CommandView {
  customerInformation: CustomerInformationView;
}
