import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../common/pagination.js';
import { CertificateRequestPage } from './dto/certificate-request.dto.js';
import { SecurityEventPage, SecurityEventQuery, StationSecurityEventQuery } from './dto/security-event.dto.js';
import { SecurityQueries } from './security.queries.js';

/** What stations say about their security. */
@ApiTags('security')
@Controller()
export class SecurityController {
  constructor(private readonly security: SecurityQueries) {}

  @Get('security-events')
  @ApiOperation({ summary: 'List security events of all stations, those received last first' })
  @ApiOkResponse({ type: SecurityEventPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  events(@Query() query: SecurityEventQuery): Promise<SecurityEventPage> {
    return this.security.events(query);
  }

  @Get('stations/:stationId/security-events')
  @ApiOperation({ summary: 'List security events of a station, those received last first' })
  @ApiOkResponse({ type: SecurityEventPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  eventsOf(
    @Param('stationId') stationId: string,
    @Query() query: StationSecurityEventQuery,
  ): Promise<SecurityEventPage> {
    return this.security.events({ ...query, stationId });
  }

  @Get('stations/:stationId/certificate-requests')
  @ApiOperation({
    summary: 'List the certificates that a station asked to be signed, the latest first',
    description: 'There is no certificate authority behind TAU yet, so stations are answered `Rejected`.',
  })
  @ApiOkResponse({ type: CertificateRequestPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  certificateRequests(
    @Param('stationId') stationId: string,
    @Query() query: PageQuery,
  ): Promise<CertificateRequestPage> {
    return this.security.certificateRequests(stationId, query);
  }
}
