import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked, type CommandRequest, CommandRoute, CommandsService, type CommandView } from '../../commands/index.js';
import { StationsService } from '../stations/index.js';
import { clearCache } from './authorization.commands.js';

/** What stations remember about tokens. */
@ApiTags('authorization')
@Controller('stations/:stationId/clear-cache')
export class ClearCacheController {
  constructor(
    private readonly stations: StationsService,
    private readonly commands: CommandsService,
  ) {}

  @Post()
  @HttpCode(200)
  @CommandRoute({
    summary: 'Have a station forget what it remembers about tokens',
    description: 'A station without a cache, or whose cache is switched off, answers Rejected.',
  })
  async clear(@Param('stationId') stationId: string, @Asked() asked: CommandRequest): Promise<CommandView> {
    return this.commands.execute(await this.stations.byStationId(stationId), clearCache, {}, asked);
  }
}
