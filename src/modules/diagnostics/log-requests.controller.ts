import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Asked, type CommandRequest, CommandRoute } from '../../commands/index.js';
import { PageQuery } from '../../common/pagination.js';
import { RequiresRole } from '../../operators/index.js';
import {
  LogRequestCommandView,
  LogRequestDetailView,
  LogRequestPage,
  LogRequestQuery,
  LogRequestView,
  LogStatusPage,
  RequestLog,
} from './dto/log-request.dto.js';
import { ApiLogFile, LogFiles } from './log-files.js';
import { LogRequestsService } from './log-requests.service.js';

/** Logs of a station: asked for, followed, downloaded. */
@ApiTags('diagnostics')
@Controller('stations/:stationId')
export class LogRequestsController {
  constructor(
    private readonly logs: LogRequestsService,
    private readonly files: LogFiles,
  ) {}

  @Post('log-requests')
  @HttpCode(200)
  @ApiOkResponse({ type: LogRequestCommandView, description: 'The station answered' })
  @CommandRoute({
    summary: 'Ask a station to upload a log',
    description:
      'The station uploads to TAU, by a URL that is good for this one file; `logRequest` follows it, and its file is at ' +
      '`GET /stations/{stationId}/log-requests/{id}/file`. With `remoteLocation` it uploads elsewhere. A station that ' +
      'gives up an upload for this one answers AcceptedCanceled. OCPP 1.6 asks by GetDiagnostics (no status; without a ' +
      'file name there is nothing to upload), for the security log by GetLog of the security extension.',
  })
  request(
    @Param('stationId') stationId: string,
    @Body() wish: RequestLog,
    @Asked() asked: CommandRequest,
  ): Promise<LogRequestCommandView> {
    return this.logs.request(stationId, wish, asked);
  }

  @Get('log-requests')
  @ApiOperation({ summary: 'List the logs that a station was asked for, newest first' })
  @ApiOkResponse({ type: LogRequestPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  list(@Param('stationId') stationId: string, @Query() query: LogRequestQuery): Promise<LogRequestPage> {
    return this.logs.list(stationId, query);
  }

  @Get('log-requests/:id')
  @ApiOperation({ summary: 'Read a request for a log with all that the station said about it' })
  @ApiOkResponse({ type: LogRequestDetailView })
  @ApiNotFoundResponse({ description: '`station-unknown`, `log-request-unknown`' })
  read(@Param('stationId') stationId: string, @Param('id') id: string): Promise<LogRequestDetailView> {
    return this.logs.read(stationId, id);
  }

  @Post('log-requests/:id/cancel')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Cancel a request for a log',
    description:
      'One that waits for its station is not sent. Of one that was sent the upload URL ends: OCPP cannot tell the ' +
      'station, which notices when it uploads.',
  })
  @ApiOkResponse({ type: LogRequestView })
  @ApiNotFoundResponse({ description: '`station-unknown`, `log-request-unknown`' })
  @ApiConflictResponse({ description: '`log-request-ended`' })
  cancel(@Param('stationId') stationId: string, @Param('id') id: string): Promise<LogRequestView> {
    return this.logs.cancel(stationId, id);
  }

  @Delete('log-requests/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a request for a log with its file; one that is under way is cancelled by it' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: '`station-unknown`, `log-request-unknown`' })
  remove(@Param('stationId') stationId: string, @Param('id') id: string): Promise<void> {
    return this.logs.remove(stationId, id);
  }

  @Get('log-requests/:id/file')
  @RequiresRole('operator')
  @ApiLogFile()
  file(@Param('stationId') stationId: string, @Param('id') id: string): Promise<StreamableFile> {
    return this.files.stream(id, stationId);
  }

  @Get('log-statuses')
  @ApiOperation({ summary: 'List what a station said about uploads, newest first, also about no known request' })
  @ApiOkResponse({ type: LogStatusPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  statuses(@Param('stationId') stationId: string, @Query() query: PageQuery): Promise<LogStatusPage> {
    return this.logs.listStatuses(stationId, query);
  }
}
