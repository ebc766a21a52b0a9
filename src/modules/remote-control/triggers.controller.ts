import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked, type CommandRequest, CommandRoute, type CommandView } from '../../commands/index.js';
import { TriggerMessageDto } from './dto/trigger-message.dto.js';
import { TriggersService } from './triggers.service.js';

/** Messages on demand. */
@ApiTags('remote control')
@Controller('stations/:stationId/trigger-message')
export class TriggersController {
  constructor(private readonly triggers: TriggersService) {}

  @Post()
  @HttpCode(200)
  @CommandRoute({
    summary: 'Have a station send a message now',
    description:
      'Accepted means that the station will send it; `GET /commands/{commandId}` shows under `messages` what it sent. ' +
      'NotImplemented means that the station never sends this message. A 1.6 station without the security extension ' +
      'answers what belongs to it with a `station-error`.',
    problems: [[409, '`station-accepted`: a BootNotification can be asked for only until the station is accepted']],
  })
  trigger(
    @Param('stationId') stationId: string,
    @Body() wish: TriggerMessageDto,
    @Asked() asked: CommandRequest,
  ): Promise<CommandView> {
    return this.triggers.trigger(stationId, wish, asked);
  }
}
