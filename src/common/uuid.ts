import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(16 * 256);
let used = pool.length;
const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

let sequence = 0;

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, 12 bits that count up, then random. Sorts by creation, also within a
 * millisecond of one process: index pages fill in order, and lists show what came first as first.
 * @param at milliseconds since 1970
 */
export function uuidv7(at: number = Date.now()): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const b = pool.subarray(used, (used += 16));
  b.writeUIntBE(at, 0, 6);
  sequence = (sequence + 1) & 0xfff;
  b.writeUInt16BE(0x7000 | sequence, 6);
  b[8] = (b[8]! & 0x3f) | 0x80;
  let text = '';
  for (let i = 0; i < 16; i++) {
    text += HEX[b[i]!];
    if (i === 3 || i === 5 || i === 7 || i === 9) text += '-';
  }
  return text;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be compared with a uuid column without PostgreSQL refusing it. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** The least `uuidv7` of a time: what is older has a lesser one. */
export const leastId = (at: Date): string => {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};
