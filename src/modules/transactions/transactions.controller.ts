import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { asksForCsv, CSV, everyRow, pageOrCsv, sendCsv } from '../../common/csv.js';
import { PageQuery } from '../../common/pagination.js';
import { MeterValuePage, MeterValuesQueries } from '../meter-values/index.js';
import { TransactionPage, TransactionQuery, TransactionView } from './dto/transaction.dto.js';
import { TransactionEventPage } from './dto/transaction-event.dto.js';
import { EXPORTED_METER_VALUE, EXPORTED_TRANSACTION, toExported } from './export.js';
import { TransactionsQueries } from './transactions.queries.js';

/** What was charged. */
@ApiTags('transactions')
@Controller('transactions')
export class TransactionsController {
  constructor(
    private readonly transactions: TransactionsQueries,
    private readonly meterValues: MeterValuesQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List transactions, newest first; as CSV of all that match with Accept: text/csv' })
  @ApiProduces('application/json', CSV)
  @ApiOkResponse(pageOrCsv(TransactionPage))
  async list(
    @Query() query: TransactionQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TransactionPage | undefined> {
    if (!asksForCsv(request)) return this.transactions.list(query);
    const rows = everyRow(async (cursor) => {
      const page = await this.transactions.list({ ...query, limit: 500, cursor });
      return { ...page, items: page.items.map(toExported) };
    });
    await sendCsv(response, 'transactions', EXPORTED_TRANSACTION, rows);
    return undefined;
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a transaction' })
  @ApiOkResponse({ type: TransactionView })
  @ApiNotFoundResponse({ description: '`transaction-unknown`' })
  read(@Param('id') id: string): Promise<TransactionView> {
    return this.transactions.read(id);
  }

  @Get(':id/meter-values')
  @ApiOperation({ summary: 'What was measured during a transaction; as CSV with Accept: text/csv' })
  @ApiProduces('application/json', CSV)
  @ApiOkResponse(pageOrCsv(MeterValuePage))
  @ApiNotFoundResponse({ description: '`transaction-unknown`' })
  async readMeterValues(
    @Param('id') id: string,
    @Query() { limit, cursor }: PageQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeterValuePage | undefined> {
    await this.transactions.read(id);
    if (!asksForCsv(request)) return this.meterValues.ofTransaction(id, limit, cursor);
    const rows = everyRow((from) => this.meterValues.ofTransaction(id, 500, from));
    await sendCsv(response, `meter-values-${id}`, EXPORTED_METER_VALUE, rows);
    return undefined;
  }

  @Get(':id/events')
  @ApiOperation({ summary: 'The messages that a transaction was made from, as the station sent them' })
  @ApiOkResponse({ type: TransactionEventPage })
  @ApiNotFoundResponse({ description: '`transaction-unknown`' })
  async events(@Param('id') id: string, @Query() { limit, cursor }: PageQuery): Promise<TransactionEventPage> {
    await this.transactions.read(id);
    return this.transactions.events(id, limit, cursor);
  }
}
