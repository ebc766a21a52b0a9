import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { PageQuery } from '../common/pagination.js';
import { ApiKeysService } from './api-keys.service.js';
import { ApiKeyPage, ApiKeyView, CreateApiKey, CreatedApiKey } from './dto/api-key.dto.js';
import type { ApiKey } from './entities/api-key.entity.js';
import { RequiresRole } from './operator.js';

const toView = ({ id, name, role, createdAt, lastUsedAt }: ApiKey): ApiKeyView => ({
  id,
  name,
  role,
  createdAt,
  lastUsedAt,
});

/** Who may use this API. */
@ApiTags('API keys')
@Controller('api-keys')
@RequiresRole('admin')
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Post()
  @ApiOperation({ summary: 'Create an API key; the answer shows it once' })
  @ApiCreatedResponse({ type: CreatedApiKey })
  async create(@Body() { name, role }: CreateApiKey): Promise<CreatedApiKey> {
    const created = await this.apiKeys.create(name, role);
    return { ...toView(created), key: created.key };
  }

  @Get()
  @ApiOperation({ summary: 'List the API keys that are not revoked' })
  @ApiOkResponse({ type: ApiKeyPage })
  async list(@Query() query: PageQuery): Promise<ApiKeyPage> {
    const { items, nextCursor } = await this.apiKeys.list(query);
    return { items: items.map(toView), nextCursor };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Revoke an API key',
    description:
      'What was asked with it and has not been sent is cancelled within seconds (`api-key-revoked`): commands that are ' +
      'kept for their station, and what is left of bulk commands. What was sent goes on, and so do firmware campaigns: ' +
      'stop those yourself.',
  })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: '`api-key-unknown`' })
  @ApiConflictResponse({ description: '`last-admin-key`: nobody could get in any more' })
  revoke(@Param('id') id: string): Promise<void> {
    return this.apiKeys.revoke(id);
  }
}
