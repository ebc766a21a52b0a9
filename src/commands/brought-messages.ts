import type { MessageView } from '../modules/stations/index.js';
import type { CommandView } from './dto/command.dto.js';

/** Knows which messages a station sent because of a command; the block that has such commands provides it. */
export abstract class BroughtMessages {
  /** Oldest first. */
  abstract of(command: CommandView): Promise<MessageView[]>;
}
