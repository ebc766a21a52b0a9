import { Controller, Delete, Get, Param } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../operators/index.js';
import { CommandDetails } from './command-details.js';
import { CommandsService } from './commands.service.js';
import { CommandDetailView, CommandView } from './dto/command.dto.js';

/** One command, by its id. */
@ApiTags('commands')
@Controller('commands')
export class CommandsController {
  constructor(
    private readonly commands: CommandsService,
    private readonly details: CommandDetails,
  ) {}

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
