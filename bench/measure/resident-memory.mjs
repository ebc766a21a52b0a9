import { readFileSync } from 'node:fs';

/**
 * Bytes of memory that a process occupies: `rss` with pages that others share, `pss` with its share of them, `private`
 * what it alone has.
 */
export function residentMemory(pid) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const bytes = (field) => Number(new RegExp(`^${field}: +(\\d+) kB$`, 'm').exec(text)[1]) * 1024;
  return { rss: bytes('Rss'), pss: bytes('Pss'), private: bytes('Private_Clean') + bytes('Private_Dirty') };
}
