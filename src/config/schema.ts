import { z } from 'zod';
import { OCPP_VERSIONS, type OcppVersion } from '../ocpp/index.js';

/** A number as text, within bounds. */
const numberWithin = (min: number, max: number) => {
  const expected = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, expected)
    .transform(Number)
    .refine((n) => n >= min && n <= max, expected);
};

const whole = (min: number, max: number, initial: number) => numberWithin(min, max).default(initial);

const flag = (initial: boolean) =>
  z
    .enum(['true', 'false', '1', '0'], 'true or false')
    .transform((text) => text === 'true' || text === '1')
    .default(initial);

const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, `one of ${values.join(', ')}`);

const url = (protocol: RegExp, example: string) => z.url({ protocol, error: `a URL such as ${example}` }).optional();

const versions = z
  .string()
  .transform((text) => text.split(',').map((version) => version.trim()))
  .refine(
    (list): list is OcppVersion[] => list.every((version) => (OCPP_VERSIONS as readonly string[]).includes(version)),
    `a list such as ${OCPP_VERSIONS.join(',')}`,
  )
  .default([...OCPP_VERSIONS]);

/** Files, separated by commas. */
const files = z
  .string()
  .transform((text) => text.split(',').map((file) => file.trim()))
  .refine((list) => !list.includes(''), 'a list of files, separated by commas')
  .optional();

/** What the URLs of files may begin with that stations are told to deliver elsewhere. */
export const UPLOAD_SCHEMES = ['https', 'http', 'ftps', 'ftp', 'sftp'] as const;

const uploadSchemes = z
  .string()
  .transform((text) => text.split(',').map((scheme) => scheme.trim()))
  .refine(
    (list) => list.every((scheme) => (UPLOAD_SCHEMES as readonly string[]).includes(scheme)),
    `a list such as ${UPLOAD_SCHEMES.join(',')}`,
  )
  .default([...UPLOAD_SCHEMES]);

const LONG_SECRET = '32 or more characters; `openssl rand -hex 32` makes one';

const VARIABLES = z.object({
  HOST: z.string().default('0.0.0.0'),
  PORT: whole(0, 65_535, 3000),
  PUBLIC_URL: url(/^https?$/, 'https://csms.example.com'),
  DRAIN_SECONDS: whole(0, 3600, 20),

  TLS_PORT: numberWithin(0, 65_535).optional(),
  TLS_CERT_FILES: files,
  TLS_KEY_FILES: files,
  TLS_HANDSHAKE_TIMEOUT_SECONDS: whole(1, 120, 5),

  DATA_DIR: z.string().default('data'),

  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/tau'),
  DATABASE_POOL: whole(1, 100, 8),

  RETENTION_MESSAGES_DAYS: whole(0, 36_500, 30),
  RETENTION_METER_VALUES_DAYS: whole(0, 36_500, 400),
  RETENTION_COMMANDS_DAYS: whole(0, 36_500, 400),
  RETENTION_LOGS_DAYS: whole(0, 36_500, 90),

  ADMIN_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{32,200}$/, `${LONG_SECRET} (no spaces)`)
    .optional(),
  SECRET_KEY: z.string().min(32, LONG_SECRET).optional(),

  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
  LOG_FORMAT: oneOf('pretty', 'json').optional(),

  OCPP_VERSIONS: versions,
  OCPP_SUBPROTOCOL_MISMATCH: oneOf('refuse', 'close').default('refuse'),
  OCPP_HIDE_UNKNOWN: flag(false),
  OCPP_CALL_TIMEOUT_SECONDS: whole(1, 600, 30),
  OCPP_MAX_FRAME_BYTES: whole(16_384, 67_108_864, 1_048_576),
  OCPP_HEARTBEAT_INTERVAL_SECONDS: whole(10, 86_400, 300),
  OCPP_PENDING_INTERVAL_SECONDS: whole(10, 86_400, 60),
  OCPP_HOLD_SECONDS: whole(0, 3600, 60),
  OCPP_PING_INTERVAL_SECONDS: whole(0, 3600, 20),
  OCPP_MAX_FAILED_AUTHENTICATIONS: whole(1, 10_000, 10),
  OCPP_MAX_RECONNECTS: whole(1, 100_000, 60),
  OCPP_ANSWER_BOUND_SECONDS: whole(1, 600, 20),

  AUTHORIZATION_POLICY: oneOf('registered-tokens', 'accept-all').default('registered-tokens'),
  AUTHORIZATION_CALLBACK_URL: url(/^https?$/, 'https://example.com/authorize'),
  AUTHORIZATION_CALLBACK_TIMEOUT_MS: whole(100, 25_000, 2000),
  AUTHORIZATION_CALLBACK_FALLBACK: oneOf('local', 'refuse', 'accept').default('local'),
  AUTHORIZATION_CONCURRENT_TRANSACTIONS: oneOf('allowed', 'refused').default('allowed'),

  TRANSACTION_SILENT_MINUTES: whole(0, 525_600, 60),
  TRANSACTION_STALE_HOURS: whole(0, 87_600, 48),
  TRANSACTION_AWAY_HOURS: whole(0, 87_600, 168),
  TRANSACTION_AVAILABLE_MINUTES: whole(0, 525_600, 15),

  LOG_MAX_BYTES: whole(1, 10_737_418_240, 104_857_600),
  LOG_REQUEST_HOURS: whole(1, 8760, 24),
  LOG_UPLOAD_SCHEMES: uploadSchemes,

  FIRMWARE_MAX_BYTES: whole(1, 10_737_418_240, 536_870_912),
  FIRMWARE_UPDATE_HOURS: whole(1, 8760, 24),
});

/** TLS is served with certificates and their keys, or not at all; half of it would be a surprise. */
function tlsIsWhole(e: z.output<typeof VARIABLES>, context: z.RefinementCtx<z.output<typeof VARIABLES>>): void {
  const fault = (name: keyof typeof e, message: string): void =>
    void context.addIssue({ code: 'custom', path: [name], message });
  const { TLS_PORT: port, TLS_CERT_FILES: certFiles, TLS_KEY_FILES: keyFiles } = e;
  if (port === undefined) {
    if (certFiles || keyFiles) fault('TLS_PORT', 'set, since there are certificate files, which it alone serves');
  } else if (!certFiles) {
    fault('TLS_CERT_FILES', 'set to one or more certificate files, since TLS_PORT is set');
  } else if (keyFiles?.length !== certFiles.length) {
    fault('TLS_KEY_FILES', 'as many files as TLS_CERT_FILES, in the same order');
  }
}

/**
 * Every environment variable that TAU reads, what it may hold and its default. `.env.example` explains them to
 * operators; a test keeps the two together.
 */
export const ENVIRONMENT = VARIABLES.superRefine(tlsIsWhole);
