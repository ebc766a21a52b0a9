import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked, CommandRoute, CommandsService, type CommandRequest, type CommandView } from '../../commands/index.js';
import { StationsService } from '../stations/index.js';
import { ChangeAvailability } from './availability.commands.js';
import { ChangeAvailabilityRequest } from './dto/change-availability.dto.js';

/** Taking stations, EVSEs and connectors into and out of service. */
@ApiTags('availability')
@Controller('stations/:stationId/availability')
export class AvailabilityController {
  constructor(
    private readonly stations: StationsService,
    private readonly commands: CommandsService,
  ) {}

  @Put()
  @CommandRoute({
    summary: 'Make a station, an EVSE or a connector operative or inoperative',
    description:
      '`Scheduled`: the station will do it when the running transaction has ended. The new status comes as the ' +
      "station's own report.",
  })
  async change(
    @Param('stationId') stationId: string,
    @Body() availability: ChangeAvailabilityRequest,
    @Asked() asked: CommandRequest,
  ): Promise<CommandView> {
    return this.commands.execute(await this.stations.byStationId(stationId), ChangeAvailability, availability, asked);
  }
}
