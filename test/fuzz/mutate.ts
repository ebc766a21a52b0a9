import type { Seeded } from '../support/seeded.js';

/** Values that stand where something else belongs. */
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  'null',
  '1e400',
  'NaN',
  'x'.repeat(3000),
  'a\u0000b',
  'a\ud800b',
  '\u202egpj',
  '🔌'.repeat(30),
  '1970-01-01T00:00:00Z',
  '222222017-01-01T00:00:00Z',
  '2026-11-22T11:00:00+03',
  "'; DROP TABLE transactions; --",
  -1,
  0,
  0.1,
  1e21,
  -(2 ** 53),
  2 ** 31,
  99999999999,
  [],
  {},
  [[[[]]]],
  [null],
  [1, 'two', { three: 3 }],
  { constructor: 1 },
  { toString: 'x', length: -1 },
];

/** Names that mean something to every object. */
const ODD_NAMES = ['__proto__', 'constructor', 'toString', '', 'customData', 'x'.repeat(300), 'a\u0000b'];

const LARGEST = 500_000;

type Container = Record<string, unknown> | unknown[];

/** Every list and object in a value, itself included. */
function containersIn(value: unknown): Container[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Container, ...Object.values(value).flatMap(containersIn)];
}

/** Also for names such as `__proto__`, which an assignment would take for something else. */
const set = (place: object, name: string, value: unknown): void =>
  void Object.defineProperty(place, name, { value, configurable: true, enumerable: true, writable: true });

/** Changes one thing somewhere inside. */
function changeInside(payload: unknown, random: Seeded): void {
  const odd = structuredClone(random.oneOf(ODD_VALUES));
  const place = random.oneOf(containersIn(payload)) as Record<string, unknown>;
  const names = Object.keys(place);
  const name = names.length > 0 ? random.oneOf(names) : 'first';
  const change = random.whole(0, 9);
  if (change === 0) delete place[name];
  else if (change === 1 && !Array.isArray(place)) set(place, random.oneOf(ODD_NAMES), odd);
  else if (change === 2 && Array.isArray(place))
    place.push(...Array.from({ length: random.whole(1, 50) }, () => place[0]));
  else if (change === 3) set(place, name, [place[name]]);
  else if (change === 4) set(place, name, JSON.stringify(place[name]) ?? '');
  else set(place, name, odd);
}

/** Damages the text itself, but not its beginning: an id must not become that of another frame. */
function damage(text: string, from: number, random: Seeded): string {
  const at = random.whole(from, text.length - 1);
  switch (random.whole(0, 3)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + random.whole(1, 20));
    case 2:
      return text.slice(0, at) + random.oneOf(['"', '\\', ',', '{', ']', '\u0000', '9'.repeat(30)]) + text.slice(at);
    default:
      return text.slice(0, at) + text.slice(random.whole(0, at), at) + text.slice(at);
  }
}

/** A frame with one to three things wrong with it, mostly inside of its payload. */
export function mutated(action: string, payload: object, messageId: string, random: Seeded): string {
  const changed = { payload: structuredClone(payload) };
  for (let i = random.whole(1, 3); i > 0; i--) changeInside(changed, random);
  const text = JSON.stringify([2, messageId, action, changed.payload]);
  // copies of copies grow beyond what a frame may hold, and that would rightly end the connection
  if (text.length > LARGEST) return mutated(action, payload, messageId, random);
  return random.next() < 0.1 ? damage(text, text.indexOf(action), random) : text;
}
