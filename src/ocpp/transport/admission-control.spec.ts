import { Logger } from '@nestjs/common';
import { Shutdown } from '../../common/shutdown.js';
import { AdmissionControl } from './admission-control.js';
import type { Place } from './handshake-line.js';
import { retryAfter } from './retry-after.js';

describe('A new handshake', () => {
  Logger.overrideLogger(false);
  let waitedMs: number;
  let shutdown: Shutdown;
  let admission: AdmissionControl;
  beforeEach(() => {
    waitedMs = 0;
    shutdown = new Shutdown();
    admission = new AdmissionControl({ oldestWaitingMs: () => waitedMs }, shutdown);
  });
  const isAdmitted = (): boolean => admission.enter() !== undefined;

  it('is turned away while what waits for the database is older than two seconds', () => {
    waitedMs = 2000;
    expect(isAdmitted()).toBe(true);

    waitedMs = 2001;
    expect(isAdmitted()).toBe(false);
  });

  it('is admitted again only when the database has caught up', () => {
    waitedMs = 5000;
    expect(isAdmitted()).toBe(false);

    waitedMs = 1999;
    expect(isAdmitted()).toBe(false);

    waitedMs = 499;
    expect(isAdmitted()).toBe(true);
    waitedMs = 1999;
    expect(isAdmitted()).toBe(true);
  });

  it('is turned away when 2,000 are under way, until half of them are done', () => {
    const places: Place[] = [];
    for (let i = 0; i < 2000; i++) places.push(admission.enter()!);
    expect(isAdmitted()).toBe(false);

    for (const place of places.splice(0, 999)) place.leave();
    expect(isAdmitted()).toBe(false);

    places.pop()!.leave();
    expect(isAdmitted()).toBe(true);
  });

  it('is turned away from the moment at which the process is told to end', () => {
    shutdown.begin();

    expect(isAdmitted()).toBe(false);
    expect(admission.isOpen).toBe(false);
  });

  it('is told to come again within half a minute, not everybody at the same instant', () => {
    const seconds = Array.from({ length: 500 }, () => Number(retryAfter()['Retry-After']));

    expect(Math.min(...seconds)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...seconds)).toBeLessThanOrEqual(25);
    expect(new Set(seconds).size).toBeGreaterThan(10);
  });
});
