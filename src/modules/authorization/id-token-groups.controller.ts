import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../common/pagination.js';
import { IdTokenGroupPage, IdTokenGroupPath, IdTokenGroupRules, IdTokenGroupView } from './dto/id-token-group.dto.js';
import { IdTokenGroupsService } from './id-token-groups.service.js';

/** Groups of tokens: who may stop whose transaction, and how many at a time. */
@ApiTags('id tokens')
@Controller('id-token-groups')
export class IdTokenGroupsController {
  constructor(private readonly groups: IdTokenGroupsService) {}

  @Get()
  @ApiOperation({ summary: 'List the groups that tokens name or that have rules' })
  @ApiOkResponse({ type: IdTokenGroupPage })
  list(@Query() query: PageQuery): Promise<IdTokenGroupPage> {
    return this.groups.list(query);
  }

  @Get(':groupId')
  @ApiOperation({ summary: 'Read the rules of a group' })
  @ApiOkResponse({ type: IdTokenGroupView })
  @ApiNotFoundResponse({ description: '`id-token-group-unknown`' })
  read(@Param() { groupId }: IdTokenGroupPath): Promise<IdTokenGroupView> {
    return this.groups.read(groupId);
  }

  @Put(':groupId')
  @ApiOperation({ summary: 'Set the rules of a group' })
  @ApiOkResponse({ type: IdTokenGroupView })
  setRules(@Param() { groupId }: IdTokenGroupPath, @Body() rules: IdTokenGroupRules): Promise<IdTokenGroupView> {
    return this.groups.setRules(groupId, rules);
  }
}
