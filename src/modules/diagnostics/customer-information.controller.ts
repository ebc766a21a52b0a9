import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoticePage, NoticeQuery } from '../../notices/index.js';
import { CustomerInformationService } from './customer-information.service.js';

/** What stations hold about customers, over REST. */
@ApiTags('diagnostics')
@Controller('stations/:stationId')
export class CustomerInformationController {
  constructor(private readonly service: CustomerInformationService) {}

  @Get('customer-information')
  @ApiOperation({ summary: 'List what a station reported that it holds about customers, newest first' })
  @ApiOkResponse({ type: NoticePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  reports(@Param('stationId') stationId: string, @Query() query: NoticeQuery): Promise<NoticePage> {
    return this.service.list(stationId, query);
  }
}
