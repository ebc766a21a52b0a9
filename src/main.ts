import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { setupApp } from './app.setup.js';
import { StartError } from './common/start-error.js';
import type { Config } from './config/config.js';
import { ConfigError, loadEnvFile, readConfig } from './config/read-config.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './database/embedded-postgres.js';
import { AppLogger } from './logging/app-logger.js';
import { startBanner } from './start-banner.js';

const logger = new Logger('TAU');
let embedded: EmbeddedPostgres | undefined;
let app: NestExpressApplication | undefined;
let stopping = false;

/** Sessions and requests first, then the pool, the database last. A second signal does not wait. */
async function stop(exitCode: number): Promise<void> {
  if (stopping) process.exit(exitCode || 1);
  stopping = true;
  await app?.close().catch((error: unknown) => logger.error(error));
  await embedded?.stop();
  process.exit(exitCode);
}

async function withDatabase(config: Config): Promise<Config> {
  if (config.database.url) return config;
  embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, report: (message) => logger.warn(message) });
  return { ...config, database: { ...config.database, url: embedded.url } };
}

async function start(): Promise<void> {
  loadEnvFile();
  const config = await withDatabase(readConfig(process.env));
  if (stopping) return;
  app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(AppLogger, { strict: false }));
  await setupApp(app).listen(config.http.port, config.http.host);
  logger.log(startBanner(config, await app.getUrl()));
}

/** What to say about a start that failed: a sentence where we know the cause, else everything. */
function explain(error: unknown): string {
  if (error instanceof StartError || error instanceof ConfigError) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Stop what uses it, or set PORT to another one.`;
  if (code === 'EACCES' && port !== undefined)
    return `This user may not listen on port ${port}. Set PORT to one above 1023.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

process.on('SIGTERM', () => void stop(0));
process.on('SIGINT', () => void stop(0));
// A forgotten rejection leaves every other request and session whole, so cutting them all off would do more harm.
process.on('unhandledRejection', (error) => logger.error(error, 'Unhandled rejection'));
// After an uncaught exception anything may be half done: stop in order, and let the supervisor start afresh.
process.on('uncaughtException', (error) => {
  logger.fatal(error, 'Uncaught exception');
  void stop(1);
});

start().catch((error: unknown) => {
  process.stderr.write(`\nTAU cannot start. ${explain(error)}\n\n`);
  void stop(1);
});
