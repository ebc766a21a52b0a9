import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoticePage, NoticeQuery } from '../../notices/index.js';
import { CertificatesService } from './certificates.service.js';

/** Functional block M over REST. */
@ApiTags('certificates')
@Controller('stations/:stationId')
export class CertificatesController {
  constructor(private readonly service: CertificatesService) {}

  @Get('certificate-inquiries')
  @ApiOperation({
    summary: 'List the contract certificates and certificate statuses that a station asked for, newest first',
  })
  @ApiOkResponse({ type: NoticePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  requests(@Param('stationId') stationId: string, @Query() query: NoticeQuery): Promise<NoticePage> {
    return this.service.list(stationId, query);
  }
}
