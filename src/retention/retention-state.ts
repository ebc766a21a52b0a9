import { Injectable } from '@nestjs/common';
import type { Session } from './session.js';

/** What the housekeeping remembers from one run to the next, whichever process does it. */
@Injectable()
export class RetentionState {
  async read<T>(session: Session, name: 'clock' | 'measuring-messages'): Promise<T | undefined> {
    const [note] = await session.rows<{ value: T }>('SELECT value FROM retention_notes WHERE name = $1', [name]);
    return note?.value;
  }

  async write(session: Session, name: 'clock' | 'measuring-messages', value: unknown): Promise<void> {
    await session.rows(
      `INSERT INTO retention_notes (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value`,
      [name, JSON.stringify(value)],
    );
  }
}
