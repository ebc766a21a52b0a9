import { parseFrame, type CallFrame } from '../framing/frame.js';
import { isLeniencyRule, isRuleOn, LENIENCY_RULES } from './leniency.js';
import { checkStationRequest } from './validator.js';

const receivedAt = new Date('2026-05-01T12:00:00.000Z');
const withFixture = LENIENCY_RULES.flatMap(({ name, fixture }) => (fixture ? [{ name, ...fixture }] : []));

describe('leniency rules', () => {
  it.each(withFixture)('$name: its fixture needs it and nothing else', ({ name, version, frame, becomes }) => {
    const call = parseFrame(frame, version) as CallFrame;
    const before = JSON.stringify(call.payload);

    const checked = checkStationRequest(version, call.action, call.payload, { receivedAt, disabledRules: [] });

    expect(checked).toEqual({
      ok: true,
      payload: becomes ?? call.payload,
      rules: call.rules ? [] : [name],
      needsReview: false,
    });
    if (call.rules) expect(call.rules).toEqual([name]);
    expect(JSON.stringify(call.payload)).toBe(before);
  });

  it.each(
    withFixture.filter(({ name }) => !name.endsWith('message-id') && !['missing-payload', 'null-word'].includes(name)),
  )('$name: switched off, its fixture is refused or set aside for review', ({ name, version, frame }) => {
    const { action, payload } = parseFrame(frame, version) as CallFrame;

    const checked = checkStationRequest(version, action, payload, { receivedAt, disabledRules: [name] });

    expect(checked.ok && checked.rules.includes(name)).toBe(false);
    expect(!checked.ok || checked.needsReview || checked.rules.length > 0).toBe(true);
  });

  it('have names of their own and words for operators', () => {
    const names = LENIENCY_RULES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { description } of LENIENCY_RULES) expect(description).toMatch(/^[A-Z].*\.$/);
    expect(isLeniencyRule('no-pong')).toBe(true);
    expect(isLeniencyRule('toString')).toBe(false);
  });

  it('hold by default or when switched on, as each says', () => {
    const none = { disabledRules: [], enabledRules: [] };
    expect(isRuleOn('extra-property', none)).toBe(true);
    expect(isRuleOn('extra-property', { ...none, disabledRules: ['extra-property'] })).toBe(false);
    expect(isRuleOn('no-pong', none)).toBe(false);
    expect(isRuleOn('no-pong', { ...none, enabledRules: ['no-pong'] })).toBe(true);
  });
});
