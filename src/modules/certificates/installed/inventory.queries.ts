import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, pageOf } from '../../../common/pagination.js';
import { isUuid } from '../../../common/uuid.js';
import { readCertificate } from '../../../common/x509.js';
import { CERTIFICATE_TYPES, type CertificateType } from '../certificate-types.js';
import type {
  AwaitedCertificateView,
  CertificateReportView,
  InstalledCertificateView,
  StationCertificatePage,
  StationCertificateQuery,
  StationCertificateView,
} from '../dto/installed-certificate.dto.js';
import { CertificateInstallation } from '../entities/certificate-installation.entity.js';
import { CertificateInventory } from '../entities/certificate-inventory.entity.js';
import { StationCertificate } from '../entities/station-certificate.entity.js';
import { KnownCertificates } from './known-certificates.js';

type Reports = CertificateInventory['reports'];

/** Reads what is known of the certificates of stations. */
@Injectable()
export class InventoryQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** One page of a station (surrogate key). */
  async page(
    stationUuid: string,
    { certificateType, limit, cursor }: StationCertificateQuery,
  ): Promise<StationCertificatePage> {
    const [before] = decodeCursor(cursor, isUuid) ?? [];
    const query = this.dataSource
      .getRepository(StationCertificate)
      .createQueryBuilder('c')
      .where('c.stationId = :stationUuid', { stationUuid });
    if (certificateType) query.andWhere('c.certificateType = :certificateType', { certificateType });
    if (before) query.andWhere('c.id < :before', { before });
    const rows = await query
      .orderBy('c.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const [reports, installations] = await Promise.all([this.reports(stationUuid), this.installations(stationUuid)]);
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
    return {
      ...this.views(items, installations),
      nextCursor,
      reports: toReportViews(reports),
      awaitingReport: installations.filter(({ awaitsReport }) => awaitsReport).map(toAwaited),
    };
  }

  /** All that is known of some types. */
  async ofTypes(
    stationUuid: string,
    types: readonly CertificateType[],
  ): Promise<{ certificates: StationCertificateView[]; reports: CertificateReportView[] }> {
    const rows = await this.dataSource
      .getRepository(StationCertificate)
      .createQueryBuilder('c')
      .where('c.stationId = :stationUuid AND c.certificateType IN (:...types)', { stationUuid, types })
      .orderBy('c.id', 'DESC')
      .getMany();
    const reports = toReportViews(await this.reports(stationUuid)).filter((each) =>
      types.includes(each.certificateType),
    );
    return { certificates: this.views(rows, await this.installations(stationUuid)).items, reports };
  }

  /** A certificate that the station reported; undefined where there is none with that id. */
  async find(stationUuid: string, id: string): Promise<StationCertificate | undefined> {
    if (!isUuid(id)) return undefined;
    const found = await this.dataSource.getRepository(StationCertificate).findOneBy({ id, stationId: stationUuid });
    return found ?? undefined;
  }

  private views(
    rows: readonly StationCertificate[],
    installations: readonly CertificateInstallation[],
  ): { items: StationCertificateView[] } {
    const known = new KnownCertificates(installations);
    return { items: rows.map((row) => toView(row, known.all(row)[0])) };
  }

  private async reports(stationUuid: string): Promise<Reports> {
    const inventories = this.dataSource.getRepository(CertificateInventory);
    return (await inventories.findOneBy({ stationId: stationUuid }))?.reports ?? {};
  }

  private installations(stationUuid: string): Promise<CertificateInstallation[]> {
    const installations = this.dataSource.getRepository(CertificateInstallation);
    return installations.find({ where: { stationId: stationUuid }, order: { id: 'DESC' } });
  }
}

const toReportViews = (reports: Reports): CertificateReportView[] =>
  CERTIFICATE_TYPES.flatMap((certificateType) => {
    const report = reports[certificateType];
    return report ? [{ certificateType, ...report, reportedAt: new Date(report.reportedAt) }] : [];
  });

function toInstalled(installation: CertificateInstallation): InstalledCertificateView {
  const { subject, issuer, serialNumber, validFrom, validTo } = readCertificate(installation.certificate)!;
  return {
    subject,
    issuer,
    serialNumber,
    validFrom: new Date(validFrom),
    validTo: new Date(validTo),
    fingerprint: installation.fingerprint.toString('hex'),
    installedAt: installation.installedAt,
    commandId: installation.id,
  };
}

const toAwaited = (installation: CertificateInstallation): AwaitedCertificateView => ({
  certificateType: installation.certificateType,
  ...toInstalled(installation),
});

const toView = (row: StationCertificate, known: CertificateInstallation | undefined): StationCertificateView => ({
  id: row.id,
  certificateType: row.certificateType,
  hashAlgorithm: row.hashAlgorithm,
  issuerNameHash: row.issuerNameHash,
  issuerKeyHash: row.issuerKeyHash,
  serialNumber: row.serialNumber,
  childCertificates: row.childCertificates,
  firstReportedAt: row.firstReportedAt,
  reportedAt: row.reportedAt,
  commandId: row.commandId,
  certificate: known ? toInstalled(known) : null,
});
