import { Injectable } from '@nestjs/common';
import {
  BroughtMessages,
  type CommandRequest,
  CommandLinks,
  CommandsService,
  type CommandView,
} from '../../commands/index.js';
import { ProblemError } from '../../common/problems.js';
import { StationClient } from '../../ocpp/index.js';
import { MessagesService, type MessageView, StationsService } from '../stations/index.js';
import type { TriggerMessageDto } from './dto/trigger-message.dto.js';
import { triggerMessage } from './trigger-message.commands.js';
import { actionTriggered, TRIGGERED_WITHIN_MS, triggeredMessages } from './triggered-messages.js';

/** More than a station with many connectors sends because of one trigger. */
const MOST_MESSAGES = 200;

/**
 * F06: asks stations to send a message now, and tells which ones they sent. The latter is read from the message log each
 * time, so there is nothing that a restart could forget.
 */
@Injectable()
export class TriggersService extends BroughtMessages {
  constructor(
    private readonly commands: CommandsService,
    private readonly links: CommandLinks,
    private readonly stations: StationsService,
    private readonly messages: MessagesService,
    private readonly client: StationClient,
  ) {
    super();
  }

  /**
   * Asks a station for a message. Problems: see CommandsService.
   * @throws UnknownError `station-unknown`; ProblemError 409 `station-accepted`
   */
  async trigger(stationId: string, wish: TriggerMessageDto, asked: CommandRequest): Promise<CommandView> {
    const station = await this.stations.byStationId(stationId);
    // a repeated request gets the answer of the first, although the station may have been accepted since
    const earlier = await this.commands.earlier(asked);
    if (earlier) return earlier;
    // [OCPP 2.0.1 F06] a station boots once: it would refuse
    if (wish.requestedMessage === 'BootNotification' && this.isAccepted(station.id)) {
      throw new ProblemError(
        'station-accepted',
        409,
        `Station ${stationId} is accepted, and boots again only after a reset. Reset it, or set its ` +
          'registrationStatus to Pending before its next boot.',
      );
    }
    return this.commands.execute(station, triggerMessage, wish, asked);
  }

  /** The messages that a station sent because of a trigger, oldest first; none for other commands. */
  async of(command: CommandView): Promise<MessageView[]> {
    const { status, sentAt, answeredAt } = command;
    const action = actionTriggered(command);
    if (!action || status !== 'Accepted' || !sentAt || !answeredAt) return [];
    const { stationUuid, nextSentAt } = await this.links.followedBy(command);
    const until = new Date(answeredAt.getTime() + TRIGGERED_WITHIN_MS);
    const span = { from: sentAt, to: nextSentAt && nextSentAt < until ? nextSentAt : until };
    return triggeredMessages(command, await this.messages.between(stationUuid, action, span, MOST_MESSAGES));
  }

  private isAccepted(stationUuid: string): boolean {
    return this.client.connected(stationUuid)?.registration === 'Accepted';
  }
}
