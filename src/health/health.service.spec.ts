import type { DataSource } from 'typeorm';
import { FakeClock } from '../../test/support/fake-clock.js';
import { Shutdown } from '../common/shutdown.js';
import { HealthService } from './health.service.js';

describe('Readiness', () => {
  let answers: boolean;
  const clock = new FakeClock();
  const database = { query: () => (answers ? Promise.resolve([]) : Promise.reject(new Error('away'))) };
  const health = (shutdown = new Shutdown()): HealthService =>
    new HealthService(database as unknown as DataSource, clock, shutdown);

  it('outlasts a short absence of the database, so that healthy sockets stay', async () => {
    const service = health();
    answers = true;
    expect(await service.readiness()).toEqual({ ready: true });

    answers = false;
    await clock.advance(29_000);
    expect(await service.readiness()).toEqual({ ready: true, reason: 'the database does not answer' });

    await clock.advance(2000);
    expect(await service.readiness()).toEqual({ ready: false, reason: 'the database does not answer' });

    answers = true;
    expect(await service.readiness()).toEqual({ ready: true });
  });

  it('does not begin before the database has answered once', async () => {
    answers = false;

    expect((await health().readiness()).ready).toBe(false);
  });

  it('ends at once when the process stops', async () => {
    answers = true;
    const shutdown = new Shutdown();
    const service = health(shutdown);
    expect((await service.readiness()).ready).toBe(true);

    shutdown.begin();

    expect(await service.readiness()).toEqual({ ready: false, reason: 'stopping' });
  });
});
