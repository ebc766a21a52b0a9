import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asked, type CommandRequest, CommandRoute, CommandsService, type CommandView } from '../../commands/index.js';
import { StationsService } from '../stations/index.js';
import { dataTransfer } from './data-transfer.commands.js';
import { DataTransferQueries } from './data-transfers.queries.js';
import { DataTransferPage, DataTransferQuery, DataTransferView, SendDataDto } from './dto/data-transfer.dto.js';

/** What stations and TAU say to each other in words that vendors made up. */
@ApiTags('data transfer')
@Controller()
export class DataTransferController {
  constructor(
    private readonly stations: StationsService,
    private readonly commands: CommandsService,
    private readonly transfers: DataTransferQueries,
  ) {}

  @Post('stations/:stationId/data-transfers')
  @HttpCode(200)
  @CommandRoute({
    summary: 'Say something to a station in words that its vendor made up',
    description: '`status` is the answer of the station, and the data of its answer is in `response`.',
  })
  async send(
    @Param('stationId') stationId: string,
    @Body() data: SendDataDto,
    @Asked() asked: CommandRequest,
  ): Promise<CommandView> {
    return this.commands.execute(await this.stations.byStationId(stationId), dataTransfer, data, asked);
  }

  @Get('stations/:stationId/data-transfers')
  @ApiOperation({
    summary: 'List what a station said in words of a vendor, and what was said to it; newest first',
    description: 'What a station says is stored whether or not somebody understands it: see `status`.',
  })
  @ApiOkResponse({ type: DataTransferPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  list(@Param('stationId') stationId: string, @Query() query: DataTransferQuery): Promise<DataTransferPage> {
    return this.transfers.list(stationId, query);
  }

  @Get('data-transfers/:id')
  @ApiOperation({ summary: 'Read a transfer with all its data' })
  @ApiOkResponse({ type: DataTransferView })
  @ApiNotFoundResponse({ description: '`data-transfer-unknown`' })
  read(@Param('id') id: string): Promise<DataTransferView> {
    return this.transfers.read(id);
  }
}
