import { Draft } from './draft.js';
import { keptLabel, spelledValue } from './listed-values.js';
import { EVENT_TIME } from './shape.js';
import { readDateTime, readTimestamp } from './timestamps.js';
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
export function repair(schema, payload, repairs) {
    return new Walk(schema, repairs).result(payload);
}
class Walk {
    root;
    repairs;
    rules = new Set();
    salvaging;
    needsReview = false;
    /** The latest; where the whole payload is broken, the one that broke it. */
    violation = { keyword: 'type', path: '' };
    constructor(root, repairs) {
        this.root = root;
        this.repairs = repairs;
        this.salvaging = repairs.essential !== undefined;
    }
    result(payload) {
        const repaired = this.object(this.root, payload, '');
        if (repaired === BROKEN)
            return { ok: false, violation: this.violation };
        return { ok: true, payload: repaired, rules: [...this.rules], needsReview: this.needsReview };
    }
    value(given, value, path, name) {
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
    object(schema, given, path) {
        const value = this.isLoneItem(given) ? given[0] : given;
        if (!isObject(value))
            return this.broken('type', path);
        const result = new Draft(value);
        for (const [name, child] of Object.entries(value)) {
            const at = path === '' ? name : `${path}.${name}`;
            const known = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
            if (!known) {
                if (schema.additionalProperties !== false)
                    continue;
                if (!this.mayForgive('extra-property'))
                    return this.broken('additionalProperties', at);
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
            }
            else if (this.mayDrop(at, name, schema.required?.includes(name) ?? false, path === '')) {
                result.drop(name);
            }
            else {
                return BROKEN;
            }
        }
        return this.complete(schema, result, path);
    }
    /** Looks after required fields that are missing. */
    complete(schema, result, path) {
        for (const name of schema.required ?? []) {
            if (Object.hasOwn(result.value, name))
                continue;
            const at = path === '' ? name : `${path}.${name}`;
            const inMessage = path === '' && this.salvaging;
            if (inMessage && !this.repairs.essential?.includes(name)) {
                // not filled in, even with the time of receipt: natural keys are built from what the station said
                this.needsReview = true;
            }
            else if (schema.properties?.[name]?.format === EVENT_TIME && this.apply('timestamp-missing')) {
                result.set(name, this.repairs.receivedAt.toISOString());
            }
            else {
                return this.broken('required', at);
            }
        }
        return result.value;
    }
    property(schema, value, path, name) {
        const repaired = this.value(schema, value, path, name);
        // signatures are over exact bytes: all or nothing, and never nothing
        if (name === 'signedMeterValue' && repaired !== value && isObject(value)) {
            return this.mayForgive('incomplete-signed-value') ? value : BROKEN;
        }
        return repaired;
    }
    list(schema, given, path, name) {
        const value = isObject(given) && this.apply('list-or-single') ? [given] : given;
        if (!Array.isArray(value))
            return this.broken('type', path);
        const items = [];
        for (const [index, item] of value.entries()) {
            const at = `${path}[${index}]`;
            const repaired = this.value(schema.items ?? {}, item, at, name);
            if (repaired !== BROKEN)
                items.push(repaired);
            else if (!this.mayDrop(at, name, false, false))
                return BROKEN;
        }
        if (items.length < (schema.minItems ?? 0))
            return this.broken('minItems', path);
        if (items.length > (schema.maxItems ?? Infinity))
            return this.broken('maxItems', path);
        return items.length === value.length && items.every((item, index) => item === value[index]) ? value : items;
    }
    text(schema, given, path, name) {
        const isNumber = Number.isFinite(given) || typeof given === 'boolean';
        const value = isNumber && this.apply('number-for-text') ? String(given) : given;
        if (typeof value !== 'string')
            return this.broken('type', path);
        if (schema.enum && !schema.enum.includes(value))
            return this.listed(schema.enum, value, path, name);
        if (schema.format)
            return this.time(schema.format, value, path);
        if (schema.maxLength !== undefined && value.length > schema.maxLength && [...value].length > schema.maxLength) {
            return this.apply('over-long-text') ? value : this.broken('maxLength', path);
        }
        return value;
    }
    listed(values, value, path, name) {
        const spelled = spelledValue(values, value, name);
        if (spelled && this.apply(spelled.rule))
            return spelled.value;
        const label = keptLabel(path);
        return label && this.apply(label) ? value : this.broken('enum', path);
    }
    time(format, value, path) {
        if (format === EVENT_TIME) {
            const { rule } = readTimestamp(value, this.repairs.receivedAt);
            return rule === undefined || this.apply(rule) ? value : this.broken('format', path);
        }
        if (format !== 'date-time')
            return URL.canParse(value) ? value : this.broken('format', path);
        const read = readDateTime(value);
        return read && (read.rule === undefined || this.apply(read.rule)) ? value : this.broken('format', path);
    }
    number(schema, given, path, name) {
        let value = given;
        if (typeof value === 'string' && NUMBER.test(value.trim()) && this.apply('text-for-number'))
            value = Number(value);
        if (typeof value !== 'number' || !Number.isFinite(value))
            return this.broken('type', path);
        if (schema.type === 'integer' && !Number.isInteger(value)) {
            if (!QUANTITIES.has(name) || !this.apply('decimal-for-integer'))
                return this.broken('type', path);
            value = Math.round(value);
        }
        return this.inRange(schema, value, path);
    }
    inRange(schema, value, path) {
        if (value < (schema.minimum ?? -Infinity))
            return this.broken('minimum', path);
        if (value > (schema.maximum ?? Infinity))
            return this.broken('maximum', path);
        const share = value / (schema.multipleOf ?? 1);
        if (schema.multipleOf && Math.abs(Math.round(share) - share) > MULTIPLE_TOLERANCE) {
            return this.broken('multipleOf', path);
        }
        return value;
    }
    boolean(value, path) {
        if (typeof value === 'boolean')
            return value;
        const text = typeof value === 'string' ? value.toLowerCase() : undefined;
        const isTrue = value === 1 || text === 'true';
        if ((isTrue || value === 0 || text === 'false') && this.apply('text-for-boolean'))
            return isTrue;
        return this.broken('type', path);
    }
    resolve(schema) {
        return schema.$ref ? this.root.definitions[schema.$ref.slice('#/definitions/'.length)] : schema;
    }
    isLoneItem(value) {
        return Array.isArray(value) && value.length === 1 && isObject(value[0]) && this.apply('list-or-single');
    }
    apply(rule) {
        if (this.repairs.disabledRules.includes(rule))
            return false;
        this.rules.add(rule);
        return true;
    }
    broken(keyword, path) {
        this.violation = { keyword, path };
        return BROKEN;
    }
    /** As `apply`, but billing data is forgiven without the rule too, and somebody looks at it. */
    mayForgive(rule) {
        const named = this.apply(rule);
        if (!named && this.salvaging)
            this.needsReview = true;
        return named || this.salvaging;
    }
    /** Whether a broken field or item may be left out; the rule that allows it is noted. */
    mayDrop(path, name, isRequired, inMessage) {
        if (isRequired) {
            // what is missing then is judged by `complete`
            if (!inMessage || !this.salvaging || this.repairs.essential?.includes(name))
                return false;
            this.needsReview = true;
            return true;
        }
        const rule = this.ruleForDropping(path, name);
        if (this.salvaging && rule === 'unusable-field')
            this.needsReview = true;
        return this.mayForgive(rule);
    }
    ruleForDropping(path, name) {
        if (name === 'customData')
            return 'custom-data';
        if (this.violation.keyword === 'minItems')
            return 'empty-list';
        return this.violation.keyword === 'enum' && this.violation.path === path ? 'unknown-value' : 'unusable-field';
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Null, or an empty text where no empty text can stand. */
function isEmpty(schema, value) {
    if (value === null)
        return schema.type !== undefined;
    return value === '' && schema.type !== undefined && (schema.type !== 'string' || !!schema.enum || !!schema.format);
}
//# sourceMappingURL=repair.js.map