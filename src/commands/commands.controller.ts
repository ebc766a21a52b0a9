import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../operators/index.js';
import { CommandDetails } from './command-details.js';
import { CommandsService } from './commands.service.js';
import { CommandDetailView, CommandPage, CommandQuery, CommandView } from './dto/command.dto.js';

/** The commands of all stations. */
@ApiTags('commands')
@Controller('commands')
export class CommandsController {
  constructor(
    private readonly commands: CommandsService,
    private readonly details: CommandDetails,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List what was asked of all stations, newest first' })
  @ApiOkResponse({ type: CommandPage })
  list(@Query() query: CommandQuery): Promise<CommandPage> {
    return this.commands.list(undefined, query);
  }

  @Get(':commandId')
  @ApiOperation({ summary: 'Read what was asked of a station, and what came of it' })
  @ApiOkResponse({ type: CommandDetailView })
  @ApiNotFoundResponse({ description: '`command-unknown`' })
  read(@Param('commandId') commandId: string): Promise<CommandDetailView> {
    return this.details.read(commandId);
  }

  @Delete(':commandId')
  @RequiresRole('operator')
  @ApiOperation({ summary: 'Cancel a command that is still queued' })
  @ApiOkResponse({ type: CommandView, description: 'The cancelled command' })
  @ApiNotFoundResponse({ description: '`command-unknown`' })
  @ApiConflictResponse({ description: '`command-not-cancellable`: it was sent already, or has ended' })
  cancel(@Param('commandId') commandId: string): Promise<CommandView> {
    return this.commands.cancel(commandId);
  }
}
