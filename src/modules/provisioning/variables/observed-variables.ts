import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommandAnswered, CommandsService, type CommandView } from '../../../commands/index.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { DeviceModel, type Observation } from '../device-model/device-model.js';
import type { VariableResult } from './variable-results.js';
import { resultsOf } from './variables.commands.js';

/** By what command values are learnt, its own name or that of a raw message. */
const SOURCES: Readonly<Record<string, 'GetVariables' | 'SetVariables'>> = {
  GetVariables: 'GetVariables',
  GetConfiguration: 'GetVariables',
  SetVariables: 'SetVariables',
  ChangeConfiguration: 'SetVariables',
};

/** Keeps what stations answer about their variables in the device model. */
@Injectable()
export class ObservedVariables implements OnModuleInit {
  constructor(
    private readonly commands: CommandsService,
    private readonly model: DeviceModel,
    private readonly events: DomainEvents,
  ) {}

  /** Also what was answered after its operator had gone, and what was asked as a raw message. */
  onModuleInit(): void {
    this.events.on(CommandAnswered, async ({ commandId, stationUuid, name }) => {
      if (Object.hasOwn(SOURCES, name)) await this.note(stationUuid, await this.commands.find(commandId));
    });
  }

  /** A value that takes a reboot to hold is not yet what the variable is. */
  async note(stationUuid: string, command: CommandView): Promise<void> {
    const source = SOURCES[command.name];
    if (!source || !command.answeredAt) return;
    await this.model.note(stationUuid, toObservations(resultsOf(command)), source, command.answeredAt);
  }
}

/** What is known by the results of a command. */
export const toObservations = (results: readonly VariableResult[]): Observation[] =>
  results
    .filter(({ status }) => status === 'Accepted')
    .map(({ readOnly, ...result }) => ({
      ...result,
      ...(readOnly !== undefined && { mutability: readOnly ? 'ReadOnly' : 'ReadWrite' }),
    }));
