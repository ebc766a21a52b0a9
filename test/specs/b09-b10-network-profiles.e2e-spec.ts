import { CallError, NO_ANSWER, type SimulatedStation } from '../../src/cli/simulator/index.js';
import { startCsms } from '../support/csms.js';

const PROFILE = {
  ocppCsmsUrl: 'wss://other.example/ocpp',
  messageTimeout: 30,
  securityProfile: 2,
  ocppInterface: 'Wireless0',
};
const SENT = { ocppVersion: 'OCPP20', ocppTransport: 'JSON', ...PROFILE };

describe('B09, B10 · Network profiles', () => {
  const csms = startCsms();
  const set = (stationId: string, slot: number | string, body: object) =>
    csms.operator.put(`/stations/${stationId}/network-profiles/${slot}`, body);
  /** What it says of its slots from now on; undefined: it does not know the variable. */
  const tells = (station: SimulatedStation<'2.0.1'>, active: string | undefined, priority: string) =>
    station.onCall('GetVariables', ({ getVariableData }) => ({
      getVariableResult: getVariableData.map((asked) => {
        const attributeValue = asked.variable.name === 'ActiveNetworkProfile' ? active : priority;
        return attributeValue === undefined
          ? { ...asked, attributeStatus: 'UnknownVariable' as const }
          : { ...asked, attributeStatus: 'Accepted' as const, attributeValue };
      }),
    }));
  const shown = async (stationId: string) => (await csms.operator.get(`/stations/${stationId}/network-profiles`)).body;

  it('B09 · a profile is put into a free slot, and its secrets are seen nowhere (TC_B_42)', async () => {
    const station = await csms.station('B09-set', '2.0.1').boots();
    const vpn = { server: 'v.example', user: 'u', password: 'vpn-secret', key: 'vpn-key-secret', type: 'IKEv2' };
    const apn = { apn: 'internet', apnPassword: 'apn-secret', simPin: 4711, apnAuthentication: 'CHAP' };

    const { status, body } = await set('B09-set', 2, { ...PROFILE, vpn, apn });

    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'SetNetworkProfile', status: 'Accepted' });
    expect(await station.nextCall('SetNetworkProfile')).toEqual({
      configurationSlot: 2,
      connectionData: { ...SENT, vpn, apn },
    });
    const view = await shown('B09-set');
    expect(view).toMatchObject({
      activeSlot: 1,
      priority: [1, 2],
      profiles: [{ slot: 2, commandId: body.commandId, profile: { ocppCsmsUrl: PROFILE.ocppCsmsUrl } }],
    });
    const messages = await csms.eventually(async () => {
      const found = await csms.operator.messages('B09-set', { action: 'SetNetworkProfile' });
      expect(found).toHaveLength(1);
      return found;
    });
    const everything = JSON.stringify([body, view, messages, await csms.operator.commands('B09-set')]);
    expect(everything).not.toMatch(/secret|4711/);
  });

  it('B09 · the slot in use is never overwritten', async () => {
    const station = await csms.station('B09-used', '2.0.1').boots();

    expect(await set('B09-used', 1, PROFILE)).toMatchObject({
      status: 409,
      body: { code: 'network-slot-in-use', slot: 1, priority: [1, 2] },
    });
    expect(station.frames.filter(({ action }) => action === 'SetNetworkProfile')).toEqual([]);
    expect((await set('B09-used', 1, { ...PROFILE, confirmed: true })).body).toMatchObject({ status: 'Accepted' });
  });

  it('B09 · after a fallback the first of the order is not the one in use', async () => {
    const station = await csms.station('B09-fallen', '2.0.1').boots();
    tells(station, '2', '1,2');

    expect((await set('B09-fallen', 2, PROFILE)).body).toMatchObject({ code: 'network-slot-in-use', slot: 2 });
    expect((await set('B09-fallen', 1, PROFILE)).body).toMatchObject({ status: 'Accepted' });
  });

  it('B09 · what the station told before does not count when it tells its slots no longer', async () => {
    const station = await csms.station('B09-stale', '2.0.1').boots();
    expect((await set('B09-stale', 2, PROFILE)).status).toBe(200);
    tells(station, undefined, '2,1');

    expect(await set('B09-stale', 2, PROFILE)).toMatchObject({
      status: 409,
      body: { code: 'network-slot-unknown', priority: [2, 1] },
    });
  });

  it('B09 · where the station does not tell its slots the operator has to know', async () => {
    const station = await csms.station('B09-unknown', '2.0.1').boots();
    station.onCall('GetVariables', new CallError('NotImplemented'));

    expect(await set('B09-unknown', 2, PROFILE)).toMatchObject({
      status: 409,
      body: { code: 'network-slot-unknown' },
    });
    expect((await set('B09-unknown', 2, { ...PROFILE, confirmed: true })).status).toBe(200);
  });

  it.each(['Rejected', 'Failed'] as const)('B09 · %s is shown, and nothing kept (TC_B_44)', async (status) => {
    const station = await csms.station(`B09-${status}`, '2.0.1').boots();
    station.onCall('SetNetworkProfile', () => ({ status, statusInfo: { reasonCode: 'InvalidURL' } }));

    const { body } = await set(`B09-${status}`, 2, PROFILE);

    expect(body).toMatchObject({ status, statusInfo: { reasonCode: 'InvalidURL' } });
    expect((await shown(`B09-${status}`)).profiles).toEqual([]);
  });

  it('B09 · a CALLERROR is shown without the secrets that it repeats', async () => {
    const station = await csms.station('B09-error', '2.0.1').boots();
    const apn = { apn: 'internet', apnPassword: 'apn-secret', apnAuthentication: 'CHAP' };
    station.onCall(
      'SetNetworkProfile',
      new CallError('FormatViolation', 'cannot read {"apnPassword":"apn-secret"}', { connectionData: { apn } }),
    );

    const { status, body } = await set('B09-error', 2, { ...PROFILE, apn });

    expect(status).toBe(502);
    expect(body).toMatchObject({
      code: 'station-error',
      ocppError: { code: 'FormatViolation', details: { connectionData: { apn: { apn: 'internet' } } } },
    });
    const messages = await csms.eventually(async () => {
      const found = await csms.operator.messages('B09-error', { action: 'SetNetworkProfile' });
      expect(found).toHaveLength(1);
      return found;
    });
    expect(JSON.stringify(messages)).toMatch(/FormatViolation/);
    const everything = JSON.stringify([body, messages, await csms.operator.commands('B09-error')]);
    expect(everything).not.toMatch(/secret/);
    expect((await shown('B09-error')).profiles).toEqual([]);
  });

  it('B09 · a profile waits for its station only where it is known that the slot is free', async () => {
    const station = await csms.station('B09-kept', '2.0.1').boots();
    await station.goOffline();
    await csms.eventually(async () => expect((await csms.operator.station('B09-kept')).connected).toBe(false));
    const vpn = { server: 'v.example', user: 'u', password: 'vpn-secret', key: 'k-secret', type: 'IKEv2' };

    expect((await set('B09-kept', '2?whenOffline=queue', PROFILE)).body).toMatchObject({
      code: 'network-slot-unknown',
    });
    const { status, body } = await set('B09-kept', '2?whenOffline=queue', { ...PROFILE, vpn, confirmed: true });
    const stored = await csms.sql<{ row: string }>(
      `SELECT c::text AS row FROM commands c WHERE name = 'SetNetworkProfile' AND id = $1`,
      (body as { commandId: string }).commandId,
    );
    await csms.restart();
    await station.boots();

    expect(status).toBe(202);
    expect(JSON.stringify(stored)).not.toMatch(/secret/);
    expect(await station.nextCall('SetNetworkProfile')).toMatchObject({ connectionData: { vpn } });
    await csms.eventually(async () => expect((await shown('B09-kept')).profiles).toMatchObject([{ slot: 2 }]));
  });

  it('B09 · a profile that nobody confirmed does not wait where the line breaks before it is sent', async () => {
    const station = await csms.station('B09-line', '2.0.1').boots();
    station.onCall('ClearCache', NO_ANSWER);
    const named = async (name: string) => {
      const commands = await csms.operator.commands('B09-line');
      return commands.filter((command) => command.name === name);
    };
    let clearing: Promise<unknown> | undefined;
    station.onCall('GetVariables', async ({ getVariableData }) => {
      // it takes the line before the profile does
      clearing = csms.operator.post('/stations/B09-line/clear-cache', {});
      await csms.eventually(async () => expect(await named('ClearCache')).toHaveLength(1));
      const told = { attributeStatus: 'Accepted' as const, attributeValue: '1' };
      return { getVariableResult: getVariableData.map((asked) => ({ ...asked, ...told })) as never };
    });

    const asked = set('B09-line', '2?whenOffline=queue', PROFILE);
    await csms.eventually(async () => expect(await named('SetNetworkProfile')).toMatchObject([{ state: 'queued' }]));
    await station.goOffline();

    expect(await asked).toMatchObject({ status: 409, body: { code: 'station-offline' } });
    await clearing;
    expect(await named('SetNetworkProfile')).toMatchObject([{ state: 'errored' }]);
  });

  it('B09 · what was accepted is known after a restart, and after its command is gone', async () => {
    await csms.station('B09-restart', '2.0.1').boots();
    const { body } = await set('B09-restart', 2, PROFILE);

    await csms.restart();
    await csms.sql('DELETE FROM commands WHERE id = $1', (body as { commandId: string }).commandId);

    expect((await shown('B09-restart')).profiles).toMatchObject([{ slot: 2, profile: SENT }]);
  });

  it('B09 · a slot holds what was accepted last', async () => {
    const station = await csms.station('B09-twice', '2.0.1').boots();
    await set('B09-twice', 2, PROFILE);
    await csms.clock.advance(1000);
    await set('B09-twice', 2, { ...PROFILE, messageTimeout: 60 });
    station.onCall('SetNetworkProfile', () => ({ status: 'Rejected' }));
    await csms.clock.advance(1000);
    await set('B09-twice', 2, { ...PROFILE, messageTimeout: 90 });

    expect((await shown('B09-twice')).profiles).toMatchObject([{ slot: 2, profile: { messageTimeout: 60 } }]);
  });

  describe('B10 · a move to another slot', () => {
    const resets = async (station: SimulatedStation<'2.0.1'>, stationId: string) => {
      const back = new Promise<void>((resolve) => station.once('registered', () => resolve()));
      await csms.clock.advance(1000);
      expect((await csms.operator.post(`/stations/${stationId}/reset`, { type: 'Immediate' })).status).toBe(200);
      await back;
    };

    it('that failed: the station has fallen back, and the operator sees it', async () => {
      const station = await csms.station('B10-failed', '2.0.1').boots();
      await set('B10-failed', 2, PROFILE);
      await csms.operator.put('/stations/B10-failed/network-profiles/priority', { slots: [2, 1] });

      await resets(station, 'B10-failed');

      await csms.eventually(async () =>
        expect(await shown('B10-failed')).toMatchObject({ activeSlot: 1, priority: [2, 1], skippedSlots: [2] }),
      );
    });

    it('that succeeded, though TAU was restarted while the station was away', async () => {
      const station = await csms.station('B10-moved', '2.0.1').boots();
      await set('B10-moved', 2, PROFILE);
      await csms.operator.put('/stations/B10-moved/network-profiles/priority', { slots: [2, 1] });
      await station.goOffline();
      await csms.restart();
      tells(station, '2', '2,1');
      await csms.clock.advance(1000);

      await station.boots('RemoteReset');

      await csms.eventually(async () =>
        expect(await shown('B10-moved')).toMatchObject({ activeSlot: 2, priority: [2, 1], skippedSlots: [] }),
      );
    });
  });

  it('B10 · the order of the slots is changed, and holds after a reset', async () => {
    const station = await csms.station('B10-priority', '2.0.1').boots();

    const { body } = await csms.operator.put('/stations/B10-priority/network-profiles/priority', { slots: [2, 1] });

    expect(await station.nextCall('SetVariables')).toMatchObject({
      setVariableData: [{ attributeValue: '2,1', variable: { name: 'NetworkConfigurationPriority' } }],
    });
    expect(body).toMatchObject({ status: 'RebootRequired', rebootRequired: true });
  });

  it('B10 · an order cannot be said in OCPP 1.6, and not to a station that is offline', async () => {
    await csms.station('B10-1.6', '1.6').boots();
    await csms.given.station('B10-offline');
    const order = (stationId: string) =>
      csms.operator.put(`/stations/${stationId}/network-profiles/priority`, { slots: [2, 1] });

    expect(await order('B10-1.6')).toMatchObject({ status: 422, body: { code: 'version-unsupported' } });
    expect(await order('B10-offline')).toMatchObject({ status: 409, body: { code: 'station-offline' } });
  });

  it('B10 · an order that the station refuses is shown as it says it', async () => {
    const station = await csms.station('B10-refused', '2.0.1').boots();
    station.onCall('SetVariables', ({ setVariableData }) => ({
      setVariableResult: setVariableData.map(({ component, variable }) => ({
        component,
        variable,
        attributeStatus: 'Rejected' as const,
        attributeStatusInfo: { reasonCode: 'InvalidConf' },
      })) as never,
    }));

    const { body } = await csms.operator.put('/stations/B10-refused/network-profiles/priority', { slots: [9] });

    expect(body).toMatchObject({
      rebootRequired: false,
      results: [{ status: 'Rejected', value: '9', statusInfo: { reasonCode: 'InvalidConf' } }],
    });
    expect((await shown('B10-refused')).priority).toBeNull();
  });

  it('B09.FR.04 · a lower security profile is refused', async () => {
    const station = await csms.station('B09-lower', '2.0.1').boots();

    const body = { ...PROFILE, ocppCsmsUrl: 'ws://other.example/ocpp', securityProfile: 0 };
    expect(await set('B09-lower', 2, body)).toMatchObject({ status: 409, body: { code: 'security-profile-lower' } });
    expect(station.frames.filter(({ action }) => action === 'SetNetworkProfile')).toEqual([]);
  });

  it.each(['1.6', '2.0'] as const)('cannot be said in OCPP %s', async (version) => {
    await csms.station(`B09-${version}`, version).boots();

    expect(await set(`B09-${version}`, 2, PROFILE)).toMatchObject({
      status: 422,
      body: { code: 'version-unsupported' },
    });
  });

  it('of a station that is not connected or not registered is refused', async () => {
    await csms.given.station('B09-offline');

    expect(await set('B09-offline', 2, PROFILE)).toMatchObject({ status: 409, body: { code: 'station-offline' } });
    expect(await set('B09-nobody', 2, PROFILE)).toMatchObject({ status: 404, body: { code: 'station-unknown' } });
  });

  it.each([
    [2, {}],
    ['two', PROFILE],
    [2, { ...PROFILE, ocppInterface: 'Carrier pigeon' }],
    [2, { ...PROFILE, ocppCsmsUrl: 'wss://other.example/ocpp/B09-bad' }],
    [2, { ...PROFILE, ocppCsmsUrl: 'ws://other.example/ocpp' }],
    [-1, PROFILE],
    [9_999_999_999, PROFILE],
    [2, { ...PROFILE, vpn: { server: 'v' } }],
  ])('is refused where the request makes no sense: %s %j', async (slot, body) => {
    await csms.given.station('B09-bad');

    expect(await set('B09-bad', slot, body)).toMatchObject({ status: 400 });
  });
});
