import type { Socket } from 'node:net';
import { DataSource } from 'typeorm';
import type { OcppVersion } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';
import { knock } from '../support/knock.js';
import { rawStations, type RawStation } from '../support/raw-station.js';

const MIB = 1024 * 1024;
const HEARTBEAT = '[2,"h","Heartbeat",{}]';

/** A CALL of exactly so many bytes. */
const frameOf = (bytes: number): string => {
  const empty = '[2,"big","DataTransfer",{"data":""}]';
  return empty.replace('""', `"${'x'.repeat(bytes - empty.length)}"`);
};

describe('A second socket of the same identity (B16)', () => {
  const csms = startCsms();
  const stations = rawStations(csms);
  const isConnected = async (stationId: string) => (await csms.operator.station(stationId)).connected;
  const reset = (stationId: string) => csms.operator.post(`/stations/${stationId}/ocpp/Reset`, { type: 'Soft' });
  /** Takes the next CALL of TAU and accepts it. */
  const accept = async (station: RawStation): Promise<void> => {
    const [, id, action] = JSON.parse(await station.next());
    expect(action).toBe('Reset');
    station.send(JSON.stringify([3, id, { status: 'Accepted' }]));
  };
  const hangUp = async (station: RawStation): Promise<void> => {
    station.socket.close(1000);
    await station.closed;
    await csms.eventually(async () => expect(await isConnected(station.stationId)).toBe(false));
  };

  it('with the right password wins at once, and the old one is closed', async () => {
    const old = await stations.booted('CS001', '1.6');
    const fresh = await stations.connected('CS001', '2.0.1');

    expect(await fresh.ask(HEARTBEAT)).toMatch(/^\[3,"h"/); // accepted before: it need not boot
    expect(await old.closed).toEqual({ code: 1008, reason: 'replaced by a newer connection' });
    expect(await csms.operator.station('CS001')).toMatchObject({ connected: true, ocppVersion: '2.0.1' });
  });

  it('without the right password changes nothing', async () => {
    const live = await stations.booted('CS002', '1.6');

    await expect(stations.connected('CS002', '1.6', { password: 'not the password' })).rejects.toThrow('401');

    expect(await live.ask(HEARTBEAT)).toMatch(/^\[3,"h"/);
    const asked = reset('CS002');
    await accept(live);
    expect((await asked).status).toBe(200);
  });

  it('stays in charge when the old one closes late', async () => {
    const old = await stations.booted('CS003', '1.6');
    old.socket.pause(); // it does not read that it is replaced, so its close is still to come
    const fresh = await stations.connected('CS003', '1.6');
    await fresh.ask(HEARTBEAT);

    old.socket.resume();
    await old.closed;
    await hangUp(await stations.booted('AFTERWARDS', '1.6')); // by then the close of the old one is dealt with too

    const asked = reset('CS003');
    await accept(fresh);
    expect((await asked).status).toBe(200);
    expect(await isConnected('CS003')).toBe(true);
  });

  it('gets no command that was under way on the old one, which fails once', async () => {
    const old = await stations.booted('CS004', '1.6');
    const pending = reset('CS004');
    const waiting = reset('CS004');
    const [, id] = JSON.parse(await old.next());
    await csms.eventually(async () => expect(await csms.operator.commands('CS004')).toHaveLength(2));
    await old.ask(HEARTBEAT);

    const fresh = await stations.connected('CS004', '1.6');
    const answers = await Promise.all([pending, waiting]);
    // what comes too late belongs to nothing
    old.send(JSON.stringify([3, id, { status: 'Accepted' }]));
    fresh.send(JSON.stringify([3, id, { status: 'Accepted' }]));

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'station-offline'],
      [409, 'station-offline'],
    ]);
    expect(await fresh.ask(HEARTBEAT)).toMatch(/^\[3,"h"/); // nothing else came before
    const commands = await csms.operator.commands('CS004');
    expect(commands.map(({ state, error }) => [state, error?.['reason']])).toEqual([
      ['errored', 'disconnected'],
      ['errored', 'disconnected'],
    ]);
  });

  it('of many at once leaves exactly one, the last to be let in', async () => {
    await stations.booted('CS005', '1.6');

    const sockets = await Promise.all(Array.from({ length: 8 }, () => stations.connected('CS005', '1.6')));
    const open = async () => sockets.filter(({ socket }) => socket.readyState === socket.OPEN);
    const [survivor] = await csms.eventually(async () => {
      expect(await open()).toHaveLength(1);
      return open();
    });
    await survivor!.ask(HEARTBEAT); // by then the connection is recorded

    const asked = reset('CS005');
    await accept(survivor!);
    expect((await asked).status).toBe(200);
    expect(await isConnected('CS005')).toBe(true);
  });

  it('leaves the station connected also while it is still being recorded, when the old one is gone', async () => {
    const old = await stations.booted('CS007', '1.6');
    const other = await stations.booted('OTHER', '1.6');
    const recording = csms.get(DataSource).createQueryRunner();
    await recording.startTransaction();
    await recording.query('ALTER SEQUENCE connection_epochs CACHE 1'); // holds up whoever wants a number

    try {
      await stations.connected('CS007', '1.6');
      await old.closed;
      await hangUp(other); // ends are written in their order, so that of the old one would be written too
      expect(await isConnected('CS007')).toBe(true);
    } finally {
      await recording.rollbackTransaction();
      await recording.release();
    }
  });

  it('is not needed after a clean close: the station is offline, and a command says so', async () => {
    const station = await stations.booted('CS006', '1.6');

    await hangUp(station);

    expect(await reset('CS006')).toMatchObject({ status: 409, body: { code: 'station-offline' } });
  });
});

describe('A frame', () => {
  const csms = startCsms();
  const stations = rawStations(csms);

  it('of 1 MiB is read, a byte more ends the connection with 1009 (B20)', async () => {
    const station = await stations.booted('CS001', '1.6');

    expect(await station.ask(frameOf(MIB))).toMatch(/^\[4,"big","OccurenceConstraintViolation"/);
    station.send(frameOf(MIB + 1));

    expect((await station.closed).code).toBe(1009);
    await stations.booted('CS001', '1.6');
  });

  it('may be smaller or larger where the station has a limit of its own', async () => {
    await csms.given.station('SMALL', { rules: { maxFrameBytes: 1024 } });
    await csms.given.station('LARGE', { rules: { maxFrameBytes: 3 * MIB } });
    const [small, large] = [await stations.booted('SMALL', '2.0.1'), await stations.booted('LARGE', '2.0.1')];

    small.send(frameOf(1025));
    large.send(frameOf(3 * MIB));

    expect((await small.closed).code).toBe(1009);
    expect(await large.next()).toMatch(/^\[4,"big"/);
  });

  it('in fragments is put together, and no more of it is kept than the limit allows (B21)', async () => {
    const station = await stations.booted('CS002', '2.0.1');
    const half = HEARTBEAT.length / 2;

    station.socket.send(HEARTBEAT.slice(0, half), { fin: false });
    station.socket.send(HEARTBEAT.slice(half), { fin: true });
    expect(await station.next()).toMatch(/^\[3,"h"/);

    for (let i = 0; i < 17; i++) station.socket.send('x'.repeat(MIB / 16), { fin: false });
    expect((await station.closed).code).toBe(1009);
  });

  it('in endless fragments of a byte ends the connection with 1008 (B21)', async () => {
    const station = await stations.booted('CS003', '2.0.1');

    for (let i = 0; i <= 16 * 1024; i++) station.socket.send('x', { fin: false });

    expect((await station.closed).code).toBe(1008);
  });

  it('that is no UTF-8 ends the connection with 1007', async () => {
    const station = await stations.booted('CS004', '2.0.1');

    station.socket.send(Buffer.from([0x5b, 0xff, 0xfe]), { binary: false });

    expect((await station.closed).code).toBe(1007);
  });
});

describe('Compression', () => {
  const csms = startCsms();
  const stations = rawStations(csms);
  const compressing = { perMessageDeflate: { threshold: 0 } };
  /** Whether each frame that came since is compressed, read off its first bytes. */
  const compressedFrames = (station: RawStation): boolean[] => {
    const seen: boolean[] = [];
    const { _socket: line } = station.socket as unknown as { _socket: Socket };
    line.on('data', (bytes: Buffer) => seen.push((bytes[0]! & 0x40) !== 0));
    return seen;
  };

  it.each<OcppVersion>(['2.0', '2.0.1'])('is read from OCPP %s and never written (B23)', async (version) => {
    const station = await stations.booted(`DEFLATE-${version}`, version, compressing);
    expect(station.socket.extensions).toBe('permessage-deflate');

    const compressed = compressedFrames(station);
    expect(await station.ask(`[2,"f","Frobnicate",{"x":"${'x'.repeat(5000)}"}]`)).toMatch(/^\[4,"f","NotImplemented"/);

    expect(compressed).toEqual([false]);
  });

  it('keeps no window between messages, so that an idle connection stays small', async () => {
    const password = await csms.given.station('WINDOW');

    const { headers } = await knock(`${csms.ocppUrl}/WINDOW`, {
      offers: ['ocpp2.0.1'],
      user: 'WINDOW',
      password,
      headers: { 'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits' },
    });

    expect(headers['sec-websocket-extensions']?.split('; ')).toEqual(
      expect.arrayContaining(['server_no_context_takeover', 'client_no_context_takeover']),
    );
  });

  it('is not agreed with OCPP 1.6', async () => {
    const station = await stations.booted('DEFLATE-1.6', '1.6', compressing);

    expect(station.socket.extensions).toBe('');
    expect(await station.ask(HEARTBEAT)).toMatch(/^\[3,"h"/);
  });

  it('hides no message over the limit: the connection ends with 1009 (B23)', async () => {
    const station = await stations.booted('BOMB', '2.0.1', compressing);

    station.send(frameOf(64 * MIB)); // 64 KiB on the line

    expect((await station.closed).code).toBe(1009);
  });
});
