import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asked, CommandRoute, type CommandRequest, type CommandView } from '../../commands/index.js';
import { CertificateRefreshService } from './certificate-refresh.service.js';
import {
  CertificateRefreshView,
  InstallCertificateRequest,
  RefreshCertificates,
  StationCertificatePage,
  StationCertificateQuery,
} from './dto/installed-certificate.dto.js';
import { InstalledCertificatesService } from './installed-certificates.service.js';

/** M03 to M05: the certificates that a station holds. */
@ApiTags('certificates')
@Controller('stations/:stationId/certificates')
export class InstalledCertificatesController {
  constructor(
    private readonly service: InstalledCertificatesService,
    private readonly refreshes: CertificateRefreshService,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List the certificates that a station reported',
    description:
      'As the station said when it was last asked (POST .../refresh), less what it has deleted since. It tells hashes ' +
      'alone; what TAU installed is shown with its subject and its time of expiry.',
  })
  @ApiOkResponse({ type: StationCertificatePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  list(
    @Param('stationId') stationId: string,
    @Query() query: StationCertificateQuery,
  ): Promise<StationCertificatePage> {
    return this.service.list(stationId, query);
  }

  @Post()
  @HttpCode(200)
  @CommandRoute({
    summary: 'Install a root certificate on a station',
    description:
      'The station answers `Accepted`, `Rejected` (it does not trust the certificate, or has no room) or `Failed`. Its ' +
      'hashes are known when the station is asked for them: POST .../refresh.',
    problems: [
      [400, '`certificate-invalid`: not one certificate in PEM; `certificate-expired`; `certificate-too-large`'],
    ],
  })
  install(
    @Param('stationId') stationId: string,
    @Body() body: InstallCertificateRequest,
    @Asked() asked: CommandRequest,
  ): Promise<CommandView> {
    return this.service.install(stationId, body, asked);
  }

  @Post('refresh')
  @HttpCode(200)
  @CommandRoute({
    summary: 'Ask a station which certificates it holds',
    description:
      '`NotFound`: it holds none of these types. What it reports takes the place of what was known of them. A station ' +
      'of OCPP 1.6 is asked for one type after the other: `commandIds` names the commands, `reports` what was answered.',
    answer: CertificateRefreshView,
  })
  refresh(
    @Param('stationId') stationId: string,
    @Body() body: RefreshCertificates,
    @Asked() asked: CommandRequest,
  ): Promise<CertificateRefreshView> {
    return this.refreshes.refresh(stationId, body, asked);
  }

  @Delete(':certificateId')
  @CommandRoute({
    summary: 'Delete a certificate from a station',
    description:
      'It is named by the hashes that the station reported. `Failed`: the station keeps it; `NotFound`: it does not ' +
      'hold it. Unless it is `Failed` the certificate is off the list.',
    problems: [[404, '`certificate-unknown`: the station has not reported it, or not when it was last asked']],
  })
  delete(
    @Param('stationId') stationId: string,
    @Param('certificateId') certificateId: string,
    @Asked() asked: CommandRequest,
  ): Promise<CommandView> {
    return this.service.delete(stationId, certificateId, asked);
  }
}
