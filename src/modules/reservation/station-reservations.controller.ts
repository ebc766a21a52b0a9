import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asked, type CommandRequest, CommandRoute } from '../../commands/index.js';
import { StationsService } from '../stations/index.js';
import { ReservationCommandView, ReservationPage, ReserveDto, StationReservationQuery } from './dto/reservation.dto.js';
import { ReservationQueries } from './reservation.queries.js';
import { ReservationService } from './reservation.service.js';

/** What is held free at one station. */
@ApiTags('reservations')
@Controller('stations/:stationId/reservations')
export class StationReservationsController {
  constructor(
    private readonly reservations: ReservationService,
    private readonly queries: ReservationQueries,
    private readonly stations: StationsService,
  ) {}

  @Post()
  @HttpCode(200)
  @CommandRoute({
    summary: 'Ask a station to hold an EVSE free for a token',
    description:
      'Accepted means that it does; Occupied, Faulted, Unavailable and Rejected that it does not. Where the station gives ' +
      'no answer, the problem names the `reservation` too: it may hold it, and what follows tells.',
    answer: ReservationCommandView,
    problems: [
      [404, '`reservation-unknown`: what is to be replaced'],
      [409, '`reservation-ended`: what is to be replaced'],
    ],
  })
  reserve(
    @Param('stationId') stationId: string,
    @Body() request: ReserveDto,
    @Asked() asked: CommandRequest,
  ): Promise<ReservationCommandView> {
    return this.reservations.reserve(stationId, request, asked);
  }

  @Get()
  @ApiOperation({ summary: 'List the reservations of a station, newest first' })
  @ApiOkResponse({ type: ReservationPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  async list(@Param('stationId') id: string, @Query() query: StationReservationQuery): Promise<ReservationPage> {
    const { stationId } = await this.stations.byStationId(id);
    return this.queries.list({ ...query, stationId });
  }
}
