import { IsNull, Not, type EntityManager } from 'typeorm';
import { ApiKey } from './entities/api-key.entity.js';

/** Names what is decided about admin keys among the advisory locks. */
const LOCK = 0x7a75_0002;

/** Waits for its turn to look at the admin keys and change them; until the transaction ends nobody else can. */
export async function lockAdminKeys(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
}

/** Whether there is an admin key that lets somebody in. @param except the id of a key that does not count */
export const hasAdminKey = (manager: EntityManager, except?: string): Promise<boolean> =>
  manager.existsBy(ApiKey, { role: 'admin', revokedAt: IsNull(), ...(except && { id: Not(except) }) });
