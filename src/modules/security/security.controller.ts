import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoticePage, NoticeQuery } from '../../notices/index.js';
import { SecurityEventPage, SecurityEventQuery, SecurityEventsQuery } from './dto/security-event.dto.js';
import { SecurityService } from './security.service.js';

/** Functional block A over REST. */
@ApiTags('security')
@Controller()
export class SecurityController {
  constructor(private readonly security: SecurityService) {}

  @Get('security-events')
  @ApiOperation({ summary: 'List the security events of all stations, newest first' })
  @ApiOkResponse({ type: SecurityEventPage })
  list(@Query() query: SecurityEventsQuery): Promise<SecurityEventPage> {
    return this.security.list(query);
  }

  @Get('stations/:stationId/security-events')
  @ApiOperation({ summary: 'List the security events of a station, newest first' })
  @ApiOkResponse({ type: SecurityEventPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  ofStation(@Param('stationId') stationId: string, @Query() query: SecurityEventQuery): Promise<SecurityEventPage> {
    return this.security.ofStation(stationId, query);
  }

  @Get('stations/:stationId/signing-requests')
  @ApiOperation({ summary: 'List the certificates that a station asked to have signed, newest first' })
  @ApiOkResponse({ type: NoticePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  signingRequests(@Param('stationId') stationId: string, @Query() query: NoticeQuery): Promise<NoticePage> {
    return this.security.signingRequestsOf(stationId, query);
  }
}
