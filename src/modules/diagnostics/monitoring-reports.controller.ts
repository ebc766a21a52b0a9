import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoticePage, NoticeQuery } from '../../notices/index.js';
import { MonitoringReportsService } from './monitoring-reports.service.js';

/** The monitors of stations over REST. */
@ApiTags('diagnostics')
@Controller('stations/:stationId')
export class MonitoringReportsController {
  constructor(private readonly service: MonitoringReportsService) {}

  @Get('monitoring-reports')
  @ApiOperation({ summary: 'List the monitors that a station reported, newest first' })
  @ApiOkResponse({ type: NoticePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  reports(@Param('stationId') stationId: string, @Query() query: NoticeQuery): Promise<NoticePage> {
    return this.service.list(stationId, query);
  }
}
