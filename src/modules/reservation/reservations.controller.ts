import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asked, type CommandRequest, CommandRoute } from '../../commands/index.js';
import {
  ReservationCommandView,
  ReservationDetailView,
  ReservationPage,
  ReservationQuery,
} from './dto/reservation.dto.js';
import { ReservationQueries } from './reservation.queries.js';
import { ReservationService } from './reservation.service.js';

/** Functional block H over REST: the reservations of all stations. */
@ApiTags('reservations')
@Controller('reservations')
export class ReservationsController {
  constructor(
    private readonly reservations: ReservationService,
    private readonly queries: ReservationQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List reservations, newest first' })
  @ApiOkResponse({ type: ReservationPage })
  list(@Query() query: ReservationQuery): Promise<ReservationPage> {
    return this.queries.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a reservation with all that has happened to it' })
  @ApiOkResponse({ type: ReservationDetailView })
  @ApiNotFoundResponse({ description: '`reservation-unknown`' })
  read(@Param('id') id: string): Promise<ReservationDetailView> {
    return this.queries.read(id);
  }

  @Delete(':id')
  @CommandRoute({
    summary: 'Ask the station to give a reservation up',
    description:
      'Accepted ends it. A station rejects what it does not know: that ends it as well, unless the station still shows ' +
      'the EVSE as Reserved.',
    answer: ReservationCommandView,
    problems: [
      [404, '`reservation-unknown`'],
      [409, '`reservation-ended`'],
    ],
  })
  cancel(@Param('id') id: string, @Asked() asked: CommandRequest): Promise<ReservationCommandView> {
    return this.reservations.cancel(id, asked);
  }
}
