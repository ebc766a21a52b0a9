import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Config } from './config.js';
import { ENVIRONMENT } from './schema.js';

/** The environment does not say what TAU needs; the message names each bad variable and what it should hold. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(['The configuration is not usable:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** Adds what a `.env` file in the working directory says; variables that are set already win. */
export function loadEnvFile(directory = process.cwd()): void {
  const file = path.join(directory, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * The configuration that an environment describes. Unknown variables are none of our business; empty ones count as
 * not set.
 * @throws ConfigError naming every variable that cannot be used
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = ENVIRONMENT.safeParse(given);
  // values are left out of the message: some are secrets
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path: [name], message }) => `${String(name)} must be ${message}`));
  }
  const e = parsed.data;
  return {
    http: { host: e.HOST, port: e.PORT, publicUrl: e.PUBLIC_URL, drainSeconds: e.DRAIN_SECONDS },
    tls:
      e.TLS_PORT === undefined
        ? undefined
        : {
            port: e.TLS_PORT,
            certFiles: e.TLS_CERT_FILES!.map((file) => path.resolve(file)),
            keyFiles: e.TLS_KEY_FILES!.map((file) => path.resolve(file)),
            handshakeTimeoutSeconds: e.TLS_HANDSHAKE_TIMEOUT_SECONDS,
          },
    dataDir: path.resolve(e.DATA_DIR),
    database: { url: e.DATABASE_URL, poolSize: e.DATABASE_POOL },
    retention: {
      messagesDays: e.RETENTION_MESSAGES_DAYS,
      meterValuesDays: e.RETENTION_METER_VALUES_DAYS,
      commandsDays: e.RETENTION_COMMANDS_DAYS,
      logsDays: e.RETENTION_LOGS_DAYS,
    },
    adminApiKey: e.ADMIN_API_KEY,
    secretKey: e.SECRET_KEY,
    log: { level: e.LOG_LEVEL, format: e.LOG_FORMAT ?? (process.stdout.isTTY ? 'pretty' : 'json') },
    ocpp: {
      versions: e.OCPP_VERSIONS,
      subprotocolMismatch: e.OCPP_SUBPROTOCOL_MISMATCH,
      hideUnknown: e.OCPP_HIDE_UNKNOWN,
      callTimeoutSeconds: e.OCPP_CALL_TIMEOUT_SECONDS,
      maxFrameBytes: e.OCPP_MAX_FRAME_BYTES,
      heartbeatIntervalSeconds: e.OCPP_HEARTBEAT_INTERVAL_SECONDS,
      pendingIntervalSeconds: e.OCPP_PENDING_INTERVAL_SECONDS,
      holdSeconds: e.OCPP_HOLD_SECONDS,
      pingIntervalSeconds: e.OCPP_PING_INTERVAL_SECONDS,
      maxFailedAuthentications: e.OCPP_MAX_FAILED_AUTHENTICATIONS,
      maxReconnects: e.OCPP_MAX_RECONNECTS,
      answerBoundSeconds: e.OCPP_ANSWER_BOUND_SECONDS,
    },
    authorization: {
      policy: e.AUTHORIZATION_POLICY,
      callbackUrl: e.AUTHORIZATION_CALLBACK_URL,
      callbackTimeoutMs: e.AUTHORIZATION_CALLBACK_TIMEOUT_MS,
      callbackFallback: e.AUTHORIZATION_CALLBACK_FALLBACK,
      concurrentTransactions: e.AUTHORIZATION_CONCURRENT_TRANSACTIONS,
    },
    transactions: {
      silentMinutes: e.TRANSACTION_SILENT_MINUTES,
      staleHours: e.TRANSACTION_STALE_HOURS,
      awayHours: e.TRANSACTION_AWAY_HOURS,
      availableMinutes: e.TRANSACTION_AVAILABLE_MINUTES,
    },
    logs: { maxBytes: e.LOG_MAX_BYTES, requestHours: e.LOG_REQUEST_HOURS, uploadSchemes: e.LOG_UPLOAD_SCHEMES },
    firmware: { maxBytes: e.FIRMWARE_MAX_BYTES, updateHours: e.FIRMWARE_UPDATE_HOURS },
  };
}
