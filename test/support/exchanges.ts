import { expect } from '@jest/globals';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { readFrame, type Frame } from '../../src/cli/simulator/frames.js';
import type { OcppVersion } from '../../src/ocpp/index.js';

/** Set by conformance-reporter.mjs: where tests leave what they exchanged. */
const FOLDER = process.env['TAU_EXCHANGES'];

const noted = new Set<string>();

/**
 * Notes that the running test has seen a CALL and its answer on the wire. A frame that is no answer, or whose CALL is
 * not known, says nothing yet.
 */
export function noteExchange(version: OcppVersion, { direction, kind, action, payload }: Frame): void {
  const { currentTestName: test, testPath: file } = expect.getState();
  if (!FOLDER || !test || !file || action === undefined) return;
  if (kind !== 'CALLRESULT' && kind !== 'CALLERROR') return;
  const from = direction === 'received' ? 'station' : 'csms';
  const answer = kind === 'CALLRESULT' ? kind : String(payload['code']);
  const line = JSON.stringify({ file, test, version, from, action, answer });
  if (noted.has(line)) return;
  noted.add(line);
  appendFileSync(path.join(FOLDER, `${process.pid}.jsonl`), `${line}\n`);
}

/** Notes the exchanges among the texts that go over one station's line, each given as the station sees it. */
export function exchangesOf(version: OcppVersion): (direction: Frame['direction'], text: string) => void {
  const calls = new Map<string, string>();
  return (direction, text) => {
    const other = direction === 'sent' ? 'received' : 'sent';
    const frame = readFrame(direction, text, new Date(), (messageId) => calls.get(`${other} ${messageId}`));
    if (frame.kind === 'CALL') calls.set(`${direction} ${frame.messageId}`, frame.action ?? '');
    else noteExchange(version, frame);
  };
}
