import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asked, type CommandRequest, CommandRoute } from '../../../commands/index.js';
import { PageQuery } from '../../../common/pagination.js';
import { RequiresRole } from '../../../operators/index.js';
import { StationsService } from '../../stations/index.js';
import {
  AskCustomerInformation,
  AskedCustomerInformationView,
  CustomerInformationDetailView,
  CustomerInformationPage,
} from '../dto/customer-information.dto.js';
import { CustomerInformationReader } from './customer-information.reader.js';
import { CustomerInformationService } from './customer-information.service.js';

/** What a station holds about customers, over REST. It names persons: not for every viewer. */
@ApiTags('diagnostics')
@Controller('stations/:stationId/customer-information')
export class CustomerInformationController {
  constructor(
    private readonly stations: StationsService,
    private readonly service: CustomerInformationService,
    private readonly reader: CustomerInformationReader,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: AskedCustomerInformationView, description: 'The station answered' })
  @CommandRoute({
    summary: 'Ask a station to report or clear what it holds about a customer',
    description:
      'Accepted means that it will do so: a report then comes in parts, see ' +
      '`GET /stations/{stationId}/customer-information/{id}`. Invalid means that the station cannot take this kind of ' +
      'reference. OCPP 2.0.1 only. What TAU itself keeps about a token is erased by `POST /id-token-erasures`, and ' +
      'reports about it with it.',
    answer: AskedCustomerInformationView,
  })
  ask(
    @Param('stationId') stationId: string,
    @Body() request: AskCustomerInformation,
    @Asked() asked: CommandRequest,
  ): Promise<AskedCustomerInformationView> {
    return this.service.ask(stationId, request, asked);
  }

  @Get()
  @RequiresRole('operator')
  @ApiOperation({ summary: 'List what a station was asked about customers, newest first' })
  @ApiOkResponse({ type: CustomerInformationPage })
  @ApiNotFoundResponse({ description: '`station-unknown`' })
  async list(@Param('stationId') stationId: string, @Query() query: PageQuery): Promise<CustomerInformationPage> {
    const { id } = await this.stations.byStationId(stationId);
    return this.reader.list(id, query);
  }

  @Get(':id')
  @RequiresRole('operator')
  @ApiOperation({ summary: 'Read what a station told about a customer' })
  @ApiOkResponse({ type: CustomerInformationDetailView })
  @ApiNotFoundResponse({ description: '`station-unknown`, `customer-information-unknown`' })
  async read(@Param('stationId') stationId: string, @Param('id') id: string): Promise<CustomerInformationDetailView> {
    const station = await this.stations.byStationId(stationId);
    return this.reader.read(station.id, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Erase what a station told about a customer, and whom it was about',
    description:
      'That it was asked stays. A request that waits for its station is taken back; late parts are not kept.',
  })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: '`station-unknown`, `customer-information-unknown`' })
  erase(@Param('stationId') stationId: string, @Param('id') id: string): Promise<void> {
    return this.service.erase(stationId, id);
  }
}
