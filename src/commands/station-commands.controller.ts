import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { StationsService } from '../modules/stations/index.js';
import { Asked } from './asked.decorator.js';
import type { CommandRequest } from './command-request.js';
import { CommandRoute } from './command-route.decorator.js';
import { CommandsService } from './commands.service.js';
import { CommandPage, CommandQuery, CommandView } from './dto/command.dto.js';
import { toPayload } from './payload.js';

/** The commands of one station. */
@ApiTags('commands')
@Controller('stations/:stationId')
export class StationCommandsController {
  constructor(
    private readonly stations: StationsService,
    private readonly commands: CommandsService,
  ) {}

  @Get('commands')
  @ApiOperation({ summary: 'List what was asked of a station, newest first' })
  @ApiOkResponse({ type: CommandPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  async list(@Param('stationId') stationId: string, @Query() query: CommandQuery): Promise<CommandPage> {
    const { id } = await this.stations.byStationId(stationId);
    return this.commands.list(id, query);
  }

  @Post('ocpp/:action')
  @HttpCode(200)
  @CommandRoute({
    summary: 'Send any message as it is, in the words of the version that the station speaks',
    description:
      'For what has no route of its own. The payload is checked against the schema of the version; what the station ' +
      "may be sent at all, the answer and the masking of secrets are those of every command. `status` is the response's, " +
      'where it has one.',
    role: 'admin',
  })
  @ApiBody({ required: false, schema: { type: 'object', additionalProperties: true }, description: 'The payload' })
  async call(
    @Param('stationId') stationId: string,
    @Param('action') action: string,
    @Body() payload: unknown,
    @Asked() asked: CommandRequest,
  ): Promise<CommandView> {
    return this.commands.call(await this.stations.byStationId(stationId), action, toPayload(payload), asked);
  }
}
