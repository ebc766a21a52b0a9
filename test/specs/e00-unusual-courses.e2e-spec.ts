import { startCsms } from '../support/csms.js';

const at = (time: string) => `2026-11-20T${time}:00Z`;

/** What stations do to transactions besides charging: restart their counters, lose their clocks, guess ids. */
describe('E01 E06 · Unusual courses of transactions', () => {
  const csms = startCsms({ now: '2026-11-22T10:00:00Z' });

  const events = async (stationId: string) => {
    const station = await csms.station(stationId, '2.0.1').boots();
    return (
      eventType: 'Started' | 'Updated' | 'Ended',
      seqNo: number,
      time: string,
      { id = '1', token, evseId = 1, wh }: { id?: string; token?: string; evseId?: number; wh?: number } = {},
    ) =>
      station.call('TransactionEvent', {
        eventType,
        seqNo,
        timestamp: time.length === 5 ? at(time) : time,
        triggerReason: 'Trigger',
        transactionInfo: { transactionId: id },
        evse: { id: evseId, connectorId: 1 },
        ...(token && { idToken: { idToken: token, type: 'ISO14443' as const } }),
        ...(wh !== undefined && {
          meterValue: [{ timestamp: at('00:00'), sampledValue: [{ value: wh }] as [{ value: number }] }],
        }),
      });
  };

  const courses = async (stationId: string) =>
    (await csms.operator.transactions({ stationId }))
      .map((t) =>
        `${t.startedAt.slice(11, 16)}-${t.endedAt?.slice(11, 16) ?? ''} ${t.state} ${t.idToken?.value ?? ''}`.trim(),
      )
      .reverse();

  it('a late start finds its place between two transactions with the same id', async () => {
    const tell = await events('REUSED');
    await tell('Started', 0, '10:00');
    await tell('Ended', 1, '10:30');
    await tell('Started', 0, '12:00');
    await tell('Ended', 1, '12:30');

    await tell('Started', 0, '11:00');
    await tell('Ended', 1, '11:30');

    expect(await courses('REUSED')).toEqual(['10:00-10:30 ended', '11:00-11:30 ended', '12:00-12:30 ended']);
  });

  it('two drivers do not share a bill when the counter began anew and the end between them was lost', async () => {
    const tell = await events('COUNTER');
    await tell('Started', 0, '08:00', { token: 'ANNA' });

    await tell('Started', 0, '15:00', { token: 'BOB' });
    await tell('Ended', 1, '16:00');

    expect(await courses('COUNTER')).toEqual(['08:00-15:00 ended ANNA', '15:00-16:00 ended BOB']);
  });

  it('a start that is only sent again with a new time stays one transaction', async () => {
    const tell = await events('RESTAMPED');
    await tell('Started', 0, '08:00', { token: 'ANNA' });
    await tell('Started', 0, '08:05', { token: 'ANNA' });
    await tell('Ended', 1, '09:00');

    expect(await courses('RESTAMPED')).toEqual(['08:00-09:00 ended ANNA']);
  });

  it('a clock that is a week ahead ends nothing', async () => {
    const tell = await events('FUTURE');
    await tell('Started', 0, '2026-11-29T10:00:00Z', { id: 'ahead' });

    await tell('Started', 0, '09:00', { id: 'real' });

    expect(
      (await csms.operator.transactions({ stationId: 'FUTURE', state: 'active' })).map((t) => t.ocppTransactionId),
    ).toContain('real');
  });

  it.each([
    ['A', 'B', 'C'],
    ['A', 'C', 'B'],
    ['C', 'B', 'A'],
    ['B', 'A', 'C'],
  ])('what the next transaction ends is the same in the order %s %s %s', async (...order) => {
    const times: Record<string, string> = { A: '08:00', B: '12:00', C: '14:00' };
    const stationId = `ORDER-${order.join('')}`;
    const tell = await events(stationId);

    for (const id of order) await tell('Started', 0, times[id]!, { id });

    expect(await courses(stationId)).toEqual(['08:00-12:00 ended', '12:00-14:00 ended', '14:00- active']);
  });

  it('a transaction that was ended by a guess can still be asked to stop', async () => {
    const station = csms.station('GUESSED', '2.0.1');
    const tell = await events('GUESSED');
    await tell('Started', 0, '08:00', { id: 'old' });
    await tell('Started', 0, '09:00', { id: 'new' });
    const old = (await csms.operator.transactions({ stationId: 'GUESSED' })).find(
      (t) => t.ocppTransactionId === 'old',
    )!;
    await station.boots();
    station.onCall('RequestStopTransaction', { status: 'Accepted' });

    const stop = await csms.operator.requestStop(old.id);

    expect([old.state, stop.status]).toEqual(['ended', 'Accepted']);
  });

  it('a session without a usable time is not taken for the one before it (OCPP 1.6)', async () => {
    const station = await csms.station('NO-CLOCK', '1.6').boots();
    const start = { connectorId: 1, idTag: 'ANNA', meterStart: 0, timestamp: '1970-01-01T00:00:00Z' };

    const first = await station.call('StartTransaction', start);
    const again = await station.call('StartTransaction', start);
    await station.call('StopTransaction', {
      transactionId: first.transactionId,
      meterStop: 5,
      timestamp: start.timestamp,
    });
    const second = await station.call('StartTransaction', start);
    const secondAgain = await station.call('StartTransaction', start);
    await station.call('StopTransaction', {
      transactionId: second.transactionId,
      meterStop: 7,
      timestamp: start.timestamp,
    });

    expect(again.transactionId).toBe(first.transactionId);
    expect(second.transactionId).not.toBe(first.transactionId);
    expect(secondAgain.transactionId).toBe(second.transactionId);
    expect((await csms.operator.transactions({ stationId: 'NO-CLOCK' })).map((t) => t.energyWh).sort()).toEqual([5, 7]);
  });

  it('a stop that was matched by its token gives way to the real one (OCPP 1.6)', async () => {
    const station = await csms.station('MATCHED', '1.6').boots();
    const { transactionId } = await station.call('StartTransaction', {
      connectorId: 2,
      idTag: 'FLEET',
      meterStart: 1000,
      timestamp: at('08:00'),
    });

    await station.call('StopTransaction', {
      transactionId: -1,
      idTag: 'FLEET',
      meterStop: 50_000,
      timestamp: at('09:00'),
    });
    const [guessed] = await csms.operator.transactions({ stationId: 'MATCHED' });
    await station.call('StopTransaction', { transactionId, idTag: 'FLEET', meterStop: 3000, timestamp: at('10:00') });
    const [real] = await csms.operator.transactions({ stationId: 'MATCHED' });

    expect(guessed).toMatchObject({ state: 'ended', endedAt: '2026-11-20T09:00:00.000Z' });
    expect(guessed!.flags).toContain('matched-by-token');
    expect(real).toMatchObject({ endedAt: '2026-11-20T10:00:00.000Z', energyWh: 2000 });
  });

  it('a stop with an id of its own invention is kept and matched with nothing (OCPP 1.6)', async () => {
    const station = await csms.station('INVENTED', '1.6').boots();
    const start = { connectorId: 1, idTag: 'FLEET', meterStart: 0, timestamp: at('08:00') };
    await station.call('StartTransaction', start);

    await station.call('StopTransaction', {
      transactionId: 4711,
      idTag: 'FLEET',
      meterStop: 9,
      timestamp: at('09:00'),
    });

    expect(await csms.operator.transactions({ stationId: 'INVENTED', state: 'active' })).toHaveLength(1);
    expect((await csms.operator.get('/stations/INVENTED/unmatched-events')).body.items).toHaveLength(1);
  });

  it('a refused second transaction takes nothing from the first (policy: no concurrent transactions)', async () => {
    await csms.given.group('SOLO', { concurrentTransactions: 'refused' });
    await csms.given.idToken({ value: 'SOLO-1', groupId: 'SOLO' });
    const station = await csms.station('SOLO-16', '1.6').boots();
    const start = (connectorId: number, time: string) =>
      station.call('StartTransaction', { connectorId, idTag: 'SOLO-1', meterStart: 0, timestamp: at(time) });

    const first = await start(1, '08:00');
    const second = await start(2, '08:30');
    const firstAgain = await start(1, '08:00');

    expect([first, second, firstAgain].map(({ idTagInfo }) => idTagInfo.status)).toEqual([
      'Accepted',
      'ConcurrentTx',
      'Accepted',
    ]);
  });

  it('a transaction whose end was lost long ago locks no token out', async () => {
    await csms.given.group('SOLO', { concurrentTransactions: 'refused' });
    await csms.given.idToken({ value: 'SOLO-2', groupId: 'SOLO' });
    const station = await csms.station('SOLO-OLD', '1.6').boots();
    const start = (connectorId: number, timestamp: string) =>
      station.call('StartTransaction', { connectorId, idTag: 'SOLO-2', meterStart: 0, timestamp });

    await start(1, '2026-10-20T08:00:00Z');
    const today = await start(2, at('08:00'));

    expect(today.idTagInfo.status).toBe('Accepted');
  });

  it('a transaction that was changed elsewhere since it was last seen is read again, and nothing is written twice', async () => {
    const tell = await events('CHANGED');
    await tell('Started', 0, '10:00', { token: 'ANNA', wh: 1000 });
    await tell('Updated', 1, '10:10', { wh: 1500 });
    await csms.sql(`UPDATE transactions SET revision = revision + 1
      WHERE station_id = (SELECT id FROM stations WHERE station_key = 'changed')`);

    await tell('Updated', 2, '10:20', { wh: 2000 });
    await tell('Ended', 3, '10:30', { wh: 2500 });

    const [transaction] = await csms.operator.transactions({ stationId: 'CHANGED' });
    expect(transaction).toMatchObject({ state: 'ended', meterStartWh: 1000, meterStopWh: 2500 });
    expect((await csms.operator.events(transaction!.id)).map(({ seqNo }) => seqNo)).toEqual([0, 1, 2, 3]);
  });

  it('a transaction that was ended elsewhere takes its own end all the same', async () => {
    const tell = await events('ENDED');
    await tell('Started', 0, '10:00', { token: 'ANNA', wh: 1000 });
    await csms.sql(
      `UPDATE transactions
      SET revision = revision + 1, state = 'ended', ended_at = $1, provisional_end_at = $1
      WHERE station_id = (SELECT id FROM stations WHERE station_key = 'ended')`,
      at('10:05'),
    );

    await tell('Ended', 1, '10:30', { wh: 2500 });

    expect(await courses('ENDED')).toEqual(['10:00-10:30 ended ANNA']);
  });
});
