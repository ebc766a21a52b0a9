import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asked, type CommandRequest, CommandRoute } from '../../commands/index.js';
import { PageQuery } from '../../common/pagination.js';
import {
  FirmwareStatusPage,
  FirmwareUpdateCommandView,
  FirmwareUpdateDetailView,
  FirmwareUpdatePage,
  FirmwareUpdateQuery,
  RequestFirmwareUpdate,
} from './dto/firmware-update.dto.js';
import { FirmwareUpdatesService } from './firmware-updates.service.js';

/** Updates of the firmware of single stations. */
@ApiTags('firmware')
@Controller('stations/:stationId')
export class FirmwareUpdatesController {
  constructor(private readonly updates: FirmwareUpdatesService) {}

  @Post('firmware-updates')
  @HttpCode(200)
  @ApiOkResponse({ type: FirmwareUpdateCommandView, description: 'The station answered' })
  @CommandRoute({
    summary: 'Ask a station to update its firmware',
    description:
      'Accepted means that the station will try: `firmwareUpdate` follows what it reports until it has ended. A signed ' +
      'image makes the update a secure one (OCPP 1.6: SignedUpdateFirmware). A station works on one update at a time: ' +
      'a new one that it accepts supersedes the one before.',
    problems: [
      [400, '`firmware-signature-invalid`: the signing certificate is not valid when the station will look at it'],
      [404, '`firmware-image-unknown`'],
      [409, '`firmware-image-unsuitable`: the image is for another vendor or model'],
    ],
  })
  request(
    @Param('stationId') stationId: string,
    @Body() request: RequestFirmwareUpdate,
    @Asked() asked: CommandRequest,
  ): Promise<FirmwareUpdateCommandView> {
    return this.updates.request(stationId, request, asked);
  }

  @Get('firmware-updates')
  @ApiOperation({ summary: 'List the updates of a station, newest first' })
  @ApiOkResponse({ type: FirmwareUpdatePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  list(@Param('stationId') stationId: string, @Query() query: FirmwareUpdateQuery): Promise<FirmwareUpdatePage> {
    return this.updates.list(stationId, query);
  }

  @Get('firmware-updates/:updateId')
  @ApiOperation({ summary: 'Read an update with all that the station said about it' })
  @ApiOkResponse({ type: FirmwareUpdateDetailView })
  @ApiNotFoundResponse({ description: '`station-unknown`, `firmware-update-unknown`' })
  read(@Param('stationId') stationId: string, @Param('updateId') updateId: string): Promise<FirmwareUpdateDetailView> {
    return this.updates.read(stationId, updateId);
  }

  @Get('firmware-statuses')
  @ApiOperation({ summary: 'List what a station said about its firmware, newest first, also about no known update' })
  @ApiOkResponse({ type: FirmwareStatusPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  statuses(@Param('stationId') stationId: string, @Query() query: PageQuery): Promise<FirmwareStatusPage> {
    return this.updates.statuses(stationId, query);
  }
}
