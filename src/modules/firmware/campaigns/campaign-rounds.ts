import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BY_ITSELF } from '../../../commands/index.js';
import { Clock } from '../../../common/clock.js';
import { ProblemError } from '../../../common/problems.js';
import { Rounds } from '../../../common/rounds.js';
import { FirmwareCampaign } from '../entities/firmware-campaign.entity.js';
import { FirmwareImage } from '../entities/firmware-image.entity.js';
import { type Offer, Offers } from '../updates/offers.js';
import { UpdateStore } from '../updates/update-store.js';
import { nextStep } from './campaign-rules.js';
import { CampaignStore, type TargetRow } from './campaign-store.js';

const ROUND_MS = 15_000;
/** What a station of a campaign cannot be offered, whenever it is asked. */
const NEVER: readonly string[] = ['firmware-image-unsuitable', 'firmware-signature-invalid', 'version-unsupported'];

/**
 * Carries campaigns on, in one process at a time. What comes next follows from the updates that are stored, so that a
 * restart forgets nothing; an update is stored before it is sent, and one that may have been sent is never sent again.
 */
@Injectable()
export class CampaignRounds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(CampaignRounds.name);
  private readonly rounds: Rounds;
  private readonly sending = new Set<Promise<void>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: CampaignStore,
    private readonly updates: UpdateStore,
    private readonly offers: Offers,
    private readonly clock: Clock,
  ) {
    const failed = (error: unknown): void => this.logger.error(error);
    this.rounds = new Rounds(clock, ROUND_MS, () => this.round(), failed);
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    this.rounds.stop();
    await this.rounds.settled();
    await Promise.allSettled(this.sending);
  }

  /** Resolves when what can be asked now is on its way. */
  async run(): Promise<void> {
    // one that is under way may have begun before what is to be seen
    await this.rounds.settled();
    return this.rounds.run();
  }

  private async round(): Promise<void> {
    const running = await this.dataSource
      .getRepository(FirmwareCampaign)
      .find({ select: { id: true }, where: { state: 'running' }, order: { id: 'ASC' } });
    for (const { id } of running) {
      const offers = await this.dataSource.transaction((manager) => this.advance(manager, id));
      for (const offer of offers) this.send(offer);
    }
  }

  /** @returns what is stored and has to be sent once that is committed */
  private async advance(manager: EntityManager, id: string): Promise<Offer[]> {
    if (!(await this.store.isMine(manager))) return [];
    await this.store.releaseUnsent(manager);
    const campaign = await manager.findOne(FirmwareCampaign, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (campaign?.state !== 'running') return [];
    const rows = await this.store.targets(id, manager);
    const step = nextStep(
      rows.map((row) => this.store.asTarget(row, campaign.countedFrom)),
      campaign,
    );
    if (step.kind === 'send') {
      const asked = new Set(step.stationUuids);
      const targets = rows.filter(({ stationUuid }) => asked.has(stationUuid));
      return this.claim(manager, campaign, targets);
    }
    if (step.kind === 'stop') {
      this.logger.warn(`Campaign ${campaign.name} is stopped: ${step.because}`);
      await manager.update(FirmwareCampaign, id, { state: 'stopped', stoppedBecause: step.because });
    } else {
      await manager.update(FirmwareCampaign, id, { state: 'completed', endedAt: this.clock.now() });
    }
    return [];
  }

  private async claim(manager: EntityManager, campaign: FirmwareCampaign, targets: TargetRow[]): Promise<Offer[]> {
    const image = await manager.findOneByOrFail(FirmwareImage, { id: campaign.imageId });
    const offers: Offer[] = [];
    for (const target of targets) {
      const offer = await this.offerOf(manager, campaign, image, target);
      if (offer) offers.push(offer);
    }
    return offers;
  }

  private async offerOf(
    manager: EntityManager,
    campaign: FirmwareCampaign,
    image: FirmwareImage,
    { stationUuid, stationId, firmwareVersion }: TargetRow,
  ): Promise<Offer | undefined> {
    const skip = (reason: string): Promise<void> => this.store.skip(manager, campaign.id, stationUuid, reason);
    if (firmwareVersion === image.version) return void (await skip('It has this version already.'));
    const { retrieveAt, installAt, retries, retryInterval, signed } = campaign;
    const options = {
      retrieveAt: retrieveAt ?? undefined,
      installAt: installAt ?? undefined,
      retries: retries ?? undefined,
      retryInterval: retryInterval ?? undefined,
      signed,
    };
    try {
      const station = { id: stationUuid, stationId };
      const offer = await this.offers.ofImage(station, image, options, BY_ITSELF, campaign.id);
      await this.updates.insert(offer.update, manager);
      return offer;
    } catch (error) {
      if (!isNever(error)) throw error;
      return void (await skip(error.message));
    }
  }

  /** Waits for nobody: a station may take long to answer. Who went offline meanwhile is asked when it is back. */
  private send(offer: Offer): void {
    const sent = this.sendOne(offer).catch((error: unknown) => this.logger.error(error));
    const noted = sent.finally(() => this.sending.delete(noted));
    this.sending.add(noted);
  }

  private async sendOne(offer: Offer): Promise<void> {
    if (!(await this.updates.isWanted(offer.update.id))) return;
    try {
      await this.offers.send(offer, BY_ITSELF);
    } catch (error) {
      const { campaignId, stationId } = offer.update;
      if (isNever(error)) await this.store.skip(this.dataSource.manager, campaignId!, stationId, error.message);
      // what a station said stands on its update
      else if (!(error instanceof ProblemError)) throw error;
    }
  }
}

const isNever = (error: unknown): error is ProblemError => error instanceof ProblemError && NEVER.includes(error.code);
