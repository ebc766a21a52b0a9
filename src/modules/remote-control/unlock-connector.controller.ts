import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked, type CommandRequest, CommandRoute, CommandsService, type CommandView } from '../../commands/index.js';
import { StationsService } from '../stations/index.js';
import { UnlockConnectorDto } from './dto/unlock-connector.dto.js';
import { unlockConnector } from './unlock-connector.commands.js';

/** Help for drivers whose cable is stuck. */
@ApiTags('remote control')
@Controller('stations/:stationId/unlock-connector')
export class UnlockConnectorController {
  constructor(
    private readonly stations: StationsService,
    private readonly commands: CommandsService,
  ) {}

  @Post()
  @HttpCode(200)
  @CommandRoute({
    summary: 'Unlock a connector, for a driver whose cable is stuck',
    description:
      'It is no way to stop a transaction: while one runs that somebody is authorized for, a 2.0.1 station answers ' +
      'OngoingAuthorizedTransaction and does nothing; a 1.6 station ends the transaction first. Of a connector that it ' +
      'does not have a 2.0.1 station says UnknownConnector and a 1.6 station NotSupported.',
  })
  async unlock(
    @Param('stationId') stationId: string,
    @Body() connector: UnlockConnectorDto,
    @Asked() asked: CommandRequest,
  ): Promise<CommandView> {
    return this.commands.execute(await this.stations.byStationId(stationId), unlockConnector, connector, asked);
  }
}
