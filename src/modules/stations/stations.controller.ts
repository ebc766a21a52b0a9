import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { asksForCsv, CSV, everyRow, pageOrCsv, sendCsv } from '../../common/csv.js';
import { ImportQuery, type ImportReport } from '../../common/import-report.js';
import { importCsv, ImportRoute } from '../../http/csv-import.js';
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
import { EXPORTED_STATION, IMPORTED_STATION, importedStations, toExportedStation } from './station-csv.js';
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

  @Post('import')
  @HttpCode(200)
  @ImportRoute(
    'Register and change stations out of a CSV',
    IMPORTED_STATION,
    '`labels` and `allowedVersions` are divided by `|`; `location` and `rules` are JSON. A station that is registered ' +
      'already is changed, except for its password; none is archived. A password that was made up is shown once, here.',
  )
  import(@Query() { dryRun = false }: ImportQuery, @Req() request: Request): Promise<ImportReport> {
    return importCsv(request, importedStations(this.stations, dryRun), dryRun);
  }

  @Get()
  @ApiOperation({
    summary: 'List stations in the order of their identities; as CSV of all that match with Accept: text/csv',
  })
  @ApiExtraModels(StationPage)
  @ApiProduces('application/json', CSV)
  @ApiOkResponse(pageOrCsv(StationPage))
  async list(
    @Query() query: StationQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StationPage | undefined> {
    if (!asksForCsv(request)) return this.catalog.list(query);
    const rows = everyRow(async (cursor) => {
      const page = await this.catalog.list({ ...query, limit: 500, cursor });
      return { ...page, items: page.items.map(toExportedStation) };
    });
    await sendCsv(response, 'stations', EXPORTED_STATION, rows);
    return undefined;
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
