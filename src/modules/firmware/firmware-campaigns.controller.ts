import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { PageQuery } from '../../common/pagination.js';
import {
  CampaignStationPage,
  ChangeFirmwareCampaign,
  CreateFirmwareCampaign,
  FirmwareCampaignPage,
  FirmwareCampaignQuery,
  FirmwareCampaignView,
} from './dto/firmware-campaign.dto.js';
import { FirmwareCampaignsService } from './firmware-campaigns.service.js';

/** Updates of many stations with one image. */
@ApiTags('firmware')
@Controller('firmware-campaigns')
export class FirmwareCampaignsController {
  constructor(private readonly campaigns: FirmwareCampaignsService) {}

  @Post()
  @ApiOperation({
    summary: 'Update many stations with one image, in waves',
    description:
      'Begins at once. A wave begins when the one before is over: nothing of it is under way, and whoever has not been ' +
      'asked is offline. Stations that are offline get the update when they are back. No station is asked twice. When ' +
      'too many fail, the campaign stops by itself until it is resumed.',
  })
  @ApiCreatedResponse({ type: FirmwareCampaignView })
  @ApiBadRequestResponse({ description: '`validation-failed`' })
  @ApiNotFoundResponse({ description: '`firmware-image-unknown`, `station-unknown`' })
  @ApiUnprocessableEntityResponse({ description: '`no-station-matches`' })
  create(@Body() campaign: CreateFirmwareCampaign): Promise<FirmwareCampaignView> {
    return this.campaigns.create(campaign);
  }

  @Get()
  @ApiOperation({ summary: 'List campaigns, newest first' })
  @ApiOkResponse({ type: FirmwareCampaignPage })
  list(@Query() query: FirmwareCampaignQuery): Promise<FirmwareCampaignPage> {
    return this.campaigns.list(query);
  }

  @Get(':campaignId')
  @ApiOperation({ summary: 'Read a campaign and how far it has come' })
  @ApiOkResponse({ type: FirmwareCampaignView })
  @ApiNotFoundResponse({ description: '`firmware-campaign-unknown`' })
  read(@Param('campaignId') campaignId: string): Promise<FirmwareCampaignView> {
    return this.campaigns.read(campaignId);
  }

  @Get(':campaignId/stations')
  @ApiOperation({ summary: 'List the stations of a campaign in their order, with what came of each' })
  @ApiOkResponse({ type: CampaignStationPage })
  @ApiNotFoundResponse({ description: '`firmware-campaign-unknown`' })
  stations(@Param('campaignId') campaignId: string, @Query() query: PageQuery): Promise<CampaignStationPage> {
    return this.campaigns.stationsIn(campaignId, query);
  }

  @Patch(':campaignId')
  @ApiOperation({ summary: 'Change the name or the limits of a campaign' })
  @ApiOkResponse({ type: FirmwareCampaignView })
  @ApiBadRequestResponse({ description: '`validation-failed`' })
  @ApiNotFoundResponse({ description: '`firmware-campaign-unknown`' })
  change(
    @Param('campaignId') campaignId: string,
    @Body() change: ChangeFirmwareCampaign,
  ): Promise<FirmwareCampaignView> {
    return this.campaigns.change(campaignId, change);
  }

  @Post(':campaignId/pause')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask no more stations for now; what is under way goes on' })
  @ApiOkResponse({ type: FirmwareCampaignView })
  @ApiNotFoundResponse({ description: '`firmware-campaign-unknown`' })
  @ApiConflictResponse({ description: '`firmware-campaign-state`: it does not run' })
  pause(@Param('campaignId') campaignId: string): Promise<FirmwareCampaignView> {
    return this.campaigns.act(campaignId, 'pause');
  }

  @Post(':campaignId/resume')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Go on with a campaign that was paused, or that stopped by itself',
    description: 'Failures up to now do not stop it again.',
  })
  @ApiOkResponse({ type: FirmwareCampaignView })
  @ApiNotFoundResponse({ description: '`firmware-campaign-unknown`' })
  @ApiConflictResponse({ description: '`firmware-campaign-state`: it runs, or has ended' })
  resume(@Param('campaignId') campaignId: string): Promise<FirmwareCampaignView> {
    return this.campaigns.act(campaignId, 'resume');
  }

  @Post(':campaignId/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'End a campaign; what is under way goes on, whoever was not asked never will be' })
  @ApiOkResponse({ type: FirmwareCampaignView })
  @ApiNotFoundResponse({ description: '`firmware-campaign-unknown`' })
  @ApiConflictResponse({ description: '`firmware-campaign-state`: it has ended' })
  cancel(@Param('campaignId') campaignId: string): Promise<FirmwareCampaignView> {
    return this.campaigns.act(campaignId, 'cancel');
  }
}
