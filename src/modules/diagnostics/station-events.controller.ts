import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AlarmQuery, AlarmsQuery, StationAlarmPage } from './dto/station-alarm.dto.js';
import { StationEventPage, StationEventQuery } from './dto/station-event.dto.js';
import { StationEventsQueries } from './station-events.queries.js';

/** What happens to components of stations, over REST. */
@ApiTags('diagnostics')
@Controller()
export class StationEventsController {
  constructor(private readonly queries: StationEventsQueries) {}

  @Get('stations/:stationId/events')
  @ApiOperation({ summary: 'List what a station reported about its components, newest first' })
  @ApiOkResponse({ type: StationEventPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  events(@Param('stationId') stationId: string, @Query() query: StationEventQuery): Promise<StationEventPage> {
    return this.queries.events(stationId, query);
  }

  @Get('stations/:stationId/alarms')
  @ApiOperation({ summary: 'List what the monitors of a station raised, the latest change first' })
  @ApiOkResponse({ type: StationAlarmPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  alarmsOf(@Param('stationId') stationId: string, @Query() query: AlarmQuery): Promise<StationAlarmPage> {
    return this.queries.alarms({ ...query, stationId });
  }

  @Get('alarms')
  @ApiOperation({ summary: 'List what the monitors of all stations raised, the latest change first' })
  @ApiOkResponse({ type: StationAlarmPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  alarms(@Query() query: AlarmsQuery): Promise<StationAlarmPage> {
    return this.queries.alarms(query);
  }
}
