import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../common/pagination.js';
import { MeterValuePage, MeterValuesQueries } from '../meter-values/index.js';
import { StationsService } from '../stations/index.js';
import { StationTransactionQuery, TransactionPage } from './dto/transaction.dto.js';
import { TransactionEventPage } from './dto/transaction-event.dto.js';
import { TransactionsQueries } from './transactions.queries.js';

/** What was charged at one station. */
@ApiTags('transactions')
@ApiNotFoundResponse({ description: '`station-unknown`' })
@Controller('stations/:stationId')
export class StationTransactionsController {
  constructor(
    private readonly stations: StationsService,
    private readonly transactions: TransactionsQueries,
    private readonly meterValues: MeterValuesQueries,
  ) {}

  @Get('transactions')
  @ApiOperation({ summary: 'List the transactions of a station, newest first' })
  @ApiOkResponse({ type: TransactionPage })
  async list(@Param('stationId') id: string, @Query() query: StationTransactionQuery): Promise<TransactionPage> {
    const { stationId } = await this.stations.byStationId(id);
    return this.transactions.list({ ...query, stationId });
  }

  @Get('unmatched-events')
  @ApiOperation({ summary: 'Messages about transactions that TAU does not know, such as a stop without a start' })
  @ApiOkResponse({ type: TransactionEventPage })
  async unmatched(
    @Param('stationId') stationId: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<TransactionEventPage> {
    const { id } = await this.stations.byStationId(stationId);
    return this.transactions.unmatched(id, limit, cursor);
  }

  @Get('meter-values')
  @ApiOperation({ summary: 'What the meters of a station measured outside of any transaction' })
  @ApiOkResponse({ type: MeterValuePage })
  async outside(@Param('stationId') stationId: string, @Query() { limit, cursor }: PageQuery): Promise<MeterValuePage> {
    const { id } = await this.stations.byStationId(stationId);
    return this.meterValues.outsideTransactions(id, limit, cursor);
  }
}
