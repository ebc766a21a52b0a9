import { ApiProperty } from '@nestjs/swagger';

/** A certificate that a station asked to be signed. */
export class CertificateRequestView {
  id: string;

  /** PEM, as the station sent it; nothing in it was checked. */
  csr: string;

  /** ChargingStationCertificate or V2GCertificate; null where the station did not say, and in 1.6, which knows one kind. */
  @ApiProperty({ type: String, nullable: true })
  certificateType: string | null;

  /** What the station was answered. */
  @ApiProperty({ enum: ['Accepted', 'Rejected'] })
  status: string;

  /** How often the station asked for the same. */
  count: number;

  @ApiProperty({ type: String, format: 'date-time' })
  firstAt: Date;

  @ApiProperty({ type: String, format: 'date-time' })
  lastAt: Date;
}

/** Requests for signing, the latest first. */
export class CertificateRequestPage {
  @ApiProperty({ type: [CertificateRequestView] })
  items: CertificateRequestView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
