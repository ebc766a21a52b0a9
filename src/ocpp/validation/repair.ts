import type { JsonSchema } from '../messages/json-schema.js';
import type { Violation } from './error-codes.js';
import { Draft, type JsonObject } from './draft.js';
import { keptLabel, spelledValue } from './listed-values.js';
import { EVENT_TIME } from './shape.js';
import { readDateTime, readTimestamp } from './timestamps.js';

/** How far a payload may be repaired. */
export interface Repairs {
  readonly receivedAt: Date;
  /** Names of leniency rules that must not be applied. */
  readonly disabledRules: readonly string[];
  /**
   * Set for messages that carry billing data: only these fields can make the payload unusable, everything else is
   * dropped where it cannot be repaired.
   */
  readonly essential?: readonly string[];
}

export type Repaired =
  | {
      readonly ok: true;
      readonly payload: Record<string, unknown>;
      readonly rules: readonly string[];
      readonly needsReview: boolean;
    }
  | { readonly ok: false; readonly violation: Violation };

/** Stands for a value that no rule could mend. */
const BROKEN = Symbol('broken');

/** Amounts, for which a rounded decimal says the same; ids are not among them. */
const QUANTITIES = new Set(['meterStart', 'meterStop', 'cableMaxCurrent', 'timeSpentCharging', 'numberOfPhasesUsed']);
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const MULTIPLE_TOLERANCE = 1e-3;

/**
 * Applies the named leniency rules where a payload breaks its schema. One walk along the schema; with every rule
 * disabled it accepts exactly what the schema accepts. The payload itself is never changed: what differs is copied.
 */
export function repair(schema: JsonSchema, payload: unknown, repairs: Repairs): Repaired {
  return new Walk(schema, repairs).result(payload);
}

class Walk {
  private readonly rules = new Set<string>();
  private readonly salvaging: boolean;
  private needsReview = false;
  /** The latest; where the whole payload is broken, the one that broke it. */
  private violation: Violation = { keyword: 'type', path: '' };

  constructor(
    private readonly root: JsonSchema,
    private readonly repairs: Repairs,
  ) {
    this.salvaging = repairs.essential !== undefined;
  }

  result(payload: unknown): Repaired {
    const repaired = this.object(this.root, payload, '');
    if (repaired === BROKEN) return { ok: false, violation: this.violation };
    return { ok: true, payload: repaired, rules: [...this.rules], needsReview: this.needsReview };
  }

  private value(given: JsonSchema, value: unknown, path: string, name: string): unknown {
    const schema = this.resolve(given);
    switch (schema.type) {
      case 'object':
        return this.object(schema, value, path);
      case 'array':
        return this.list(schema, value, path, name);
      case 'string':
        return this.text(schema, value, path, name);
      case 'number':
      case 'integer':
        return this.number(schema, value, path, name);
      case 'boolean':
        return this.boolean(value, path);
      default:
        return value;
    }
  }

  private object(schema: JsonSchema, given: unknown, path: string): JsonObject | typeof BROKEN {
    const value = this.isLoneItem(given) ? given[0] : given;
    if (!isObject(value)) return this.broken('type', path);
    const result = new Draft(value);
    for (const [name, child] of Object.entries(value)) {
      const at = path === '' ? name : `${path}.${name}`;
      const known = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
      if (!known) {
        if (schema.additionalProperties !== false) continue;
        if (!this.mayForgive('extra-property')) return this.broken('additionalProperties', at);
        result.drop(name);
        continue;
      }
      if (isEmpty(this.resolve(known), child) && this.apply('empty-for-absent')) {
        result.drop(name);
        continue;
      }
      const repaired = this.property(known, child, at, name);
      if (repaired !== BROKEN) {
        result.set(name, repaired);
      } else if (this.mayDrop(at, name, schema.required?.includes(name) ?? false, path === '')) {
        result.drop(name);
      } else {
        return BROKEN;
      }
    }
    return this.complete(schema, result, path);
  }

  /** Looks after required fields that are missing. */
  private complete(schema: JsonSchema, result: Draft, path: string): JsonObject | typeof BROKEN {
    for (const name of schema.required ?? []) {
      if (Object.hasOwn(result.value, name)) continue;
      const at = path === '' ? name : `${path}.${name}`;
      const inMessage = path === '' && this.salvaging;
      if (inMessage && !this.repairs.essential?.includes(name)) {
        // not filled in, even with the time of receipt: natural keys are built from what the station said
        this.needsReview = true;
      } else if (schema.properties?.[name]?.format === EVENT_TIME && this.apply('timestamp-missing')) {
        result.set(name, this.repairs.receivedAt.toISOString());
      } else {
        return this.broken('required', at);
      }
    }
    return result.value;
  }

  private property(schema: JsonSchema, value: unknown, path: string, name: string): unknown {
    const repaired = this.value(schema, value, path, name);
    // signatures are over exact bytes: all or nothing, and never nothing
    if (name === 'signedMeterValue' && repaired !== value && isObject(value)) {
      return this.mayForgive('incomplete-signed-value') ? value : BROKEN;
    }
    return repaired;
  }

  private list(schema: JsonSchema, given: unknown, path: string, name: string): unknown {
    const value = isObject(given) && this.apply('list-or-single') ? [given] : given;
    if (!Array.isArray(value)) return this.broken('type', path);
    const items: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const at = `${path}[${index}]`;
      const repaired = this.value(schema.items ?? {}, item, at, name);
      if (repaired !== BROKEN) items.push(repaired);
      else if (!this.mayDrop(at, name, false, false)) return BROKEN;
    }
    if (items.length < (schema.minItems ?? 0)) return this.broken('minItems', path);
    if (items.length > (schema.maxItems ?? Infinity)) return this.broken('maxItems', path);
    return items.length === value.length && items.every((item, index) => item === value[index]) ? value : items;
  }

  private text(schema: JsonSchema, given: unknown, path: string, name: string): unknown {
    const isNumber = Number.isFinite(given) || typeof given === 'boolean';
    const value = isNumber && this.apply('number-for-text') ? String(given) : given;
    if (typeof value !== 'string') return this.broken('type', path);
    if (schema.enum && !schema.enum.includes(value)) return this.listed(schema.enum, value, path, name);
    if (schema.format) return this.time(schema.format, value, path);
    if (schema.maxLength !== undefined && value.length > schema.maxLength && [...value].length > schema.maxLength) {
      return this.apply('over-long-text') ? value : this.broken('maxLength', path);
    }
    return value;
  }

  private listed(values: readonly string[], value: string, path: string, name: string): unknown {
    const spelled = spelledValue(values, value, name);
    if (spelled && this.apply(spelled.rule)) return spelled.value;
    const label = keptLabel(path);
    return label && this.apply(label) ? value : this.broken('enum', path);
  }

  private time(format: string, value: string, path: string): unknown {
    if (format === EVENT_TIME) {
      const { rule } = readTimestamp(value, this.repairs.receivedAt);
      return rule === undefined || this.apply(rule) ? value : this.broken('format', path);
    }
    if (format !== 'date-time') return URL.canParse(value) ? value : this.broken('format', path);
    const read = readDateTime(value);
    return read && (read.rule === undefined || this.apply(read.rule)) ? value : this.broken('format', path);
  }

  private number(schema: JsonSchema, given: unknown, path: string, name: string): unknown {
    let value = given;
    if (typeof value === 'string' && NUMBER.test(value.trim()) && this.apply('text-for-number')) value = Number(value);
    if (typeof value !== 'number' || !Number.isFinite(value)) return this.broken('type', path);
    if (schema.type === 'integer' && !Number.isInteger(value)) {
      if (!QUANTITIES.has(name) || !this.apply('decimal-for-integer')) return this.broken('type', path);
      value = Math.round(value);
    }
    return this.inRange(schema, value as number, path);
  }

  private inRange(schema: JsonSchema, value: number, path: string): unknown {
    if (value < (schema.minimum ?? -Infinity)) return this.broken('minimum', path);
    if (value > (schema.maximum ?? Infinity)) return this.broken('maximum', path);
    const share = value / (schema.multipleOf ?? 1);
    if (schema.multipleOf && Math.abs(Math.round(share) - share) > MULTIPLE_TOLERANCE) {
      return this.broken('multipleOf', path);
    }
    return value;
  }

  private boolean(value: unknown, path: string): unknown {
    if (typeof value === 'boolean') return value;
    const text = typeof value === 'string' ? value.toLowerCase() : undefined;
    const isTrue = value === 1 || text === 'true';
    if ((isTrue || value === 0 || text === 'false') && this.apply('text-for-boolean')) return isTrue;
    return this.broken('type', path);
  }

  private resolve(schema: JsonSchema): JsonSchema {
    return schema.$ref ? this.root.definitions![schema.$ref.slice('#/definitions/'.length)]! : schema;
  }

  private isLoneItem(value: unknown): value is [JsonObject] {
    return Array.isArray(value) && value.length === 1 && isObject(value[0]) && this.apply('list-or-single');
  }

  private apply(rule: string): boolean {
    if (this.repairs.disabledRules.includes(rule)) return false;
    this.rules.add(rule);
    return true;
  }

  private broken(keyword: string, path: string): typeof BROKEN {
    this.violation = { keyword, path };
    return BROKEN;
  }

  /** As `apply`, but billing data is forgiven without the rule too, and somebody looks at it. */
  private mayForgive(rule: string): boolean {
    const named = this.apply(rule);
    if (!named && this.salvaging) this.needsReview = true;
    return named || this.salvaging;
  }

  /** Whether a broken field or item may be left out; the rule that allows it is noted. */
  private mayDrop(path: string, name: string, isRequired: boolean, inMessage: boolean): boolean {
    if (isRequired) {
      // what is missing then is judged by `complete`
      if (!inMessage || !this.salvaging || this.repairs.essential?.includes(name)) return false;
      this.needsReview = true;
      return true;
    }
    const rule = this.ruleForDropping(path, name);
    if (this.salvaging && rule === 'unusable-field') this.needsReview = true;
    return this.mayForgive(rule);
  }

  private ruleForDropping(path: string, name: string): string {
    if (name === 'customData') return 'custom-data';
    if (this.violation.keyword === 'minItems') return 'empty-list';
    return this.violation.keyword === 'enum' && this.violation.path === path ? 'unknown-value' : 'unusable-field';
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Null, or an empty text where no empty text can stand. */
function isEmpty(schema: JsonSchema, value: unknown): boolean {
  if (value === null) return schema.type !== undefined;
  return value === '' && schema.type !== undefined && (schema.type !== 'string' || !!schema.enum || !!schema.format);
}
