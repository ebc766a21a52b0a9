import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A stored transaction, by what tells which request to start it came of. */
export interface StartedTransaction {
  readonly id: string;
  readonly remoteStartId: number | null;
  readonly tokenKey: string | null;
  readonly evseId: number | null;
  /** When its first message arrived here. */
  readonly receivedAt: Date;
  /** The command that it is known to have come of. */
  readonly commandId: string | null;
}

/** What stations have begun lately. */
@Injectable()
export class StartedTransactions {
  constructor(private readonly dataSource: DataSource) {}

  /** The transactions of a station that were first heard of since then, oldest first. */
  since(stationUuid: string, since: Date): Promise<StartedTransaction[]> {
    return this.dataSource.query(
      `SELECT id, remote_start_id AS "remoteStartId", token_key AS "tokenKey", evse_id AS "evseId",
         created_at AS "receivedAt", command_id AS "commandId"
       FROM transactions WHERE station_id = $1 AND created_at >= $2 ORDER BY created_at`,
      [stationUuid, since],
    );
  }
}
