import { Injectable } from '@nestjs/common';
import type { Session } from './session.js';

/** The clock of the machine that PostgreSQL runs on: a second opinion on what is old. */
@Injectable()
export class DatabaseClock {
  async now(session: Session): Promise<Date> {
    const [{ now }] = (await session.rows('SELECT now()')) as [{ now: Date }];
    return now;
  }
}
