import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { decodeCursor, pageOf } from '../../common/pagination.js';
import { UnknownError } from '../../common/problems.js';
import { isUuid } from '../../common/uuid.js';
import { newestFirst } from '../../database/newest-first.js';
import type {
  BulkCommandPage,
  BulkCommandQuery,
  BulkCommandView,
  BulkProgress,
  BulkStationPage,
  BulkStationQuery,
  BulkStationView,
} from '../dto/bulk-command.dto.js';
import { BulkCommand } from '../entities/bulk-command.entity.js';

interface Count {
  id: string;
  state: 'pending' | 'asking' | 'asked' | 'refused' | 'cancelled';
  command_state: string | null;
  status: string | null;
  count: number;
}

const COUNTS = `
  SELECT b.bulk_command_id AS id, b.state, c.state AS command_state, c.status, count(*)::int AS count
  FROM bulk_command_stations b LEFT JOIN commands c ON c.id = b.command_id
  WHERE b.bulk_command_id = ANY($1::uuid[]) GROUP BY 1, 2, 3, 4 ORDER BY 3, 4`;

const STATIONS = `
  SELECT b.position, s.station_id AS "stationId", b.state, b.command_id AS "commandId", c.state AS "commandState",
         c.status, b.problem
  FROM bulk_command_stations b JOIN stations s ON s.id = b.station_id LEFT JOIN commands c ON c.id = b.command_id
  WHERE b.bulk_command_id = $1 AND b.position > $2 AND ($3::text IS NULL OR b.state = $3)
  ORDER BY b.position LIMIT $4`;

const isPosition = (text: string): boolean => /^\d{1,9}$/.test(text);

/** Shows bulk commands and how far they are. */
@Injectable()
export class BulkCommandReader {
  constructor(@InjectRepository(BulkCommand) private readonly bulks: Repository<BulkCommand>) {}

  /** Throws 404 `bulk-command-unknown`. */
  async read(id: string): Promise<BulkCommandView> {
    const bulk = isUuid(id) ? await this.bulks.findOneBy({ id }) : null;
    if (!bulk) throw new UnknownError('bulk-command', id, 'See GET /bulk-commands.');
    return (await this.toViews([bulk]))[0]!;
  }

  /** Newest first. */
  async list({ state, ...page }: BulkCommandQuery): Promise<BulkCommandPage> {
    const query = this.bulks.createQueryBuilder('b');
    if (state) query.where('b.state = :state', { state });
    const { items, nextCursor } = await newestFirst(query, page);
    return { items: await this.toViews(items), nextCursor };
  }

  /** Its stations in the order in which they are asked. Throws 404 `bulk-command-unknown`. */
  async stations(id: string, { limit, cursor, state }: BulkStationQuery): Promise<BulkStationPage> {
    await this.read(id);
    const [after = '0'] = decodeCursor(cursor, isPosition) ?? [];
    const rows: (BulkStationView & { position: number })[] = await this.bulks.query(STATIONS, [
      id,
      after,
      state ?? null,
      limit + 1,
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ position }) => [String(position)]);
    return { items: items.map(({ position: _position, ...view }) => view), nextCursor };
  }

  private async toViews(bulks: readonly BulkCommand[]): Promise<BulkCommandView[]> {
    const counts: Count[] = await this.bulks.query(COUNTS, [bulks.map(({ id }) => id)]);
    return bulks.map((bulk) => ({
      bulkCommandId: bulk.id,
      state: bulk.state,
      note: bulk.note,
      filter: bulk.filter,
      method: bulk.method,
      path: bulk.path,
      whenOffline: bulk.whenOffline,
      ttlSeconds: bulk.ttlSeconds,
      concurrency: bulk.concurrency,
      operator: bulk.operatorName,
      progress: progressOf(counts.filter(({ id }) => id === bulk.id)),
      createdAt: bulk.createdAt,
      finishedAt: bulk.finishedAt,
    }));
  }
}

function progressOf(counts: readonly Count[]): BulkProgress {
  const progress = { total: 0, pending: 0, asking: 0, asked: 0, refused: 0, cancelled: 0 };
  const commands: Record<string, number> = {};
  const statuses: Record<string, number> = {};
  for (const { state, command_state, status, count } of counts) {
    progress.total += count;
    progress[state] += count;
    if (command_state !== null) commands[command_state] = (commands[command_state] ?? 0) + count;
    if (status !== null) statuses[status] = (statuses[status] ?? 0) + count;
  }
  return { ...progress, commands, statuses };
}
