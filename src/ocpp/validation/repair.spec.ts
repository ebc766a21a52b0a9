import fc from 'fast-check';
import { STATION_ACTIONS } from '../messages/actions.js';
import type { JsonSchema } from '../messages/json-schema.js';
import { OCPP_VERSIONS } from '../versions.js';
import { LENIENCY_RULES } from './leniency.js';
import { repair } from './repair.js';
import { accepts, stationShape } from './shape.js';

const receivedAt = new Date('2026-05-01T12:00:00.000Z');
const everyRule = LENIENCY_RULES.map(({ name }) => name);
const everyShape = OCPP_VERSIONS.flatMap((version) =>
  (STATION_ACTIONS[version] as readonly string[]).map((action) => ({
    name: `${version} ${action}`,
    shape: stationShape(version, action, 'request')!,
  })),
);

/** Payloads that follow a schema, but for a fault here and there. */
function nearly(schema: JsonSchema, root: JsonSchema): fc.Arbitrary<unknown> {
  const fault = fc.oneof(
    fc.constantFrom<unknown>(null, '', [], {}, 0, '1', 'true', '1.5', 1.5, 'available', 'x'.repeat(600)),
    fc.constantFrom('1970-01-01T00:00:00Z', '2026-05-01T10:00:00', '2026-05-01T10:00:00+03', '2099-01-01T00:00:00Z'),
    fc.jsonValue({ maxDepth: 2 }),
  );
  return fc.oneof({ weight: 12, arbitrary: following(schema, root) }, { weight: 1, arbitrary: fault });
}

function following(given: JsonSchema, root: JsonSchema): fc.Arbitrary<unknown> {
  const schema = given.$ref ? root.definitions![given.$ref.replace('#/definitions/', '')]! : given;
  switch (schema.type) {
    case 'object': {
      const fields: Record<string, fc.Arbitrary<unknown>> = { extra: fc.constant(1) };
      for (const [name, field] of Object.entries(schema.properties ?? {})) fields[name] = nearly(field, root);
      return fc.record(fields, { requiredKeys: schema.required ?? [] });
    }
    case 'array':
      return fc.array(nearly(schema.items!, root), { minLength: schema.minItems ?? 0, maxLength: 2 });
    case 'string':
      if (schema.enum) return fc.constantFrom(...schema.enum);
      return schema.format ? fc.constantFrom('2026-05-01T10:00:00Z', '2025-12-31T23:59:59.5+01:00') : fc.string();
    case 'integer':
      return fc.integer({ min: 0, max: 100 });
    case 'number':
      return fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
    case 'boolean':
      return fc.boolean();
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

describe('repairing a payload', () => {
  it.each(everyShape)('$name: without rules it judges exactly as the schema does', ({ shape }) => {
    const anyPayload = nearly(shape.schema, shape.schema).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(
      fc.property(anyPayload, (payload) => {
        const repaired = repair(shape.schema, payload, { receivedAt, disabledRules: everyRule });
        expect(repaired.ok).toBe(accepts(shape, payload, receivedAt));
        if (repaired.ok) expect(repaired.payload).toBe(payload);
      }),
      { numRuns: 60 },
    );
  });

  it.each(everyShape)('$name: with rules it never changes what came, and is done after one walk', ({ shape }) => {
    const anyPayload = nearly(shape.schema, shape.schema).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(
      fc.property(anyPayload, fc.constantFrom(undefined, []), (payload, essential) => {
        const before = JSON.stringify(payload);
        const first = repair(shape.schema, payload, { receivedAt, disabledRules: [], essential });

        expect(JSON.stringify(payload)).toBe(before);
        // a message with billing data is never refused while its essential fields, here none, are there
        const isObject = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
        if (essential && isObject) expect(first.ok).toBe(true);
        if (!first.ok) return;
        const second = repair(shape.schema, first.payload, { receivedAt, disabledRules: [], essential });
        expect(second).toMatchObject({ ok: true, payload: first.payload });
      }),
      { numRuns: 60 },
    );
  });
});
