import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { apiKeyRevoked, toldOf } from './command-problems.js';

const TAKE_BACK = `
  WITH taken AS (
    UPDATE commands c
    SET state = 'cancelled', error = '{"reason":"api-key-revoked"}', waits_for = NULL, sealed_asking = NULL
    FROM api_keys k
    WHERE c.state = 'queued' AND k.id = c.operator_id AND k.revoked_at IS NOT NULL
    RETURNING c.route, c.station_id
  ), told AS (
    UPDATE bulk_command_stations b SET problem = $2::json
    FROM taken t JOIN bulk_commands u ON t.route = $1::text || u.id::text
    WHERE b.bulk_command_id = u.id AND b.station_id = t.station_id
  )
  SELECT count(*)::int AS count FROM taken`;

/** What operators asked whose API key was revoked since, by this process or another. */
@Injectable()
export class RevokedKeys {
  private readonly logger = new Logger(RevokedKeys.name);

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes back all that was not sent yet, alone or as part of a bulk command: whoever has the key must not go on by what
   * they left behind.
   * @param bulkRoutes what comes before the id of a bulk command in the route of its commands
   */
  async takeBack(bulkRoutes: string): Promise<void> {
    const told = JSON.stringify(toldOf(apiKeyRevoked()));
    const [{ count }] = (await this.dataSource.query(TAKE_BACK, [bulkRoutes, told])) as [{ count: number }];
    if (count > 0)
      this.logger.warn(`${count} commands that were not sent yet were cancelled: their API key was revoked`);
  }
}
