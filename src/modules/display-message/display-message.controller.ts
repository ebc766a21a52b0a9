import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoticePage, NoticeQuery } from '../../notices/index.js';
import { DisplayMessageService } from './display-message.service.js';

/** Functional block O over REST. */
@ApiTags('display messages')
@Controller('stations/:stationId')
export class DisplayMessageController {
  constructor(private readonly service: DisplayMessageService) {}

  @Get('display-message-reports')
  @ApiOperation({ summary: 'List the messages on its display that a station reported, newest first' })
  @ApiOkResponse({ type: NoticePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  reports(@Param('stationId') stationId: string, @Query() query: NoticeQuery): Promise<NoticePage> {
    return this.service.list(stationId, query);
  }
}
