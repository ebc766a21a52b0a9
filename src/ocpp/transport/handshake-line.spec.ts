import { HandshakeLine, type Place } from './handshake-line.js';

const turns = async (place: Place, log: string[], name: string): Promise<void> => {
  log.push(`${name} ${(await place.turn()) ? 'connects' : 'has gone'}`);
};
const moment = (): Promise<void> => new Promise(setImmediate);
/** All that is settled by now has been told, and the turn of the event loop is still the same. */
const told = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

describe('Handshakes that are under way', () => {
  it('are connected few at a time, in the order in which they asked', async () => {
    const line = new HandshakeLine(2);
    const log: string[] = [];
    const places = ['a', 'b', 'c', 'd'].map((name) => {
      const place = line.enter();
      void turns(place, log, name);
      return place;
    });
    await moment();
    expect(log).toEqual(['a connects', 'b connects']);

    places[1]!.leave();
    await moment();
    expect(log).toEqual(['a connects', 'b connects', 'c connects']);

    places[0]!.leave();
    places[0]!.leave(); // once is enough
    await moment();
    expect(log.slice(3)).toEqual(['d connects']);
    expect(line.length).toBe(2);
  });

  it('are let through in slices, between which everybody else has a turn', async () => {
    const line = new HandshakeLine(256, 2);
    const log: string[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) void turns(line.enter(), log, name);
    const lengths: number[] = [];

    for (let i = 0; i < 3; i++) {
      await told();
      lengths.push(log.length);
      await moment();
    }

    expect(lengths).toEqual([2, 4, 5]);
  });

  it('are not let through where the station has gone while they waited for the turn', async () => {
    const line = new HandshakeLine(256, 1);
    const log: string[] = [];
    const [first, gone, last] = [line.enter(), line.enter(), line.enter()];
    void turns(first, log, 'first');
    void turns(gone, log, 'gone');
    void turns(last, log, 'last');

    await told();
    gone.leave();
    for (let i = 0; i < 3; i++) await moment();

    expect(log).toEqual(['first connects', 'gone has gone', 'last connects']);
    expect(line.length).toBe(2);
  });

  it('wait for nobody who has gone, and take no turn when they have gone themselves', async () => {
    const line = new HandshakeLine(1);
    const log: string[] = [];
    const [first, gone, next, late] = [line.enter(), line.enter(), line.enter(), line.enter()];
    void turns(first, log, 'first');
    void turns(gone, log, 'gone');
    void turns(next, log, 'next');
    await told();

    gone.leave();
    late.leave();
    void turns(late, log, 'late');
    first.leave();
    await moment();

    expect([...log].sort()).toEqual(['first connects', 'gone has gone', 'late has gone', 'next connects']);
    next.leave();
    expect(line.length).toBe(0);
  });

  it('do not count against each other while their credentials are checked', () => {
    const line = new HandshakeLine(1);

    for (let i = 0; i < 500; i++) line.enter();

    expect(line.length).toBe(500);
  });
});
