import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { MessagePage, MessageQuery } from './dto/message.dto.js';
import { ChangeStation, RegisterStation, StationPassword } from './dto/station-properties.dto.js';
import {
  RegisteredStationView,
  StationCredentialsView,
  StationDetailView,
  StationPage,
  StationQuery,
} from './dto/station.dto.js';
import { MessagesService } from './message-log/messages.service.js';
import { StationCatalog } from './station-catalog.service.js';
import { StationsService } from './stations.service.js';

/** The stations of the network. */
@ApiTags('stations')
@Controller('stations')
export class StationsController {
  constructor(
    private readonly stations: StationsService,
    private readonly catalog: StationCatalog,
    private readonly messages: MessagesService,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Register a station; the answer shows its password once' })
  @ApiCreatedResponse({ type: RegisteredStationView })
  @ApiBadRequestResponse({ description: '`validation-failed`: what stands in the way, as a sentence' })
  @ApiConflictResponse({ description: '`station-exists`: the identity is taken, perhaps in other letter case' })
  register(@Body() station: RegisterStation): Promise<RegisteredStationView> {
    return this.stations.register(station);
  }

  @Get()
  @ApiOperation({ summary: 'List stations in the order of their identities' })
  @ApiOkResponse({ type: StationPage })
  list(@Query() query: StationQuery): Promise<StationPage> {
    return this.catalog.list(query);
  }

  @Get(':stationId')
  @ApiOperation({ summary: 'Read a station with its EVSEs, connection and deviations' })
  @ApiOkResponse({ type: StationDetailView })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  read(@Param('stationId') stationId: string): Promise<StationDetailView> {
    return this.catalog.read(stationId);
  }

  @Patch(':stationId')
  @ApiOperation({ summary: 'Change what operators say about a station' })
  @ApiOkResponse({ type: StationDetailView })
  @ApiBadRequestResponse({ description: '`validation-failed`' })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  change(@Param('stationId') stationId: string, @Body() change: ChangeStation): Promise<StationDetailView> {
    return this.stations.change(stationId, change);
  }

  @Delete(':stationId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Archive a station: it is disconnected and not let in again, its transactions stay' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  archive(@Param('stationId') stationId: string): Promise<void> {
    return this.stations.archive(stationId);
  }

  @Post(':stationId/credentials')
  @ApiOperation({
    summary: 'Give a station a new password; the answer shows it once',
    description: 'The old password is refused at once. An open connection stays until the station connects again.',
  })
  @ApiCreatedResponse({ type: StationCredentialsView })
  @ApiBadRequestResponse({ description: '`validation-failed`' })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  renewPassword(
    @Param('stationId') stationId: string,
    @Body() password: StationPassword,
  ): Promise<StationCredentialsView> {
    return this.stations.renewPassword(stationId, password);
  }

  @Get(':stationId/messages')
  @ApiOperation({ summary: 'List the raw OCPP messages of a station, newest first, secrets masked' })
  @ApiOkResponse({ type: MessagePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  listMessages(@Param('stationId') stationId: string, @Query() query: MessageQuery): Promise<MessagePage> {
    return this.messages.list(stationId, query);
  }
}
