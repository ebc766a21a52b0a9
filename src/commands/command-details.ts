import { Injectable } from '@nestjs/common';
import { BroughtMessages } from './brought-messages.js';
import { CommandsService } from './commands.service.js';
import type { CommandDetailView } from './dto/command.dto.js';

/** One command with what came of it. */
@Injectable()
export class CommandDetails {
  constructor(
    private readonly commands: CommandsService,
    private readonly brought: BroughtMessages,
  ) {}

  /** Throws 404 `command-unknown`. */
  async read(commandId: string): Promise<CommandDetailView> {
    const command = await this.commands.find(commandId);
    return { ...command, messages: await this.brought.of(command) };
  }
}
