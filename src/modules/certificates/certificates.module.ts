import { Module } from '@nestjs/common';
import { NoticesModule } from '../../notices/index.js';
import { CertificatesController } from './certificates.controller.js';
import { CertificatesHandlersV201 } from './certificates.handlers.v201.js';
import { CertificatesService } from './certificates.service.js';

/** Functional block M: what stations want of certificates. */
@Module({
  imports: [NoticesModule],
  controllers: [CertificatesController],
  providers: [CertificatesHandlersV201, CertificatesService],
})
export class CertificatesModule {}
