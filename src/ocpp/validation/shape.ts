import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { schemaOf } from '../messages/schemas.js';
import { type JsonSchema, type MessageDirection, visitSchemas } from '../messages/json-schema.js';
import type { OcppVersion } from '../versions.js';
import type { Violation } from './error-codes.js';
import { readDateTime, readTimestamp } from './timestamps.js';

/** A message's schema and the validator that was compiled from it. */
export interface Shape {
  readonly schema: JsonSchema;
  readonly accepts: ValidateFunction;
}

/**
 * A shape is compiled when stations wait for an answer, after a restart all of them: so nothing that makes this longer.
 * Ajv's own optimizer does nothing that V8 does not, and that the schemas are schemas is left to a test.
 */
const QUICKLY = { validateSchema: false, meta: false, code: { optimize: false } } as const;

// multipleOf: 0.1 is no binary fraction
const OPTIONS = { strict: false, multipleOfPrecision: 3, ...QUICKLY } as const;

/** The format of times at which something happened; it cannot be in the future, unlike the end of a validity. */
export const EVENT_TIME = 'event-time';
const EVENT_FIELDS = ['timestamp', 'generatedAt'];

// Ajv hands a format nothing but the text; validation is synchronous, so that the time of receipt can wait here
let now = new Date(0);

const fromStation = new Ajv(OPTIONS)
  .addFormat(EVENT_TIME, (text) => readTimestamp(text, now).rule === undefined)
  .addFormat('date-time', (text) => isProper(readDateTime(text)))
  .addFormat('uri', URL.canParse);

// [OCPP 2.0.1 part 2, 2.1.4] at most three digits of a second; old stations understand no other offset than Z
const fromCsms = new Ajv(OPTIONS)
  .addFormat('date-time', (text) => /^\d{4}-.*:\d\d(\.\d{1,3})?Z$/.test(text) && isProper(readDateTime(text)))
  .addFormat('uri', URL.canParse);

const isProper = (read: ReturnType<typeof readDateTime>) => read !== undefined && read.rule === undefined;

/** Whether a station's payload needs no leniency at all. */
export function accepts(shape: Shape, payload: unknown, receivedAt: Date): boolean {
  now = receivedAt;
  return shape.accepts(payload);
}

/** Finds shapes and compiles each on its first use: compiling all would cost most of a second at the start. */
function shapes(compile: (schema: JsonSchema) => Shape) {
  const found = new Map<string, Shape | undefined>();
  return (version: OcppVersion, action: string, direction: MessageDirection): Shape | undefined => {
    const key = `${version} ${direction} ${action}`;
    const known = found.get(key);
    if (known) return known;
    const schema = schemaOf(version, action, direction);
    const shape = schema && compile(schema);
    if (shape) found.set(key, shape);
    return shape;
  };
}

/** How a message from a station should look. */
export const stationShape = shapes((schema) => {
  const inbound = structuredClone(schema);
  visitSchemas(inbound, ({ properties = {} }) => {
    for (const field of EVENT_FIELDS) if (properties[field]?.format) properties[field].format = EVENT_TIME;
  });
  return { schema: inbound, accepts: fromStation.compile(inbound) };
});

/** How a message of ours must look. */
export const ourShape = shapes((schema) => ({ schema, accepts: fromCsms.compile(schema) }));

/** What Ajv complained about first. */
export function firstViolation({ errors }: ValidateFunction): Violation {
  const { keyword, instancePath, params } = errors![0] as ErrorObject<string, Record<string, unknown>>;
  const child = params['missingProperty'] ?? params['additionalProperty'];
  const path = `${instancePath}${child === undefined ? '' : `/${String(child)}`}`;
  return {
    keyword,
    path: path
      .slice(1)
      .replaceAll(/\/(\d+)/g, '[$1]')
      .replaceAll('/', '.'),
  };
}
