import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoticePage, NoticeQuery } from '../../../notices/index.js';
import { PublicationsService } from './publications.service.js';

/** The publication of firmware over REST. */
@ApiTags('firmware')
@Controller('stations/:stationId')
export class PublicationsController {
  constructor(private readonly service: PublicationsService) {}

  @Get('firmware-publications')
  @ApiOperation({ summary: 'List what a local controller told about firmware that it publishes, newest first' })
  @ApiOkResponse({ type: NoticePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  publications(@Param('stationId') stationId: string, @Query() query: NoticeQuery): Promise<NoticePage> {
    return this.service.list(stationId, query);
  }
}
