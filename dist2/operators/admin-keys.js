import { IsNull, Not } from 'typeorm';
import { LOCKS } from '../database/advisory-locks.js';
import { ApiKey } from './entities/api-key.entity.js';
/** Waits for its turn to look at the admin keys and change them; until the transaction ends nobody else can. */
export async function lockAdminKeys(manager) {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.adminKey]);
}
/** Whether there is an admin key that lets somebody in. @param except the id of a key that does not count */
export const hasAdminKey = (manager, except) => manager.existsBy(ApiKey, { role: 'admin', revokedAt: IsNull(), ...(except && { id: Not(except) }) });
//# sourceMappingURL=admin-keys.js.map