import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { PageQuery } from '../../common/pagination.js';
import { CurrentOperator, type Operator } from '../../operators/index.js';
import { CorrectionsService } from './corrections.service.js';
import {
  CloseTransaction,
  CorrectionPage,
  CorrectionView,
  CorrectTransaction,
  Reasoned,
} from './dto/correction.dto.js';
import { TransactionView } from './dto/transaction.dto.js';
import { TransactionsQueries } from './transactions.queries.js';

/** Operators close and correct transactions, on record. */
@ApiTags('transactions')
@ApiNotFoundResponse({ description: '`transaction-unknown`' })
@Controller('transactions/:id')
export class TransactionCorrectionsController {
  constructor(
    private readonly service: CorrectionsService,
    private readonly transactions: TransactionsQueries,
  ) {}

  @Post('close')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Close a transaction whose end is lost',
    description:
      'Nothing is asked of the station: see `/stop` for that. Without `endedAt` and `meterStopWh` it is closed at its ' +
      "last meter value, and the transaction's own end counts if it comes after all.",
  })
  @ApiOkResponse({ type: TransactionView })
  @ApiBadRequestResponse({ description: '`validation-failed`: e.g. no reason, or an end before the start' })
  @ApiConflictResponse({ description: '`transaction-ended`' })
  async close(
    @Param('id') id: string,
    @Body() end: CloseTransaction,
    @CurrentOperator() operator: Operator,
  ): Promise<TransactionView> {
    await this.service.close(id, end, operator);
    return this.transactions.read(id);
  }

  @Post('corrections')
  @ApiOperation({
    summary: 'Correct a transaction',
    description:
      'Other values count than the station told; what it told stays readable as `original`. A correction outlives ' +
      'later messages of the station: where these tell something else than when it was made, the transaction is ' +
      'flagged `changed-after-correction`, until it is corrected again or the correction is withdrawn.',
  })
  @ApiCreatedResponse({ type: CorrectionView })
  @ApiBadRequestResponse({ description: '`validation-failed`: e.g. no reason, no value, negative energy' })
  @ApiConflictResponse({ description: '`transaction-active`: it has no end yet that could be corrected' })
  correct(
    @Param('id') id: string,
    @Body() correction: CorrectTransaction,
    @CurrentOperator() operator: Operator,
  ): Promise<CorrectionView> {
    return this.service.correct(id, correction, operator);
  }

  @Get('corrections')
  @ApiOperation({ summary: 'What operators did to a transaction, by whom and why, oldest first' })
  @ApiOkResponse({ type: CorrectionPage })
  async list(@Param('id') id: string, @Query() { limit, cursor }: PageQuery): Promise<CorrectionPage> {
    await this.transactions.read(id);
    return this.service.list(id, limit, cursor);
  }

  @Post('corrections/:correctionId/withdraw')
  @ApiOperation({
    summary: 'Withdraw a correction or a closing',
    description:
      'It stays on record. A transaction whose closing is withdrawn runs again, unless its own end has come.',
  })
  @ApiCreatedResponse({ type: CorrectionView, description: 'The withdrawal' })
  @ApiNotFoundResponse({ description: '`transaction-unknown`, `correction-unknown`' })
  @ApiConflictResponse({ description: '`correction-withdrawn` already, or `withdrawal-final`: a withdrawal itself' })
  withdraw(
    @Param('id') id: string,
    @Param('correctionId') correctionId: string,
    @Body() { reason }: Reasoned,
    @CurrentOperator() operator: Operator,
  ): Promise<CorrectionView> {
    return this.service.withdraw(id, correctionId, reason, operator);
  }
}
