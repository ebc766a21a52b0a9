import type { WebSocket } from 'ws';
import { FakeClock } from '../../../test/support/fake-clock.js';
import type { MessageLog, RegisteredStation } from '../ports.js';
import { Connections } from '../transport/connections.js';
import { StationConnection } from '../transport/station-connection.js';
import { LocalStationClient } from './station-client.service.js';

const STATION: RegisteredStation = {
  id: 'a',
  stationId: 'CS001',
  settings: { securityProfile: 1, disabledRules: [], enabledRules: [] },
  registration: 'Accepted',
  decision: 'Accepted',
  everAccepted: true,
};

function connected(epoch: bigint) {
  const sent: string[] = [];
  const clock = new FakeClock();
  const socket = { readyState: 1, OPEN: 1, send: (text: string) => void sent.push(text) } as unknown as WebSocket;
  const connection = new StationConnection(socket, STATION, '2.0.1', '192.0.2.1', clock.now(), clock, 30);
  connection.epoch = epoch;
  const connections = new Connections();
  connections.add(connection);
  const client = new LocalStationClient(connections, { record: () => undefined } as unknown as MessageLog);
  return { client, connection, sent };
}

describe('A CALL to a station', () => {
  const clear = (client: LocalStationClient, epoch?: bigint) =>
    client.call('a', 'ClearCache', {}, epoch === undefined ? {} : { epoch });

  it('is not sent over another connection than the one that is meant', async () => {
    const { client, sent } = connected(2n);

    expect(await clear(client, 1n)).toEqual({ kind: 'disconnected', sentAt: undefined });
    expect(sent).toEqual([]);
  });

  it.each([2n, undefined])('is sent over the present connection where %s is meant', async (epoch) => {
    const { client, connection, sent } = connected(2n);

    const outcome = clear(client, epoch);
    await new Promise(setImmediate);
    expect(sent).toHaveLength(1);
    connection.outbound.close();

    expect(await outcome).toMatchObject({ kind: 'disconnected', sentAt: expect.any(Date) });
  });
});

describe('What the operator decides about a station', () => {
  it('reaches its open connection, and taken back restores what the station was told', () => {
    const { client } = connected(1n);
    const registration = () => client.connected('a')?.registration;

    client.changeRegistration('a', 'Rejected');
    expect(registration()).toBe('Rejected');
    client.changeRegistration('a', 'Accepted');
    expect(registration()).toBe('Accepted');
  });

  it('does not reach further than the answer to its last boot', () => {
    const { client, connection } = connected(1n);
    connection.expected.add('StatusNotification');

    connection.register('Pending');
    client.changeRegistration('a', 'Accepted');

    expect(client.connected('a')?.registration).toBe('Pending');
    expect(connection.expected.size).toBe(0);
  });
});
