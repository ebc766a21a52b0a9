import { Arrivals } from './arrivals.mjs';
import { CallFailed } from './station.mjs';

/** A station whose attempts to connect come out as told. */
function stationThat(...outcomes) {
  const said = [];
  return {
    identity: { id: 'CS1' },
    said,
    connect: () => Promise.resolve(outcomes.shift()),
    call: (action) => {
      said.push(action);
      return Promise.resolve({});
    },
    drop: () => said.push('dropped'),
  };
}

function arrivals({ fail = () => {} } = {}) {
  const greeting = [(id) => ['BootNotification', { id }], () => ['StatusNotification', {}]];
  return new Arrivals({ server: { url: 'ws://nowhere' }, greeting, random: () => 0, fail });
}

describe('Arrivals', () => {
  it('are there when all was answered', async () => {
    const station = stationThat({ open: true });
    const all = arrivals();

    await all.arrive(station);

    expect(station.said).toEqual(['BootNotification', 'StatusNotification']);
    expect(all.summary()).toMatchObject({ arrived: 1, refused: 0, missing: 0 });
  });

  it('come back after a 503, and are counted', async () => {
    const station = stationThat({ refusedFor: 0 }, { refusedFor: 0.001 }, { open: true });
    const all = arrivals();

    await all.arrive(station);

    expect(station.said).toEqual(['dropped', 'dropped', 'BootNotification', 'StatusNotification']);
    expect(all.summary()).toMatchObject({ arrived: 1, refused: 2 });
  });

  it('come back when the connection is lost before all was answered', async () => {
    const station = stationThat({ open: true }, { open: true });
    const answer = station.call;
    let calls = 0;
    station.call = (action) => (++calls === 2 ? Promise.reject(new CallFailed('disconnected')) : answer(action));
    const all = arrivals();

    await all.arrive(station);

    expect(station.said).toEqual(['BootNotification', 'dropped', 'BootNotification', 'StatusNotification']);
    expect(all.summary()).toMatchObject({ arrived: 1 });
  });

  it('tell what failed', async () => {
    const failures = [];
    const all = arrivals({ fail: (reason) => failures.push(reason) });

    await all.arrive(stationThat({ failed: 'ECONNRESET' }, { open: true }));

    expect(failures).toEqual(['connection: ECONNRESET']);
    expect(all.summary()).toMatchObject({ arrived: 1 });
  });
});
