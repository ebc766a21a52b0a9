import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked, type CommandRequest, CommandRoute, type CommandView } from '../../commands/index.js';
import { RequestStartDto } from './dto/request-start.dto.js';
import { RemoteControlService } from './remote-control.service.js';

/** Functional block F over REST. */
@ApiTags('remote control')
@Controller()
export class RemoteControlController {
  constructor(private readonly remoteControl: RemoteControlService) {}

  @Post('stations/:stationId/transactions')
  @HttpCode(200)
  @CommandRoute({
    summary: 'Ask a station to start a transaction',
    description:
      'Accepted means that the station will try: the driver may still have to plug in. `transactionId` of the command ' +
      'names the transaction once it has started.',
  })
  requestStart(
    @Param('stationId') stationId: string,
    @Body() request: RequestStartDto,
    @Asked() asked: CommandRequest,
  ): Promise<CommandView> {
    return this.remoteControl.requestStart(stationId, request, asked);
  }

  @Post('transactions/:id/stop')
  @HttpCode(200)
  @CommandRoute({
    summary: 'Ask the station to stop a transaction',
    description: 'Accepted means that the station will stop it; the transaction has ended once the station says so.',
    problems: [
      [404, '`transaction-unknown`'],
      [409, '`transaction-ended`'],
    ],
  })
  requestStop(@Param('id') id: string, @Asked() asked: CommandRequest): Promise<CommandView> {
    return this.remoteControl.requestStop(id, asked);
  }
}
