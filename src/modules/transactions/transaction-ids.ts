import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const BLOCK = 256;
const RANGE = 0x7fffffff;
// odd, so that multiplying by it visits every number of 31 bits once before one comes again
const STRIDE = 0x3c6ef372 | 1;

/** The transaction id that belongs to a number of the sequence: positive, 31 bits, without telling how many there are. */
export const scatter = (n: number): number => Math.imul(n, STRIDE) & RANGE;

/**
 * Transaction ids for OCPP 1.6, where the CSMS gives them: unique over all stations, positive 32-bit integers. They
 * grant nothing: every id from a station is looked up together with that station.
 */
@Injectable()
export class TransactionIds {
  private block: number[] = [];

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes `count` ids; a block at a time comes from the sequence, what is left after a restart is skipped.
   */
  async take(count: number): Promise<number[]> {
    while (this.block.length < count) {
      const rows = await this.dataSource.query<{ n: string }[]>(
        `SELECT nextval('ocpp16_transaction_ids') AS n FROM generate_series(1, $1)`,
        [Math.max(BLOCK, count)],
      );
      this.block.push(...rows.map(({ n }) => scatter(Number(n))).filter((id) => id > 0));
    }
    return this.block.splice(0, count);
  }
}
