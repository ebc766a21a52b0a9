import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CommandsService } from '../../../commands/index.js';
import { Clock } from '../../../common/clock.js';
import { FirmwareImage } from '../entities/firmware-image.entity.js';
import { FirmwareUpdate } from '../entities/firmware-update.entity.js';
import { imageUnknown } from '../firmware-problems.js';

/** What became of a command whose update does not know it yet. */
interface Answered {
  readonly id: string;
  readonly commandState: 'queued' | 'sent' | 'answered' | 'errored' | 'timed-out' | 'cancelled' | null;
  readonly status: string | null;
  readonly statusInfo: Record<string, unknown> | null;
  readonly error: { readonly reason?: string } | null;
  readonly sentAt: Date | null;
}

/** A station, as far as updates are concerned; null where it has not said. */
export interface StationFacts {
  readonly firmwareVersion: string | null;
  readonly vendor: string | null;
  readonly model: string | null;
  /** Where this station reaches TAU, if it is not where the others do. */
  readonly publicUrl: string | null;
}

const OPEN = `state IN ('requested', 'accepted', 'downloading', 'downloaded', 'installing')`;
/** The command of an update is recorded within seconds of it; what has none by now was left by a process that died. */
const RECORDED_WITHIN_MS = 5 * 60_000;

/** The rows of updates; each change requires the state before it, so that late and doubled changes do nothing. */
@Injectable()
export class UpdateStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CommandsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds an update whose command is about to be sent; its image cannot be deleted from here on.
   * @throws UnknownError `firmware-image-unknown`
   */
  async insert(update: FirmwareUpdate, within?: EntityManager): Promise<void> {
    const add = async (manager: EntityManager): Promise<void> => {
      if (update.imageId) await lockImage(manager, update.imageId, 'pessimistic_read');
      await manager.insert(FirmwareUpdate, { ...update, answerInfo: null });
    };
    await (within ? add(within) : this.dataSource.transaction(add));
  }

  async nextRequestId(): Promise<number> {
    const [{ id }] = await this.dataSource.query<[{ id: number }]>(`SELECT nextval('firmware_request_ids')::int AS id`);
    return id;
  }

  /** What is known about a station, as far as updates are concerned. */
  async stationFacts(stationUuid: string): Promise<StationFacts> {
    const [facts] = await this.dataSource.query<[StationFacts]>(
      `SELECT firmware_version AS "firmwareVersion", vendor, model, rules->>'publicUrl' AS "publicUrl"
       FROM stations WHERE id = $1`,
      [stationUuid],
    );
    return facts;
  }

  /** Whether an update is still to be sent: it may have been taken back meanwhile. */
  isWanted(id: string): Promise<boolean> {
    return this.dataSource.getRepository(FirmwareUpdate).existsBy({ id, state: 'requested' });
  }

  /** Whether something is still going on with an image. */
  async isInUse(manager: EntityManager, imageId: string): Promise<boolean> {
    const [{ used }] = await manager.query<[{ used: boolean }]>(
      `SELECT EXISTS (SELECT FROM firmware_updates u WHERE u.image_id = $1 AND u.${OPEN})
           OR EXISTS (SELECT FROM firmware_campaigns WHERE image_id = $1 AND ended_at IS NULL) AS used`,
      [imageId],
    );
    return used;
  }

  /** Takes back an update of which nothing was asked of the station. */
  async withdraw(id: string): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM firmware_updates u WHERE id = $1 AND state = 'requested'
         AND NOT EXISTS (SELECT FROM commands c WHERE c.id = u.command_id)`,
      [id],
    );
  }

  /** Reads from the commands what stations have answered, and ends what the answer ends. */
  async settle(id?: string): Promise<void> {
    const answered: Answered[] = await this.dataSource.query(
      `SELECT u.id, c.state AS "commandState", c.status, c.status_info AS "statusInfo", c.error, c.sent_at AS "sentAt"
       FROM firmware_updates u LEFT JOIN commands c ON c.id = u.command_id
       WHERE u.settled_at IS NULL AND ($1::uuid IS NULL OR u.id = $1)
         AND (c.id IS NULL AND u.requested_at < $2 OR c.state NOT IN ('queued', 'sent'))
       ORDER BY u.id`,
      [id ?? null, new Date(this.clock.now().getTime() - RECORDED_WITHIN_MS)],
    );
    for (const each of answered) await this.settleOne(each);
  }

  /**
   * Ends what a boot with the new version proves; what was not sent yet must not follow it any more.
   * [OCPP 1.6 5.19, 2.0.1 L01.FR.28]
   * @param stationUuids only of these; undefined: of all
   */
  async endByBoot(stationUuids?: string[]): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [ended]: [{ commandId: string }[], number] = await manager.query(
        `UPDATE firmware_updates u
         SET state = 'installed', failure = NULL, version_after = s.firmware_version, ended_at = $2
         FROM stations s
         WHERE s.id = u.station_id AND u.${OPEN} AND s.booted_at >= u.requested_at
           AND s.firmware_version IS DISTINCT FROM u.version_before
           AND (s.firmware_version = u.version
                OR u.version IS NULL AND u.state IN ('downloaded', 'installing') AND s.firmware_version IS NOT NULL)
           AND ($1::uuid[] IS NULL OR s.id = ANY($1))
         RETURNING u.command_id AS "commandId"`,
        [stationUuids ?? null, this.clock.now()],
      );
      await this.commands.takeBack(
        ended.map(({ commandId }) => commandId),
        manager,
      );
    });
  }

  /** Gives up what nothing was heard of. */
  async endByTime(): Promise<void> {
    await this.dataSource.query(
      `UPDATE firmware_updates
       SET state = 'timed-out', failure = 'nothing was heard of it for too long', ended_at = $1
       WHERE ${OPEN} AND deadline_at <= $1`,
      [this.clock.now()],
    );
  }

  private async settleOne({ id, commandState, status, statusInfo, error, sentAt }: Answered): Promise<void> {
    if (commandState === null) return this.withdraw(id);
    if (commandState === 'answered') return this.answered(id, status, statusInfo);
    if (error?.reason === 'call-error') return this.end(id, 'rejected', 'the station answered with an error');
    // what was sent and has no answer may be under way: the station's statuses tell, or the deadline
    if (sentAt === null) return this.end(id, 'cancelled', 'it was never sent');
    await this.dataSource.query('UPDATE firmware_updates SET settled_at = $2 WHERE id = $1', [id, this.clock.now()]);
  }

  private async answered(id: string, status: string | null, info: Record<string, unknown> | null): Promise<void> {
    const accepted = status === null || status === 'Accepted' || status === 'AcceptedCanceled';
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `UPDATE firmware_updates SET answer = $2, answer_info = $3, settled_at = $4,
           state = CASE WHEN state = 'requested' AND $5 THEN 'accepted' WHEN state = 'requested' THEN 'rejected' ELSE state END,
           failure = CASE WHEN state = 'requested' AND NOT $5 THEN $2 ELSE failure END,
           ended_at = CASE WHEN state = 'requested' AND NOT $5 THEN $4 ELSE ended_at END
         WHERE id = $1 AND settled_at IS NULL`,
        [id, status, info && JSON.stringify(info), this.clock.now(), accepted],
      );
      // [OCPP 2.0.1 L01.FR.24, L02.FR.15] a station works on one update at a time
      if (accepted) {
        await manager.query(
          `UPDATE firmware_updates o SET state = 'superseded', superseded_by = $1, ended_at = $2
           FROM firmware_updates n WHERE n.id = $1 AND o.station_id = n.station_id AND o.id < n.id AND o.${OPEN}`,
          [id, this.clock.now()],
        );
      }
    });
  }

  private async end(id: string, state: 'rejected' | 'cancelled', failure: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE firmware_updates SET settled_at = $4,
         state = CASE WHEN state = 'requested' THEN $2 ELSE state END,
         failure = CASE WHEN state = 'requested' THEN $3 ELSE failure END,
         ended_at = CASE WHEN state = 'requested' THEN $4 ELSE ended_at END
       WHERE id = $1`,
      [id, state, failure, this.clock.now()],
    );
  }
}

/**
 * The image, which neither disappears (`read`) nor is taken into use (`write`) until the transaction ends.
 * @throws UnknownError `firmware-image-unknown`
 */
export async function lockImage(
  manager: EntityManager,
  id: string,
  lock: 'pessimistic_read' | 'pessimistic_write',
): Promise<FirmwareImage> {
  const image = await manager.findOne(FirmwareImage, { where: { id }, lock: { mode: lock } });
  if (!image || image.deletedAt) throw imageUnknown(id);
  return image;
}
