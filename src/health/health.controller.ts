import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../operators/index.js';
import { Health } from './health.dto.js';
import { HealthService } from './health.service.js';

/** For balancers and supervisors. */
@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether this process runs', security: [] })
  @ApiOkResponse({ type: Health })
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether this process should get traffic', security: [] })
  @ApiOkResponse({ type: Health })
  @ApiServiceUnavailableResponse({ type: Health })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const { ready, reason } = await this.health.readiness();
    if (!ready) response.status(503);
    return { status: ready ? 'ok' : 'unavailable', ...(reason && { reason }) };
  }
}
