import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { decodeCursor, pageOf, type PageQuery } from '../../common/pagination.js';
import { ValidationFailedError } from '../../common/problems.js';
import { isUuid, uuidv7 } from '../../common/uuid.js';
import { newestFirst } from '../../database/newest-first.js';
import { noStationMatches, StationCatalog, StationsService } from '../stations/index.js';
import { CampaignRounds } from './campaigns/campaign-rounds.js';
import { CAMPAIGN_ACTIONS, type CampaignAction, type CampaignState } from './campaigns/campaign-rules.js';
import { CampaignStore } from './campaigns/campaign-store.js';
import { toCampaignView, toStationView } from './campaigns/campaign-view.js';
import type {
  CampaignStationPage,
  ChangeFirmwareCampaign,
  CreateFirmwareCampaign,
  FirmwareCampaignPage,
  FirmwareCampaignQuery,
  FirmwareCampaignView,
} from './dto/firmware-campaign.dto.js';
import { FirmwareCampaignTarget } from './entities/firmware-campaign-target.entity.js';
import { FirmwareCampaign } from './entities/firmware-campaign.entity.js';
import { campaignStateProblem, campaignUnknown } from './firmware-problems.js';
import { lockImage } from './updates/update-store.js';

/** Rows of one statement: each has few parameters of the many that PostgreSQL takes. */
const ROWS_AT_ONCE = 5000;

/** Updates of many stations with one image. */
@Injectable()
export class FirmwareCampaignsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stations: StationsService,
    private readonly catalog: StationCatalog,
    private readonly store: CampaignStore,
    private readonly rounds: CampaignRounds,
    private readonly clock: Clock,
  ) {}

  private get campaigns() {
    return this.dataSource.getRepository(FirmwareCampaign);
  }

  /**
   * Makes a campaign, which begins at once.
   * @throws ValidationFailedError; UnknownError `firmware-image-unknown`, `station-unknown`; ProblemError
   * `no-station-matches`
   */
  async create(request: CreateFirmwareCampaign): Promise<FirmwareCampaignView> {
    const stationUuids = await this.stationsOf(request);
    const campaign = this.newCampaign(request);
    const size = campaign.waveSize ?? stationUuids.length;
    const targets = stationUuids.map((stationId, i) => ({
      campaignId: campaign.id,
      stationId,
      position: i + 1,
      wave: Math.floor(i / size) + 1,
      outcome: null,
      reason: null,
    }));
    await this.dataSource.transaction(async (manager) => {
      await lockImage(manager, campaign.imageId, 'pessimistic_read');
      await manager.insert(FirmwareCampaign, campaign);
      for (let i = 0; i < targets.length; i += ROWS_AT_ONCE) {
        await manager.insert(FirmwareCampaignTarget, targets.slice(i, i + ROWS_AT_ONCE));
      }
    });
    await this.rounds.run();
    return this.read(campaign.id);
  }

  /** Newest first. */
  async list({ state, ...page }: FirmwareCampaignQuery): Promise<FirmwareCampaignPage> {
    const query = this.campaigns.createQueryBuilder('c');
    if (state) query.andWhere('c.state = :state', { state });
    const { items, nextCursor } = await newestFirst(query, page);
    const views: FirmwareCampaignView[] = [];
    for (const campaign of items) views.push(await this.viewOf(campaign));
    return { items: views, nextCursor };
  }

  /** @throws UnknownError `firmware-campaign-unknown` */
  async read(id: string): Promise<FirmwareCampaignView> {
    return this.viewOf(await this.rowOf(id));
  }

  /** In the order in which they are asked. @throws UnknownError `firmware-campaign-unknown` */
  async stationsIn(id: string, { limit, cursor }: PageQuery): Promise<CampaignStationPage> {
    const campaign = await this.rowOf(id);
    const [after = '0'] = decodeCursor(cursor, (text) => /^\d{1,9}$/.test(text)) ?? [];
    const rows = await this.store.page(campaign.id, Number(after), limit + 1);
    const { items, nextCursor } = pageOf(rows, limit, ({ position }) => [String(position)]);
    return { items: items.map((row) => toStationView(row, this.store.isConnected(row))), nextCursor };
  }

  /** Holds from the next round on. @throws UnknownError `firmware-campaign-unknown` */
  async change(id: string, change: ChangeFirmwareCampaign): Promise<FirmwareCampaignView> {
    await this.rowOf(id);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    if (Object.keys(given).length > 0) await this.campaigns.update({ id }, given);
    return this.read(id);
  }

  /**
   * Pauses a campaign, goes on with it, or ends it. What is under way at stations goes on in any case.
   * @throws UnknownError `firmware-campaign-unknown`; ProblemError 409 `firmware-campaign-state`
   */
  async act(id: string, action: CampaignAction): Promise<FirmwareCampaignView> {
    await this.rowOf(id);
    await this.dataSource.transaction((manager) => this.changeState(manager, id, action));
    if (action === 'resume') await this.rounds.run();
    return this.read(id);
  }

  private async changeState(manager: EntityManager, id: string, action: CampaignAction): Promise<void> {
    const campaign = await manager.findOneOrFail(FirmwareCampaign, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    const { from, to }: { from: readonly CampaignState[]; to: CampaignState } = CAMPAIGN_ACTIONS[action];
    if (!from.includes(campaign.state)) throw campaignStateProblem(action, campaign.state);
    const now = this.clock.now();
    await manager.update(FirmwareCampaign, id, {
      state: to,
      stoppedBecause: null,
      ...(action === 'resume' && { countedFrom: now }),
      ...(action === 'cancel' && { endedAt: now }),
    });
    if (action === 'cancel') await this.store.cancelWaiting(manager, id);
  }

  private async stationsOf({ stationIds, filter }: CreateFirmwareCampaign): Promise<string[]> {
    if ((stationIds === undefined) === (filter === undefined)) {
      throw new ValidationFailedError('Give either stationIds or a filter; {} as the filter means all stations.');
    }
    const uuids = filter ? await this.catalog.idsOf(filter) : await this.namedStations(stationIds!);
    if (uuids.length === 0) throw noStationMatches();
    return uuids;
  }

  private async namedStations(stationIds: readonly string[]): Promise<string[]> {
    const uuids = new Set<string>();
    for (const stationId of stationIds) uuids.add((await this.stations.byStationId(stationId)).id);
    return [...uuids];
  }

  private newCampaign(request: CreateFirmwareCampaign): FirmwareCampaign {
    const { retrieveAt, installAt } = request;
    if (retrieveAt && installAt && installAt < retrieveAt) {
      throw new ValidationFailedError('installAt must not lie before retrieveAt.');
    }
    const now = this.clock.now();
    return {
      id: uuidv7(now.getTime()),
      name: request.name,
      imageId: request.imageId,
      state: 'running',
      stoppedBecause: null,
      waveSize: request.waveSize ?? null,
      maxConcurrent: request.maxConcurrent ?? 10,
      maxFailureShare: request.maxFailureShare ?? 0.2,
      minFinished: request.minFinished ?? 5,
      countedFrom: now,
      retrieveAt: retrieveAt ?? null,
      installAt: installAt ?? null,
      retries: request.retries ?? null,
      retryInterval: request.retryInterval ?? null,
      signed: request.signed ?? true,
      createdAt: now,
      endedAt: null,
    };
  }

  private async viewOf(campaign: FirmwareCampaign): Promise<FirmwareCampaignView> {
    const rows = await this.store.targets(campaign.id);
    const targets = rows.map((row) => this.store.asTarget(row, campaign.countedFrom));
    const offline = rows.filter((row) => row.state === 'waiting' && !this.store.isConnected(row)).length;
    return toCampaignView(campaign, targets, offline);
  }

  private async rowOf(id: string): Promise<FirmwareCampaign> {
    const row = isUuid(id) ? await this.campaigns.findOneBy({ id }) : null;
    if (!row) throw campaignUnknown(id);
    return row;
  }
}
