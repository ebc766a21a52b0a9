import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayNotEmpty, ArrayUnique, IsIn, IsOptional, IsString } from 'class-validator';
import { CommandView } from '../../../commands/index.js';
import { PageQuery } from '../../../common/pagination.js';
import { HASH_ALGORITHMS, type HashAlgorithm } from '../../../common/x509.js';
import {
  CERTIFICATE_TYPES,
  type CertificateType,
  INSTALLABLE_TYPES,
  type InstallableType,
} from '../certificate-types.js';

/** A certificate that a station is to install. */
export class InstallCertificateRequest {
  /** OCPP 1.6 knows CSMSRootCertificate and ManufacturerRootCertificate. */
  @ApiProperty({ enum: INSTALLABLE_TYPES, enumName: 'InstallableCertificateType' })
  @IsIn(INSTALLABLE_TYPES)
  certificateType: InstallableType;

  /** One X.509 certificate as PEM. */
  @ApiProperty({ maxLength: 5500 })
  @IsString()
  certificate: string;
}

/** Which certificates a station is asked for. */
export class RefreshCertificates {
  /**
   * Absent: all that the version of the station knows. OCPP 1.6 knows CSMSRootCertificate and
   * ManufacturerRootCertificate, and is asked for each type in a message of its own.
   */
  @ApiPropertyOptional({ enum: CERTIFICATE_TYPES, enumName: 'CertificateType', isArray: true, minItems: 1 })
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(CERTIFICATE_TYPES, { each: true })
  certificateTypes?: CertificateType[];
}

/** Which certificates to list. */
export class StationCertificateQuery extends PageQuery {
  @ApiPropertyOptional({ enum: CERTIFICATE_TYPES, enumName: 'CertificateType' })
  @IsOptional()
  @IsIn(CERTIFICATE_TYPES)
  certificateType?: CertificateType;
}

/** A certificate by its hashes, in the letters of the station. Ignored: customData, vendors may put anything there. */
export class CertificateHashes {
  @ApiProperty({ enum: HASH_ALGORITHMS, enumName: 'HashAlgorithm' })
  hashAlgorithm: HashAlgorithm;

  issuerNameHash: string;

  issuerKeyHash: string;

  serialNumber: string;
}

/** A certificate that TAU had a station install. */
export class InstalledCertificateView {
  /** e.g. CN=Root, O=Operator; one part in each line */
  subject: string;

  issuer: string;

  /** Hexadecimal. */
  serialNumber: string;

  @ApiProperty({ type: String, format: 'date-time' })
  validFrom: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  validTo: Date;

  /** SHA-256, hexadecimal. */
  fingerprint: string;

  @ApiProperty({ type: String, format: 'date-time' })
  installedAt: Date;

  /** The command that it was installed by. */
  @ApiProperty({ format: 'uuid' })
  commandId: string;
}

/** The same, which the station has not reported since. */
export class AwaitedCertificateView extends InstalledCertificateView {
  @ApiProperty({ enum: INSTALLABLE_TYPES, enumName: 'InstallableCertificateType' })
  certificateType: InstallableType;
}

/** A certificate that a station reported. */
export class StationCertificateView extends CertificateHashes {
  /** By which it is deleted; stays the same as long as the station reports it. */
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: CERTIFICATE_TYPES, enumName: 'CertificateType' })
  certificateType: CertificateType;

  /** Of a V2GCertificateChain: the certificates between the station's own and the root. */
  @ApiProperty({ type: [CertificateHashes] })
  childCertificates: CertificateHashes[];

  @ApiProperty({ type: String, format: 'date-time' })
  firstReportedAt: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  reportedAt: Date;

  /** The question that brought the last report. */
  @ApiProperty({ format: 'uuid' })
  commandId: string;

  /** The certificate itself, where TAU installed it at this station; else only its hashes are known. */
  @ApiProperty({ type: InstalledCertificateView, nullable: true })
  certificate: InstalledCertificateView | null;
}

/** What a station answered when it was last asked for certificates of a type. */
export class CertificateReportView {
  @ApiProperty({ enum: CERTIFICATE_TYPES, enumName: 'CertificateType' })
  certificateType: CertificateType;

  /** NotFound: it holds none. */
  @ApiProperty({ enum: ['Accepted', 'NotFound'] })
  status: 'Accepted' | 'NotFound';

  @ApiProperty({ type: String, format: 'date-time' })
  reportedAt: Date;

  @ApiProperty({ format: 'uuid' })
  commandId: string;
}

/** The certificates that a station reported, those first reported last first. */
export class StationCertificatePage {
  @ApiProperty({ type: [StationCertificateView] })
  items: StationCertificateView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;

  /** Of which types the station has been asked, and when; what it holds of others is not known. */
  @ApiProperty({ type: [CertificateReportView] })
  reports: CertificateReportView[];

  /** What the station has accepted since it was last asked: refresh to learn its hashes. */
  @ApiProperty({ type: [AwaitedCertificateView] })
  awaitingReport: AwaitedCertificateView[];
}

/** The answer to the question which certificates a station holds. */
export class CertificateRefreshView extends CommandView {
  /** One for each message; the other fields of a command are those of the last one. */
  @ApiProperty({ type: [String], format: 'uuid' })
  commandIds: string[];

  /** What is known now of the types that were asked for. */
  @ApiProperty({ type: [StationCertificateView] })
  certificates: StationCertificateView[];

  /** What was answered about each of them, and when. */
  @ApiProperty({ type: [CertificateReportView] })
  reports: CertificateReportView[];
}
