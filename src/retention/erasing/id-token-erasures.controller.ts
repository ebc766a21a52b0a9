import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { PageQuery } from '../../common/pagination.js';
import { CurrentOperator, RequiresRole, type Operator } from '../../operators/index.js';
import { EraseIdToken, IdTokenErasurePage, IdTokenErasureView } from '../dto/id-token-erasure.dto.js';
import { IdTokenErasures } from './id-token-erasures.service.js';

/** Tokens that were erased from history. */
@ApiTags('id tokens')
@Controller('id-token-erasures')
@RequiresRole('admin')
export class IdTokenErasuresController {
  constructor(private readonly erasures: IdTokenErasures) {}

  @Post()
  @ApiOperation({
    summary: 'Erase an id token from all that is stored',
    description:
      'A pseudonym takes its place in transactions, messages, the message log and commands; a registered token is ' +
      'archived. Transactions and their energy stay. It is carried out in the background: read it again until its ' +
      'state is `done`. What stations send afterwards is new, and not erased.',
  })
  @ApiCreatedResponse({ type: IdTokenErasureView })
  @ApiConflictResponse({
    description:
      '`id-token-in-use`: a transaction of it runs, or a reservation for it is open; `transactionIds` or ' +
      '`reservationIds` name them',
  })
  request(@Body() token: EraseIdToken, @CurrentOperator() { id }: Operator): Promise<IdTokenErasureView> {
    return this.erasures.request(token, id);
  }

  @Get()
  @ApiOperation({ summary: 'List erasures, the latest first' })
  @ApiOkResponse({ type: IdTokenErasurePage })
  list(@Query() query: PageQuery): Promise<IdTokenErasurePage> {
    return this.erasures.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read how far an erasure is carried out' })
  @ApiOkResponse({ type: IdTokenErasureView })
  @ApiNotFoundResponse({ description: '`id-token-erasure-unknown`' })
  read(@Param('id') id: string): Promise<IdTokenErasureView> {
    return this.erasures.read(id);
  }
}
