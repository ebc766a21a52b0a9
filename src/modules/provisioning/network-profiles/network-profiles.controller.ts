import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Asked, CommandRoute, type CommandRequest, type CommandView } from '../../../commands/index.js';
import { StationsService } from '../../stations/index.js';
import { NetworkPriority, NetworkProfilesView, SetProfile } from '../dto/network-profile.dto.js';
import { VariablesView } from '../dto/variables.dto.js';
import { slotOf } from './network-profile-rules.js';
import { NetworkProfilesService } from './network-profiles.service.js';

/** B09, B10: the profiles by which a station reaches its CSMS. */
@ApiTags('network profiles')
@Controller('stations/:stationId/network-profiles')
export class NetworkProfilesController {
  constructor(
    private readonly stations: StationsService,
    private readonly profiles: NetworkProfilesService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Show what a station accepted into its slots, as far as TAU set it' })
  @ApiOkResponse({ type: NetworkProfilesView })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  async read(@Param('stationId') stationId: string): Promise<NetworkProfilesView> {
    return this.profiles.read(await this.stations.byStationId(stationId));
  }

  @Put('priority')
  @CommandRoute({
    summary: 'Change the order in which a station tries its slots',
    description: 'Most stations need a reset for it (`rebootRequired`). To move a station: profile, priority, reset.',
    answer: VariablesView,
  })
  async prioritize(
    @Param('stationId') stationId: string,
    @Body() { slots }: NetworkPriority,
    @Asked() asked: CommandRequest,
  ): Promise<VariablesView> {
    return this.profiles.setPriority(await this.stations.byStationId(stationId), slots, asked);
  }

  @Put(':slot')
  @ApiParam({ name: 'slot', schema: { type: 'integer', minimum: 0 } })
  @CommandRoute({
    summary: 'Put a network profile into a slot of a station',
    description:
      'OCPP 2.0.1 only. The station is asked first which slot it uses; that one is never overwritten, unless `confirmed` ' +
      'says that you know better.',
    problems: [
      [
        409,
        '`network-slot-in-use`; `network-slot-unknown`: the station does not tell its slot; `security-profile-lower`',
      ],
    ],
  })
  async set(
    @Param('stationId') stationId: string,
    @Param('slot') slot: string,
    @Body() { confirmed = false, ...profile }: SetProfile,
    @Asked() asked: CommandRequest,
  ): Promise<CommandView> {
    const station = await this.stations.byStationId(stationId);
    return this.profiles.set(station, slotOf(slot), profile, confirmed, asked);
  }
}
