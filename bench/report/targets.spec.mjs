import { judge } from './targets.mjs';

const pair = (baseline, tau) => ({
  baseline: { callsPerCpuSecond: baseline },
  tau: { callsPerCpuSecond: tau, loop: { excess: 3 } },
});

const heartbeats = (subprotocol, ...tau) => ({
  scenario: 'heartbeat',
  subprotocol,
  rounds: tau.map((calls) => pair(100, calls)),
});

const rowOf = (results, start) => judge(results).find(({ name }) => name.startsWith(start));

describe('the targets', () => {
  it('take the middle round, and the worst of the versions', () => {
    const calls = [heartbeats('ocpp1.6', 10, 70, 80), heartbeats('ocpp2.0.1', 50)];

    expect(rowOf({ calls }, 'heartbeat')).toMatchObject({ measured: '0.70 (1.6), 0.50 (2.0.1)', reached: 'floor' });
  });

  it.each([
    [66, 'aim'],
    [64, 'floor'],
    [44, '**no**'],
  ])('say of a ratio of %d per cent: %s', (tau, reached) => {
    expect(rowOf({ calls: [heartbeats('ocpp1.6', tau)] }, 'heartbeat').reached).toBe(reached);
  });

  it.each([
    [14, 'aim'],
    [16, 'floor'],
    [31, '**no**'],
  ])('say of %d KiB a connection: %s', (kib, reached) => {
    const memory = [
      { server: 'TAU', transport: 'ws', connections: 10_000, each: { private: kib * 1024 }, loop: { excess: 0 } },
    ];

    expect(rowOf({ memory }, 'memory per idle connection over ws').reached).toBe(reached);
  });

  it('ask of the greatest storm how fast known stations come back', () => {
    const storm = (server, connections, ...instants) => ({
      server,
      connections,
      subprotocol: 'ocpp1.6',
      transport: 'ws',
      instants: instants.map(([what, arrivalsPerSecond]) => ({ what, arrivalsPerSecond, loop: { excess: 1 } })),
    });
    const storms = [
      storm('TAU', 50, ['start', 9000], ['reconnect', 9000]),
      storm('TAU', 1000, ['reconnect', 700], ['reconnect', 800], ['reconnect', 100]),
      storm('bare ws', 1000, ['reconnect', 2000]),
    ];

    expect(rowOf({ storms }, 'boots per second of reconnecting stations over ws')).toMatchObject({
      measured: '700 (1.6; bare ws 2,000)',
      reached: 'floor',
    });
  });

  it('do not judge what was not measured', () => {
    expect(judge({}).every(({ measured, reached }) => measured === 'not measured' && reached === '')).toBe(true);
  });
});
