import './garbage-collection.js';
import { Logger, type INestApplication } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import { Shutdown } from './common/shutdown.js';
import type { Config } from './config/config.js';
import { loadEnvFile, readConfig } from './config/read-config.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './database/embedded-postgres.js';
import { startBanner } from './start-banner.js';
import { explainStartFailure } from './start-failure.js';

/** Beyond the window over which connections are closed: until what still runs when TAU is stopped is cut off. */
const LONGEST_CLOSE_MS = 15_000;

const logger = new Logger('TAU');
let embedded: EmbeddedPostgres | undefined;
let app: INestApplication | undefined;
let drainMs = 0;
let stopping = false;

async function withDatabase(config: Config): Promise<Config> {
  if (config.database.url) return config;
  embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, report: (message) => logger.warn(message) });
  return { ...config, database: { ...config.database, url: embedded.url } };
}

async function start(): Promise<void> {
  loadEnvFile();
  // the application's code is read while the database makes its files
  const code = import('./application.js');
  code.catch(() => undefined);
  const config = await withDatabase(readConfig(process.env));
  drainMs = config.http.drainSeconds * 1000;
  const { createApplication } = await code;
  if (stopping) return;
  app = await createApplication(config);
  await app.listen(config.http.port, config.http.host);
  logger.log(startBanner(config, await app.getUrl(), embedded !== undefined));
}

const starting = start();

/**
 * Sessions and requests first, then the pool, the database last. A second signal does not wait.
 * @param spread whether the stations are sent away one after another, or all at once because a person waits
 */
async function stop(exitCode: number, spread: boolean): Promise<void> {
  if (stopping) process.exit(exitCode || 1);
  stopping = true;
  await starting.catch(() => undefined); // what is half started could not be stopped
  if (app) logger.log(spread ? `Stopping: stations are sent away within ${drainMs / 1000} s` : 'Stopping');
  // readiness ends with this, before anything is taken down
  app?.get(Shutdown, { strict: false }).begin({ spread });
  const closed = app?.close().catch((error: unknown) => logger.error(error));
  await Promise.race([closed, wait(drainMs + LONGEST_CLOSE_MS)]);
  await embedded?.stop();
  if (app) logger.log('Stopped');
  process.exit(exitCode);
}

process.on('SIGTERM', () => void stop(0, true));
process.on('SIGINT', () => void stop(0, false));
// A forgotten rejection leaves every other request and session whole, so cutting them all off would do more harm.
process.on('unhandledRejection', (error) => logger.error('Unhandled rejection', { err: error }));
// After an uncaught exception anything may be half done: stop in order, and let the supervisor start afresh.
process.on('uncaughtException', (error) => {
  logger.fatal(error, 'Uncaught exception');
  void stop(1, false);
});

starting.catch((error: unknown) => {
  process.stderr.write(`\nTAU cannot start. ${explainStartFailure(error)}\n\n`);
  void stop(1, false);
});
