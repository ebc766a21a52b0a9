import { Module } from '@nestjs/common';
import { CommandsModule } from '../../commands/index.js';
import { NoticesModule } from '../../notices/index.js';
import { ProvisioningModule } from '../provisioning/index.js';
import { CertificateRefreshService } from './certificate-refresh.service.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesHandlersV201 } from './certificates.handlers.v201.js';
import { CertificatesService } from './certificates.service.js';
import { InstalledCertificatesController } from './installed-certificates.controller.js';
import { InstalledCertificatesService } from './installed-certificates.service.js';
import { InventoryQueries } from './installed/inventory.queries.js';
import { InventoryStore } from './installed/inventory.store.js';

/** Functional block M: the certificates that stations hold, and what they want of certificates. */
@Module({
  imports: [CommandsModule, NoticesModule, ProvisioningModule],
  controllers: [CertificatesController, InstalledCertificatesController],
  providers: [
    CertificateRefreshService,
    CertificatesHandlersV201,
    CertificatesService,
    InstalledCertificatesService,
    InventoryQueries,
    InventoryStore,
  ],
})
export class CertificatesModule {}
