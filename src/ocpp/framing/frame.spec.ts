import fc from 'fast-check';
import { OCPP_VERSIONS } from '../versions.js';
import { encodeCall, encodeError, encodeResult, parseFrame } from './frame.js';

const anyVersion = fc.constantFrom(...OCPP_VERSIONS);
const anyId = fc.oneof(fc.string({ maxLength: 36 }), fc.maxSafeInteger());

describe('reading a frame', () => {
  it('reads a CALL', () => {
    expect(parseFrame('[2,"19223201","Heartbeat",{"a":1}]', '1.6')).toEqual({
      type: 'call',
      messageId: '19223201',
      wireId: '19223201',
      action: 'Heartbeat',
      payload: { a: 1 },
    });
  });

  it('keeps numeric ids as numbers for the answer', () => {
    const frame = parseFrame('[2,17,"Heartbeat",{}]', '1.6');

    expect(frame).toMatchObject({ messageId: '17', wireId: 17, rules: ['numeric-message-id'] });
    expect(encodeResult(17, {})).toBe('[3,17,{}]');
  });

  it.each(['[2,"1","Heartbeat",null]', '[2,"1","Heartbeat"]'])('reads %s as an empty CALL', (text) => {
    expect(parseFrame(text, '2.0.1')).toMatchObject({ type: 'call', payload: {}, rules: ['missing-payload'] });
  });

  it('reads a CALLRESULT, also without payload', () => {
    expect(parseFrame('[3,"1",{"status":"Accepted"}]', '1.6')).toEqual({
      type: 'result',
      messageId: '1',
      payload: { status: 'Accepted' },
    });
    expect(parseFrame('[3,"1"]', '1.6')).toMatchObject({ type: 'result', payload: {} });
  });

  it('reads both spellings of error codes in every version', () => {
    for (const version of OCPP_VERSIONS) {
      expect(parseFrame('[4,"1","FormationViolation","",{}]', version)).toMatchObject({ code: 'FormatViolation' });
      expect(parseFrame('[4,"1","OccurenceConstraintViolation","",{}]', version)).toMatchObject({
        code: 'OccurrenceConstraintViolation',
      });
    }
    expect(parseFrame('[4,"1","VendorTrouble","why",{"a":1}]', '1.6')).toEqual({
      type: 'error',
      messageId: '1',
      code: 'VendorTrouble',
      description: 'why',
      details: { a: 1 },
    });
    expect(parseFrame('[4,"1"]', '1.6')).toMatchObject({ code: 'GenericError', description: '', details: {} });
  });

  it.each([
    // frame, what 1.6 answers, what 2.x answers, the id that can be read
    ['', undefined, 'RpcFrameworkError', undefined],
    ['[2,"1","StopTransaction",{"transactionId":,"meterStop":1}]', undefined, 'RpcFrameworkError', undefined],
    ['{}', undefined, 'RpcFrameworkError', undefined],
    ['null', undefined, 'RpcFrameworkError', undefined],
    ['[]', undefined, 'RpcFrameworkError', undefined],
    ['[2]', undefined, 'RpcFrameworkError', undefined],
    ['[2,null,"Heartbeat",{}]', undefined, 'RpcFrameworkError', undefined],
    ['[2,1e400,"Heartbeat",{}]', undefined, 'RpcFrameworkError', undefined],
    ['[2,12345678901234567890,"Heartbeat",{}]', undefined, 'RpcFrameworkError', undefined],
    ['[2,"x"]', 'FormatViolation', 'RpcFrameworkError', 'x'],
    ['[2,"x",{"a":1},{}]', 'FormatViolation', 'RpcFrameworkError', 'x'],
    ['[2,"x","Heartbeat",{},{}]', 'FormatViolation', 'RpcFrameworkError', 'x'],
    ['[7,"x",{}]', undefined, 'MessageTypeNotSupported', 'x'],
    ['["2","x","Heartbeat",{}]', undefined, 'RpcFrameworkError', 'x'],
    ['[7,{}]', undefined, 'RpcFrameworkError', undefined],
    // an answer is never answered
    ['[3]', undefined, undefined, undefined],
    ['[4,null,"GenericError","",{}]', undefined, undefined, undefined],
  ])('%s is unreadable: 1.6 answers %s, 2.x %s', (text, v16, v2, wireId) => {
    expect(parseFrame(text, '1.6')).toMatchObject({ type: 'unreadable', code: v16 });
    expect(parseFrame(text, '2.0.1')).toMatchObject({ type: 'unreadable', code: v2, wireId });
    expect(parseFrame(text, '2.0')).toEqual(parseFrame(text, '2.0.1'));
  });

  it('forgives 1.6 stations ids of up to 255 characters, others none over 36', () => {
    const call = (length: number) => `[2,"${'i'.repeat(length)}","Heartbeat",{}]`;

    expect(parseFrame(call(36), '2.0.1')).toMatchObject({ type: 'call' });
    expect(parseFrame(call(37), '2.0.1')).toMatchObject({ code: 'RpcFrameworkError', wireId: 'i'.repeat(37) });
    expect(parseFrame(call(37), '1.6')).toMatchObject({ type: 'call', rules: ['long-message-id'] });
    expect(parseFrame(call(256), '1.6')).toMatchObject({ type: 'unreadable', code: undefined });
  });

  it('refuses depths that recursion could not bear, and only those', () => {
    const nested = (depth: number, inside = '') =>
      `[2,"1","DataTransfer",{"data":${'['.repeat(depth)}${inside}${']'.repeat(depth)}}]`;

    expect(parseFrame(nested(498), '2.0.1')).toMatchObject({ type: 'call' });
    expect(parseFrame(nested(499), '2.0.1')).toMatchObject({ type: 'unreadable' });
    expect(parseFrame(nested(200_000), '1.6')).toMatchObject({ type: 'unreadable', code: undefined });
    expect(parseFrame(nested(1, JSON.stringify('["\\'.repeat(2000))), '2.0.1')).toMatchObject({ type: 'call' });
  });

  it('never throws, whatever the text', () => {
    const arrays = fc.array(fc.oneof(fc.jsonValue(), fc.constantFrom(2, 3, 4, 5, 7)), { maxLength: 6 });
    const texts = fc.oneof(
      fc.string(),
      arrays.map((array) => JSON.stringify(array)),
      fc.json(),
    );
    fc.assert(
      fc.property(texts, anyVersion, (text, version) => {
        const frame = parseFrame(text, version);
        if (frame.type === 'unreadable' && version !== '1.6') return;
        if (frame.type === 'unreadable') expect(frame.code === undefined || frame.wireId !== undefined).toBe(true);
        else expect(typeof frame.messageId).toBe('string');
      }),
    );
  });
});

describe('writing a frame', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(
        anyId,
        fc.string(),
        fc.dictionary(fc.string(), fc.jsonValue()),
        anyVersion,
        (id, action, payload, version) => {
          const same: unknown = JSON.parse(JSON.stringify(payload));
          expect(parseFrame(encodeCall(id, action, payload), version)).toMatchObject({
            type: 'call',
            wireId: Object.is(id, -0) ? 0 : id,
            action,
          });
          expect(parseFrame(encodeResult(id, payload), version)).toEqual({
            type: 'result',
            messageId: String(id),
            payload: same,
          });
        },
      ),
    );
  });

  it('spells error codes as the version does', () => {
    expect(encodeError('1', '1.6', 'FormatViolation', '', {})).toBe('[4,"1","FormationViolation","",{}]');
    expect(encodeError('1', '2.0.1', 'FormatViolation', '', {})).toBe('[4,"1","FormatViolation","",{}]');
    expect(encodeError('1', '1.6', 'OccurrenceConstraintViolation', '', {})).toContain(
      '"OccurenceConstraintViolation"',
    );
  });

  it('says -1 where no id could be read', () => {
    expect(encodeError(undefined, '2.0.1', 'RpcFrameworkError', 'no JSON', {})).toBe(
      '[4,"-1","RpcFrameworkError","no JSON",{}]',
    );
  });

  it('cuts descriptions at 255 characters and never through one', () => {
    const [, , , description] = JSON.parse(encodeError('1', '1.6', 'GenericError', '🔌'.repeat(300), {})) as string[];

    expect(description).toBe('🔌'.repeat(255));
  });

  it.each([
    [
      'a circle',
      () => {
        const circle: Record<string, unknown> = {};
        circle['self'] = circle;
        return circle;
      },
    ],
    ['a BigInt', () => ({ epoch: 1n })],
    [
      'a getter that throws',
      () => ({
        get boom(): never {
          throw new Error('boom');
        },
      }),
    ],
    [
      'a toJSON that throws',
      () => ({
        toJSON(): never {
          throw new Error('boom');
        },
      }),
    ],
    ['a function', () => () => 1],
    ['nothing', () => undefined],
    ['a list', () => [1]],
    ['a text', () => 'text'],
  ])('survives details that are %s', (_name, details) => {
    expect(encodeError('1', '2.0.1', 'InternalError', 'x', details())).toBe('[4,"1","InternalError","x",{}]');
  });

  it('never throws, whatever the details', () => {
    fc.assert(
      fc.property(
        anyId,
        anyVersion,
        fc.string(),
        fc.anything({ withBigInt: true, withNullPrototype: true }),
        (id, version, text, details) => {
          expect(JSON.parse(encodeError(id, version, 'InternalError', text, details))).toHaveLength(5);
        },
      ),
    );
  });
});
