import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { PageQuery } from '../../common/pagination.js';
import { RefusedIdentityPage } from './dto/refused-identity.dto.js';
import { RegisterRefusedIdentity } from './dto/station-properties.dto.js';
import { RegisteredStationView } from './dto/station.dto.js';
import { RefusedIdentitiesService } from './refused-identities.service.js';

/** Who knocked and was not let in. */
@ApiTags('stations')
@Controller('refused-identities')
export class RefusedIdentitiesController {
  constructor(private readonly refusals: RefusedIdentitiesService) {}

  @Get()
  @ApiOperation({ summary: 'List who tried to connect and was refused, the latest first' })
  @ApiOkResponse({ type: RefusedIdentityPage })
  list(@Query() query: PageQuery): Promise<RefusedIdentityPage> {
    return this.refusals.list(query);
  }

  @Post(':id/register')
  @ApiOperation({ summary: 'Register a refused identity as a station; the answer shows its password once' })
  @ApiCreatedResponse({ type: RegisteredStationView })
  @ApiBadRequestResponse({ description: '`validation-failed`' })
  @ApiNotFoundResponse({ description: '`refused-identity-unknown`' })
  @ApiConflictResponse({ description: '`station-exists`: it is registered; its credentials were wrong' })
  register(@Param('id') id: string, @Body() properties: RegisterRefusedIdentity): Promise<RegisteredStationView> {
    return this.refusals.register(id, properties);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Forget an entry; it comes back with the next attempt' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: '`refused-identity-unknown`' })
  remove(@Param('id') id: string): Promise<void> {
    return this.refusals.remove(id);
  }
}
