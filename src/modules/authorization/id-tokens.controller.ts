import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CreateIdToken, IdTokenPage, IdTokenQuery, IdTokenView, UpdateIdToken } from './dto/id-token.dto.js';
import { IdTokensService } from './id-tokens.service.js';

/** The tokens that may charge. */
@ApiTags('id tokens')
@Controller('id-tokens')
export class IdTokensController {
  constructor(private readonly idTokens: IdTokensService) {}

  @Post()
  @ApiOperation({ summary: 'Register an id token' })
  @ApiCreatedResponse({ type: IdTokenView })
  @ApiConflictResponse({ description: '`id-token-exists`: an equal token is registered; `id` names it' })
  register(@Body() token: CreateIdToken): Promise<IdTokenView> {
    return this.idTokens.register(token);
  }

  @Get()
  @ApiOperation({ summary: 'List id tokens in the order of their registration' })
  @ApiOkResponse({ type: IdTokenPage })
  list(@Query() query: IdTokenQuery): Promise<IdTokenPage> {
    return this.idTokens.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read an id token' })
  @ApiOkResponse({ type: IdTokenView })
  @ApiNotFoundResponse({ description: '`id-token-unknown`' })
  read(@Param('id') id: string): Promise<IdTokenView> {
    return this.idTokens.read(id);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change status, expiry, group or note of an id token' })
  @ApiOkResponse({ type: IdTokenView })
  @ApiNotFoundResponse({ description: '`id-token-unknown`' })
  change(@Param('id') id: string, @Body() change: UpdateIdToken): Promise<IdTokenView> {
    return this.idTokens.change(id, change);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Archive an id token: unknown from now on, its transactions stay' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: '`id-token-unknown`' })
  archive(@Param('id') id: string): Promise<void> {
    return this.idTokens.archive(id);
  }
}
