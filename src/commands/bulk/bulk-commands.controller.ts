import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { CurrentOperator, type Operator } from '../../operators/index.js';
import { Asked, IDEMPOTENCY_KEY } from '../asked.decorator.js';
import type { CommandRequest } from '../command-request.js';
import {
  BulkCommandPage,
  BulkCommandQuery,
  BulkCommandView,
  BulkStationPage,
  BulkStationQuery,
  CreateBulkCommand,
} from '../dto/bulk-command.dto.js';
import { BulkCommandReader } from './bulk-command.reader.js';
import { BulkCommandsService } from './bulk-commands.service.js';

/** The same request to many stations. */
@ApiTags('commands')
@Controller('bulk-commands')
export class BulkCommandsController {
  constructor(
    private readonly bulks: BulkCommandsService,
    private readonly reader: BulkCommandReader,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Ask many stations the same',
    description:
      'Which stations are meant is settled now; try a filter with `GET /stations`. `command` is the request that the ' +
      'route of a single station takes; any route with the answer 202 below `/stations/{stationId}` can be named. Each ' +
      'station gets a command of its own, with its own answer. Who is left to be asked outlives a restart.',
  })
  @ApiHeader({
    name: IDEMPOTENCY_KEY,
    required: false,
    description:
      'Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the ' +
      'same key and body begins nothing and gets the bulk command of the first, as it stands then.',
  })
  @ApiCreatedResponse({ type: BulkCommandView, description: 'The stations are being asked' })
  @ApiBadRequestResponse({ description: '`validation-failed`: the filter, the route, or the body that it takes' })
  @ApiForbiddenResponse({ description: '`role-too-low`: a single station could not be asked with this key either' })
  @ApiNotFoundResponse({ description: '`station-unknown`: one of `stationIds`' })
  @ApiUnprocessableEntityResponse({ description: '`no-station-matches`; `idempotency-key-reused`' })
  create(
    @Body() wish: CreateBulkCommand,
    @CurrentOperator() operator: Operator,
    @Asked() asked: CommandRequest,
  ): Promise<BulkCommandView> {
    return this.bulks.create(wish, operator, asked);
  }

  @Get()
  @ApiOperation({ summary: 'List bulk commands, newest first' })
  @ApiOkResponse({ type: BulkCommandPage })
  list(@Query() query: BulkCommandQuery): Promise<BulkCommandPage> {
    return this.reader.list(query);
  }

  @Get(':bulkCommandId')
  @ApiOperation({ summary: 'Read how far a bulk command is' })
  @ApiOkResponse({ type: BulkCommandView })
  @ApiNotFoundResponse({ description: '`bulk-command-unknown`' })
  read(@Param('bulkCommandId') id: string): Promise<BulkCommandView> {
    return this.reader.read(id);
  }

  @Get(':bulkCommandId/stations')
  @ApiOperation({ summary: 'List the stations of a bulk command with what came of asking them' })
  @ApiOkResponse({ type: BulkStationPage })
  @ApiNotFoundResponse({ description: '`bulk-command-unknown`' })
  stations(@Param('bulkCommandId') id: string, @Query() query: BulkStationQuery): Promise<BulkStationPage> {
    return this.reader.stations(id, query);
  }

  @Delete(':bulkCommandId')
  @ApiOperation({
    summary: 'Cancel a bulk command',
    description:
      'No further station is asked, and its commands that are still queued are cancelled. What was sent goes on.',
  })
  @ApiOkResponse({ type: BulkCommandView, description: 'As it stands now' })
  @ApiNotFoundResponse({ description: '`bulk-command-unknown`' })
  @ApiConflictResponse({ description: '`bulk-command-not-cancellable`: nothing of it is left to cancel' })
  cancel(@Param('bulkCommandId') id: string): Promise<BulkCommandView> {
    return this.bulks.cancel(id);
  }
}
