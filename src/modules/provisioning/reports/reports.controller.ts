import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asked, CommandRoute, type CommandRequest } from '../../../commands/index.js';
import { PageQuery } from '../../../common/pagination.js';
import { StationsService } from '../../stations/index.js';
import { AskedReportView, AskReport, ReportDetailView, ReportPage } from '../dto/report.dto.js';
import { ReportReader } from './report-reader.js';
import { ReportsService } from './reports.service.js';

/** B07, B08: reports about the device model of a station. */
@ApiTags('reports')
@Controller('stations/:stationId/reports')
export class ReportsController {
  constructor(
    private readonly stations: StationsService,
    private readonly reports: ReportsService,
    private readonly reader: ReportReader,
  ) {}

  @Post()
  @HttpCode(200)
  @CommandRoute({
    summary: 'Ask a station for a report about its components and variables',
    description:
      'The answer says whether the station will report; the report then comes in parts: see ' +
      '`GET /stations/{stationId}/reports/{reportId}`. On OCPP 1.6 it is made of all configuration keys, and complete at ' +
      'once.',
    answer: AskedReportView,
  })
  async ask(
    @Param('stationId') stationId: string,
    @Body() wish: AskReport,
    @Asked() asked: CommandRequest,
  ): Promise<AskedReportView> {
    return this.reports.ask(await this.stations.byStationId(stationId), wish, asked);
  }

  @Get()
  @ApiOperation({ summary: 'List the reports of a station, newest first; the last fifty are kept' })
  @ApiOkResponse({ type: ReportPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  async list(@Param('stationId') stationId: string, @Query() query: PageQuery): Promise<ReportPage> {
    const { id } = await this.stations.byStationId(stationId);
    return this.reader.list(id, query);
  }

  @Get(':reportId')
  @ApiOperation({ summary: 'Read a report with everything that has come of it' })
  @ApiOkResponse({ type: ReportDetailView })
  @ApiNotFoundResponse({ description: '`station-unknown`, `report-unknown`' })
  async read(@Param('stationId') stationId: string, @Param('reportId') reportId: string): Promise<ReportDetailView> {
    const { id } = await this.stations.byStationId(stationId);
    return this.reader.read(id, reportId);
  }
}
