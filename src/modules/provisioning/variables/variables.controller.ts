import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked, CommandRoute, type CommandRequest } from '../../../commands/index.js';
import { StationsService } from '../../stations/index.js';
import { ChangeVariables, ReadVariables, VariableQuery, VariablesView } from '../dto/variables.dto.js';
import { VariablesService } from './variables.service.js';

const RESULTS =
  '`results` has one entry for each variable. What does not fit into one message is asked in several: `commandIds` ' +
  'names them all, and the other fields are those of the last one. ' +
  'Standard keys of OCPP 1.6 are reached by the component and variable that mean the same in 2.0.1, all others under ' +
  'the component `ConfigurationKey`.';

/** B05, B06: the settings of a station. */
@ApiTags('variables')
@Controller('stations/:stationId/variables')
export class VariablesController {
  constructor(
    private readonly stations: StationsService,
    private readonly variables: VariablesService,
  ) {}

  @Get()
  @CommandRoute({
    summary: 'Ask a station for the value of a variable',
    description: `What was learnt before is in the device model; this asks the station. ${RESULTS}`,
    answer: VariablesView,
  })
  async get(
    @Param('stationId') stationId: string,
    @Query() query: VariableQuery,
    @Asked() asked: CommandRequest,
  ): Promise<VariablesView> {
    const wanted = query.component === undefined ? [] : [query];
    // the query is what a repetition with the same Idempotency-Key has to share
    const request = { ...asked, canonicalBody: JSON.stringify(query) };
    return this.variables.get(
      await this.stations.byStationId(stationId),
      wanted as ReadVariables['variables'],
      request,
    );
  }

  @Post('query')
  @HttpCode(200)
  @CommandRoute({
    summary: 'Ask a station for the values of many variables',
    description: RESULTS,
    answer: VariablesView,
  })
  async query(
    @Param('stationId') stationId: string,
    @Body() { variables }: ReadVariables,
    @Asked() asked: CommandRequest,
  ): Promise<VariablesView> {
    return this.variables.get(await this.stations.byStationId(stationId), variables, asked);
  }

  @Patch()
  @CommandRoute({
    summary: 'Change variables of a station',
    description:
      `${RESULTS} \`rebootRequired\`: at least one change holds only after a reset. Where a later message fails, the ` +
      'problem holds the `results` of those before it.',
    answer: VariablesView,
    problems: [[422, '`variable-protected`: the password of the station is not changed as a variable']],
  })
  async change(
    @Param('stationId') stationId: string,
    @Body() { variables }: ChangeVariables,
    @Asked() asked: CommandRequest,
  ): Promise<VariablesView> {
    return this.variables.set(await this.stations.byStationId(stationId), variables, asked);
  }
}
