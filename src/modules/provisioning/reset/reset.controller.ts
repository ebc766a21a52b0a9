import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asked, CommandRoute, type CommandRequest, type CommandView } from '../../../commands/index.js';
import { PageQuery } from '../../../common/pagination.js';
import { StationsService } from '../../stations/index.js';
import { ResetPage, ResetRequest } from '../dto/reset.dto.js';
import { ResetService } from './reset.service.js';

/** B11, B12: resets of stations and EVSEs. */
@ApiTags('reset')
@Controller('stations/:stationId')
export class ResetController {
  constructor(
    private readonly stations: StationsService,
    private readonly resets: ResetService,
  ) {}

  @Post('reset')
  @HttpCode(200)
  @CommandRoute({
    summary: 'Reset a station or an EVSE, at once or when no transaction runs',
    description:
      '`OnIdle` is left to stations of OCPP 2.x, which answer `Scheduled` while a transaction runs. Stations of 1.6 cannot ' +
      'wait: there the command is kept here (202, `waitsFor: no-transaction`) and sent when their transactions have ended; ' +
      '`DELETE /commands/{commandId}` takes it back. What came of it: `GET /stations/{stationId}/resets`.',
  })
  async reset(
    @Param('stationId') stationId: string,
    @Body() reset: ResetRequest,
    @Asked() asked: CommandRequest,
  ): Promise<CommandView> {
    return this.resets.reset(await this.stations.byStationId(stationId), reset, asked);
  }

  @Get('resets')
  @ApiOperation({ summary: 'List the resets of a station with what came of them, newest first' })
  @ApiOkResponse({ type: ResetPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  async list(@Param('stationId') stationId: string, @Query() query: PageQuery): Promise<ResetPage> {
    return this.resets.list(await this.stations.byStationId(stationId), query);
  }
}
