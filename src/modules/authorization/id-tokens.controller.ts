import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { asksForCsv, CSV, everyRow, pageOrCsv, sendCsv } from '../../common/csv.js';
import { ImportQuery, type ImportReport } from '../../common/import-report.js';
import { importCsv, ImportRoute } from '../../http/csv-import.js';
import { CreateIdToken, IdTokenPage, IdTokenQuery, IdTokenView, UpdateIdToken } from './dto/id-token.dto.js';
import { importedTokens, TOKEN_COLUMNS, toExportedToken } from './id-token-csv.js';
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

  @Post('import')
  @HttpCode(200)
  @ImportRoute(
    'Register and change id tokens out of a CSV',
    TOKEN_COLUMNS,
    '`personalMessage` and `validAt` are JSON. A token that equals a registered one is changed; none is archived.',
  )
  import(@Query() { dryRun = false }: ImportQuery, @Req() request: Request): Promise<ImportReport> {
    return importCsv(request, importedTokens(this.idTokens, dryRun), dryRun);
  }

  @Get()
  @ApiOperation({
    summary: 'List id tokens in the order of their registration; as CSV of all that match with Accept: text/csv',
  })
  @ApiExtraModels(IdTokenPage)
  @ApiProduces('application/json', CSV)
  @ApiOkResponse(pageOrCsv(IdTokenPage))
  async list(
    @Query() query: IdTokenQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IdTokenPage | undefined> {
    if (!asksForCsv(request)) return this.idTokens.list(query);
    const rows = everyRow(async (cursor) => {
      const page = await this.idTokens.list({ ...query, limit: 500, cursor });
      return { ...page, items: page.items.map(toExportedToken) };
    });
    await sendCsv(response, 'id-tokens', TOKEN_COLUMNS, rows);
    return undefined;
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
