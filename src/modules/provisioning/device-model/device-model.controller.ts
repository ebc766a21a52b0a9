import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { StationsService } from '../../stations/index.js';
import { AttributePage, DeviceModelQuery } from '../dto/device-model.dto.js';
import { DeviceModelReader } from './device-model-reader.js';

/** What is known of the components and variables of a station without asking it. */
@ApiTags('variables')
@Controller('stations/:stationId/device-model')
export class DeviceModelController {
  constructor(
    private readonly stations: StationsService,
    private readonly model: DeviceModelReader,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List what a station told about its components and variables',
    description:
      'By reports, answers and events, each value with the time at which it was told. A full inventory takes out what ' +
      'the station has no more.',
  })
  @ApiOkResponse({ type: AttributePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  async list(@Param('stationId') stationId: string, @Query() query: DeviceModelQuery): Promise<AttributePage> {
    const { id } = await this.stations.byStationId(stationId);
    return this.model.list(id, query);
  }
}
