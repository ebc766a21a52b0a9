import type { OcppVersion } from '../ocpp/index.js';

/**
 * The settings of this process: one tree, read once from the environment and validated (see schema.ts, which also
 * documents every variable). Injected as a class token.
 */
export abstract class Config {
  /** HOST, PORT, PUBLIC_URL. REST and `/ocpp/{stationId}` share the port; 0 takes a free one. */
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string | undefined;
    /** DRAIN_SECONDS: over how long a process that is told to end spreads the closing of its connections. */
    readonly drainSeconds: number;
  };
  /**
   * TLS_PORT: the same served over TLS; undefined without it. TLS_CERT_FILES and TLS_KEY_FILES: PEM files, the n-th key
   * belongs to the n-th certificate. TLS_HANDSHAKE_TIMEOUT_SECONDS: until a client that has not finished is cut off.
   */
  readonly tls:
    | {
        readonly port: number;
        readonly certFiles: readonly string[];
        readonly keyFiles: readonly string[];
        readonly handshakeTimeoutSeconds: number;
      }
    | undefined;
  /** DATA_DIR: the embedded database, the generated keys. */
  readonly dataDir: string;
  /** DATABASE_URL (undefined: the embedded PostgreSQL), DATABASE_POOL. */
  readonly database: { readonly url: string | undefined; readonly poolSize: number };
  /** Days; 0: for ever. */
  readonly retention: {
    /** RETENTION_MESSAGES_DAYS: the log of raw messages. */
    readonly messagesDays: number;
    /** RETENTION_METER_VALUES_DAYS: meter values, and the messages of transactions that hold nothing else. */
    readonly meterValuesDays: number;
    /** RETENTION_COMMANDS_DAYS: what was asked of stations. */
    readonly commandsDays: number;
    /** RETENTION_LOGS_DAYS: requests for logs, with the files that came of them. */
    readonly logsDays: number;
  };
  /** ADMIN_API_KEY: sets the first admin key; undefined: one is generated into DATA_DIR/admin-api-key. */
  readonly adminApiKey: string | undefined;
  /** SECRET_KEY: keys password hashes; undefined: generated into DATA_DIR/secret-key. */
  readonly secretKey: string | undefined;
  /** LOG_LEVEL, LOG_FORMAT. */
  readonly log: {
    readonly level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
    readonly format: 'pretty' | 'json';
  };
  readonly ocpp: {
    /** OCPP_VERSIONS: what may be negotiated at all. */
    readonly versions: readonly OcppVersion[];
    /** OCPP_SUBPROTOCOL_MISMATCH: refuse with 400 (as certification asks), or complete the handshake and close. */
    readonly subprotocolMismatch: 'refuse' | 'close';
    /** OCPP_HIDE_UNKNOWN: answer 401 instead of 404 to identities that are not registered. */
    readonly hideUnknown: boolean;
    /** OCPP_CALL_TIMEOUT_SECONDS: until a CALL of ours counts as unanswered. */
    readonly callTimeoutSeconds: number;
    /** OCPP_MAX_FRAME_BYTES */
    readonly maxFrameBytes: number;
    /** OCPP_HEARTBEAT_INTERVAL_SECONDS: given to stations at boot, with jitter of a fifth either way. */
    readonly heartbeatIntervalSeconds: number;
    /** OCPP_PENDING_INTERVAL_SECONDS: until a station that is Pending or Rejected boots again. */
    readonly pendingIntervalSeconds: number;
    /** OCPP_HOLD_SECONDS: that a message is held, unanswered, while the database is away. */
    readonly holdSeconds: number;
    /** OCPP_PING_INTERVAL_SECONDS: a station silent for two of them is cut off at the third; 0 turns pings off. */
    readonly pingIntervalSeconds: number;
    /** OCPP_MAX_FAILED_AUTHENTICATIONS per minute, address and identity; then 429. */
    readonly maxFailedAuthentications: number;
    /** OCPP_MAX_RECONNECTS of one station per minute, a sixth of them within one second; then 429. */
    readonly maxReconnects: number;
    /** OCPP_ANSWER_BOUND_SECONDS: until a CALL that is about no transaction is answered with InternalError. */
    readonly answerBoundSeconds: number;
  };
  readonly authorization: {
    /** AUTHORIZATION_POLICY: only tokens that are registered, or every token that is not blocked or expired. */
    readonly policy: 'registered-tokens' | 'accept-all';
    /** AUTHORIZATION_CALLBACK_URL: the operator's own decision about tokens; undefined: none. */
    readonly callbackUrl: string | undefined;
    /** AUTHORIZATION_CALLBACK_TIMEOUT_MS */
    readonly callbackTimeoutMs: number;
    /** AUTHORIZATION_CALLBACK_FALLBACK: what holds when the callback fails: our own tables, or a refusal, or acceptance. */
    readonly callbackFallback: 'local' | 'refuse' | 'accept';
    /** AUTHORIZATION_CONCURRENT_TRANSACTIONS: for tokens whose group says nothing. */
    readonly concurrentTransactions: 'allowed' | 'refused';
  };
  /** How long it takes until TAU doubts that a transaction still runs. 0: never. */
  readonly transactions: {
    /** TRANSACTION_SILENT_MINUTES: then the station is asked after it (2.0 and later). */
    readonly silentMinutes: number;
    /** TRANSACTION_STALE_HOURS: silent for so long while the station is connected, it is closed. */
    readonly staleHours: number;
    /** TRANSACTION_AWAY_HOURS: with the station away for so long, it is closed. */
    readonly awayHours: number;
    /** TRANSACTION_AVAILABLE_MINUTES: with its connector available for so long, it is closed. */
    readonly availableMinutes: number;
  };
  readonly logs: {
    /** LOG_MAX_BYTES: the largest log that is taken from a station. */
    readonly maxBytes: number;
    /** LOG_REQUEST_HOURS: after so long without a word a request for a log is given up; its URL works as long. */
    readonly requestHours: number;
    /** LOG_UPLOAD_SCHEMES: of the URLs to which stations may be told to upload elsewhere. */
    readonly uploadSchemes: readonly string[];
  };
  readonly firmware: {
    /** FIRMWARE_MAX_BYTES: the largest image that is kept. */
    readonly maxBytes: number;
    /** FIRMWARE_UPDATE_HOURS: without a word about it for so long, an update is given up and its URL ends. */
    readonly updateHours: number;
  };
}
