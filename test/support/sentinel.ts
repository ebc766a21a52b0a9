import type { JsonSchema } from '../../src/ocpp/messages/json-schema.js';

/** A value that was put into a message, and where. */
export interface Sentinel {
  /** `eventData.0.component.name` */
  readonly path: string;
  readonly value: string | number | boolean;
}

/** A message with every field of its schema, each with a value that is found again. */
export interface FilledMessage {
  readonly payload: Record<string, unknown>;
  readonly sentinels: Sentinel[];
}

/** Times one minute apart, all of them in the past of the clock of the test. */
const FIRST_TIME = Date.UTC(2026, 5, 1);

/**
 * Fills every field of a message. Words of an enumeration and booleans are no sentinels: they say nothing alone.
 * @param mark a small number of the message, so that its values are found in no other one
 */
export function fill(schema: JsonSchema, mark: number, fixed: Readonly<Record<string, unknown>> = {}): FilledMessage {
  const sentinels: Sentinel[] = [];
  let count = 0;

  const text = ({ maxLength = 40, format }: JsonSchema): string => {
    count += 1;
    if (format === 'date-time') return new Date(FIRST_TIME + (mark * 1440 + count) * 60_000).toISOString();
    if (format === 'uri') return `http://s${mark}x${count}.invalid/`;
    return `s${mark}x${count}y`.padEnd(Math.min(maxLength, 10), 'q').slice(0, maxLength);
  };
  const number = ({ minimum, maximum, multipleOf, type }: JsonSchema): number => {
    count += 1;
    // below 10,000, where numbers of EVSEs end
    const value = Math.max(minimum ?? 0, 0) + 1000 + mark * 100 + count;
    const bounded = maximum === undefined ? value : Math.min(value, maximum);
    return type === 'number' && multipleOf ? Math.round(bounded / multipleOf) * multipleOf : bounded;
  };

  const value = (part: JsonSchema, path: string): unknown => {
    const resolved = part.$ref ? schema.definitions![part.$ref.replace('#/definitions/', '')]! : part;
    if (path in fixed) return fixed[path];
    if (resolved.enum) return resolved.enum[0];
    if (resolved.type === 'boolean') return true;
    if (resolved.type === 'array') return [value(resolved.items!, `${path}.0`)];
    if (resolved.type === 'string' || resolved.type === 'number' || resolved.type === 'integer') {
      const leaf = resolved.type === 'string' ? text(resolved) : number(resolved);
      sentinels.push({ path, value: leaf });
      return leaf;
    }
    const entries = Object.entries(resolved.properties ?? {});
    return Object.fromEntries(entries.map(([name, inner]) => [name, value(inner, path ? `${path}.${name}` : name)]));
  };

  return { payload: value(schema, '') as Record<string, unknown>, sentinels };
}

/** Whether an answer of REST holds a value: as itself, as its text, or as the same moment. */
export const holds = (shown: string, sentinel: Sentinel['value']): boolean =>
  typeof sentinel === 'string' ? shown.includes(sentinel) : new RegExp(`(?<![\\d.])${sentinel}(?![\\d])`).test(shown);
