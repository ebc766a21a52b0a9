import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TokenKeys } from './token-keys.js';
import { withoutParameters } from './without-parameters.js';

/** Hides the PIN codes that a TAU of before kept as they are: only with SECRET_KEY can that be done, so not by a migration. */
@Injectable()
export class PlainPinCodes implements OnApplicationBootstrap {
  private readonly logger = new Logger(PlainPinCodes.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: TokenKeys,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const plain: { id: string; value: string }[] = await this.dataSource.query(
      `SELECT id, value FROM id_tokens WHERE type = 'KeyCode' AND value IS NOT NULL`,
    );
    for (const { id, value } of plain) {
      const key = this.keys.newest({ value, type: 'KeyCode' });
      await withoutParameters(
        this.dataSource.query(`UPDATE id_tokens SET value = NULL, token_key = $2 WHERE id = $1`, [id, key]),
      );
    }
    if (plain.length > 0) this.logger.log(`${plain.length} PIN codes are kept as digests from now on`);
  }
}
