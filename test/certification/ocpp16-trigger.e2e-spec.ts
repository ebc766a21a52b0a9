import { startCsms } from '../support/csms.js';
import type { Api } from '../support/operator.js';
import { CONNECTOR, stationsV16, type StationV16 } from './ocpp16-station.js';

type Wish = Api<'TriggerMessageDto'>;

describe('OCPP 1.6 · Remote trigger', () => {
  const csms = startCsms();
  const connects = stationsV16(csms);

  const boots = async (stationId: string) => {
    const station = await connects(stationId);
    await station.boots();
    await csms.clock.advance(1000);
    return station;
  };
  /** The operator asks for a message, and the station answers. */
  const triggers = async ({ stationId, strict }: StationV16, wish: Wish, status: 'Accepted' | 'Rejected') => {
    const requests: object[] = [];
    strict.onCall('TriggerMessage', (request) => {
      requests.push(request);
      return { status };
    });
    const command = await csms.operator.triggerMessage(stationId, wish);
    expect(command).toMatchObject({ state: 'answered', status });
    return { requests, commandId: command.commandId };
  };
  const brought = (commandId: string, ...messages: object[]) =>
    csms.eventually(async () => expect((await csms.operator.command(commandId)).messages).toMatchObject(messages));

  it('TC_054_CSMS · Trigger message: each message is asked for, and what comes is answered', async () => {
    const station = await boots('TC-054');
    const { strict } = station;
    const timestamp = station.time();

    const meters = await triggers(station, { requestedMessage: 'MeterValues', evseId: CONNECTOR }, 'Accepted');
    expect(meters.requests).toEqual([{ requestedMessage: 'MeterValues', connectorId: CONNECTOR }]);
    const meterValue = [{ timestamp, sampledValue: [{ value: '1500', context: 'Trigger' as const }] }];
    expect(await strict.call('MeterValues', { connectorId: CONNECTOR, meterValue })).toEqual({});
    await brought(meters.commandId, { action: 'MeterValues' });

    const heartbeat = await triggers(station, { requestedMessage: 'Heartbeat' }, 'Accepted');
    expect(heartbeat.requests).toEqual([{ requestedMessage: 'Heartbeat' }]);
    const { currentTime } = await strict.call('Heartbeat', {});
    expect(currentTime).toBe(csms.clock.now().toISOString());
    await brought(heartbeat.commandId, { action: 'Heartbeat', response: { currentTime } });

    const status = await triggers(station, { requestedMessage: 'StatusNotification', evseId: CONNECTOR }, 'Accepted');
    expect(status.requests).toEqual([{ requestedMessage: 'StatusNotification', connectorId: CONNECTOR }]);
    await station.reports('Available');
    await brought(status.commandId, { action: 'StatusNotification', request: { status: 'Available' } });

    for (const requestedMessage of ['DiagnosticsStatusNotification', 'FirmwareStatusNotification'] as const) {
      const { requests, commandId } = await triggers(station, { requestedMessage }, 'Accepted');
      expect(requests).toEqual([{ requestedMessage }]);
      expect(await strict.call(requestedMessage, { status: 'Idle' })).toEqual({});
      await brought(commandId, { action: requestedMessage, request: { status: 'Idle' }, outcome: 'answered' });
    }
  });

  it('TC_055_CSMS · Trigger message rejected: the operator is told', async () => {
    const station = await boots('TC-055');

    const { commandId } = await triggers(station, { requestedMessage: 'MeterValues', evseId: CONNECTOR }, 'Rejected');

    expect(await csms.operator.command(commandId)).toMatchObject({ status: 'Rejected', messages: [] });
  });
});
