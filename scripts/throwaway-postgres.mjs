import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * An embedded PostgreSQL in a temporary folder, for checks and tests: fast, and gone afterwards. Needs a build.
 * @param more settings beyond these
 */
export async function throwawayPostgres(more = {}) {
  const { startEmbeddedPostgres } = await import('../dist/database/embedded-postgres.js');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tau-throwaway-'));
  chmodSync(dataDir, 0o711); // as root, PostgreSQL runs as somebody else, who has to get in
  const settings = {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_connections: '300',
    ...more,
  };
  const postgres = await startEmbeddedPostgres({ dataDir, settings });
  return {
    url: postgres.url,
    close: async () => {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
