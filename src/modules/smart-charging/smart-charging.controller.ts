import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoticePage, NoticeQuery } from '../../notices/index.js';
import { ChargingLimitsView } from './dto/charging-limits.dto.js';
import { SmartChargingService } from './smart-charging.service.js';

/** Functional block K over REST. */
@ApiTags('smart charging')
@Controller('stations/:stationId')
export class SmartChargingController {
  constructor(private readonly service: SmartChargingService) {}

  @Get('charging-limits')
  @ApiOperation({ summary: 'Show the limits that others than the CSMS have set at a station and that hold now' })
  @ApiOkResponse({ type: ChargingLimitsView })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  limits(@Param('stationId') stationId: string): Promise<ChargingLimitsView> {
    return this.service.limitsOf(stationId);
  }

  @Get('charging-limits/history')
  @ApiOperation({ summary: 'List how the limits of others came and went at a station, newest first' })
  @ApiOkResponse({ type: NoticePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  history(@Param('stationId') stationId: string, @Query() query: NoticeQuery): Promise<NoticePage> {
    return this.service.list(stationId, 'limits', query);
  }

  @Get('charging-profile-reports')
  @ApiOperation({ summary: 'List the charging profiles that a station reported, newest first' })
  @ApiOkResponse({ type: NoticePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  profiles(@Param('stationId') stationId: string, @Query() query: NoticeQuery): Promise<NoticePage> {
    return this.service.list(stationId, 'profiles', query);
  }

  @Get('ev-charging-needs')
  @ApiOperation({ summary: 'List what EVs at a station said that they need, newest first' })
  @ApiOkResponse({ type: NoticePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  needs(@Param('stationId') stationId: string, @Query() query: NoticeQuery): Promise<NoticePage> {
    return this.service.list(stationId, 'needs', query);
  }

  @Get('ev-charging-schedules')
  @ApiOperation({ summary: 'List how EVs at a station said that they will charge, newest first' })
  @ApiOkResponse({ type: NoticePage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  schedules(@Param('stationId') stationId: string, @Query() query: NoticeQuery): Promise<NoticePage> {
    return this.service.list(stationId, 'schedules', query);
  }
}
