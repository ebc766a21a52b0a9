import { OCPP_VERSIONS, type OcppVersion } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';
import { BOOT, rawStations, type RawStation } from '../support/raw-station.js';

type Refused = [what: string, frame: string, answer: string];

const DEEP = `${'['.repeat(600)}${']'.repeat(600)}`;
const LONG_ID = 'i'.repeat(37);
const STATUS = '"timestamp":"2026-11-22T12:00:00Z","evseId":1';

const EVENT =
  '"eventType":"Started","timestamp":"2026-11-22T12:00:00Z","triggerReason":"CablePluggedIn","seqNo":0,"evse":{"id":1}';
const STARTS: Record<OcppVersion, string> = {
  '1.6':
    '[2,"t","StartTransaction",{"connectorId":1,"idTag":"TAG1","meterStart":0,"timestamp":"2026-11-22T12:00:00Z"}]',
  '2.0': `[2,"t","TransactionEvent",{${EVENT},"transactionData":{"id":"T1"}}]`,
  '2.0.1': `[2,"t","TransactionEvent",{${EVENT},"transactionInfo":{"transactionId":"T1"}}]`,
};

/** What 2.0 and 2.0.1 answer alike. */
const IN_2X = (version: OcppVersion): Refused[] => [
  [
    'an action that does not exist',
    '[2,"e1","Frobnicate",{}]',
    `[4,"e1","NotImplemented","OCPP ${version} has no action Frobnicate",{}]`,
  ],
  [
    'an action in other letters',
    '[2,"e1","heartbeat",{}]',
    `[4,"e1","NotImplemented","OCPP ${version} has no action heartbeat",{}]`,
  ],
  [
    'an action of another version',
    '[2,"e1","StartTransaction",{}]',
    `[4,"e1","NotImplemented","OCPP ${version} has no action StartTransaction",{}]`,
  ],
  [
    'an action that only the CSMS may send',
    '[2,"e1","RequestStartTransaction",{}]',
    `[4,"e1","NotSupported","RequestStartTransaction is not handled here in OCPP ${version}",{}]`,
  ],
  [
    'a required field that is missing',
    '[2,"e1","Authorize",{}]',
    '[4,"e1","OccurrenceConstraintViolation","idToken is required",{"field":"idToken"}]',
  ],
  [
    'a required field below that is missing',
    '[2,"e1","Authorize",{"idToken":{"idToken":"A"}}]',
    '[4,"e1","OccurrenceConstraintViolation","idToken.type is required",{"field":"idToken.type"}]',
  ],
  [
    'a field of the wrong type',
    `[2,"e1","StatusNotification",{"timestamp":"2026-11-22T12:00:00Z","connectorStatus":"Available","evseId":1,"connectorId":true}]`,
    '[4,"e1","TypeConstraintViolation","connectorId has the wrong JSON type",{"field":"connectorId"}]',
  ],
  [
    'a value that is not listed',
    `[2,"e1","StatusNotification",{${STATUS},"connectorId":1,"connectorStatus":"Broken"}]`,
    '[4,"e1","PropertyConstraintViolation","connectorStatus has a value that this version does not list",{"field":"connectorStatus"}]',
  ],
  [
    'a payload that is no object',
    '[2,"e1","Heartbeat",7]',
    '[4,"e1","FormatViolation","the payload has the wrong JSON type",{}]',
  ],
  ['what is no JSON', '[2,"e1","Heartbeat",', '[4,"-1","RpcFrameworkError","The message is not JSON",{}]'],
  ['no text at all', '', '[4,"-1","RpcFrameworkError","The message is not JSON",{}]'],
  ['what is no array', '{"a":1}', '[4,"-1","RpcFrameworkError","The message is not a JSON array",{}]'],
  ['an empty array', '[]', '[4,"-1","RpcFrameworkError","The message is not a JSON array",{}]'],
  ['a CALL without an id', '[2]', '[4,"-1","RpcFrameworkError","The message id cannot be read",{}]'],
  [
    'a CALL whose id is an object',
    '[2,{},"Heartbeat",{}]',
    '[4,"-1","RpcFrameworkError","The message id cannot be read",{}]',
  ],
  [
    'a CALL with too long an id',
    `[2,"${LONG_ID}","Heartbeat",{}]`,
    `[4,"${LONG_ID}","RpcFrameworkError","The message id is longer than 36 characters",{}]`,
  ],
  ['a CALL without an action', '[2,"e1",{},{}]', '[4,"e1","RpcFrameworkError","The action must be a string",{}]'],
  [
    'a CALL with more than belongs into it',
    '[2,"e1","Heartbeat",{},{}]',
    '[4,"e1","RpcFrameworkError","A CALL has four elements",{}]',
  ],
  [
    'a message type that does not exist',
    '[7,"e1","Heartbeat",{}]',
    '[4,"e1","MessageTypeNotSupported","The message type is none of CALL, CALLRESULT and CALLERROR",{}]',
  ],
  [
    'a message type that is no number',
    '["2","e1","Heartbeat",{}]',
    '[4,"e1","RpcFrameworkError","The message type is none of CALL, CALLRESULT and CALLERROR",{}]',
  ],
  ['what is nested without end', DEEP, '[4,"-1","RpcFrameworkError","The message is nested too deeply",{}]'],
];

/** What TAU does not handle; of 2.0.1 it handles everything. */
const ONLY_IN_20: Refused[] = [
  [
    'an action that TAU does not handle',
    '[2,"e1","NotifyEVChargingNeeds",{}]',
    '[4,"e1","NotSupported","NotifyEVChargingNeeds is not handled here in OCPP 2.0",{}]',
  ],
];

/** What 1.6 answers: two codes in spellings of its own, and no word for what bears no id. */
const IN_16: Refused[] = [
  [
    'an action that does not exist',
    '[2,"e1","Frobnicate",{}]',
    '[4,"e1","NotImplemented","OCPP 1.6 has no action Frobnicate",{}]',
  ],
  [
    'an action in other letters',
    '[2,"e1","heartbeat",{}]',
    '[4,"e1","NotImplemented","OCPP 1.6 has no action heartbeat",{}]',
  ],
  [
    'an action of another version',
    '[2,"e1","TransactionEvent",{}]',
    '[4,"e1","NotImplemented","OCPP 1.6 has no action TransactionEvent",{}]',
  ],
  [
    'an action that only the CSMS may send',
    '[2,"e1","Reset",{"type":"Hard"}]',
    '[4,"e1","NotSupported","Reset is not handled here in OCPP 1.6",{}]',
  ],
  [
    'a required field that is missing',
    '[2,"e1","Authorize",{}]',
    '[4,"e1","OccurenceConstraintViolation","idTag is required",{"field":"idTag"}]',
  ],
  [
    'a field of the wrong type',
    '[2,"e1","StatusNotification",{"connectorId":true,"errorCode":"NoError","status":"Available"}]',
    '[4,"e1","TypeConstraintViolation","connectorId has the wrong JSON type",{"field":"connectorId"}]',
  ],
  [
    'a value that is not listed',
    '[2,"e1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Broken"}]',
    '[4,"e1","PropertyConstraintViolation","status has a value that this version does not list",{"field":"status"}]',
  ],
  [
    'a payload that is no object',
    '[2,"e1","Heartbeat",7]',
    '[4,"e1","FormationViolation","the payload has the wrong JSON type",{}]',
  ],
  ['a CALL without an action', '[2,"e1",{},{}]', '[4,"e1","FormationViolation","The action must be a string",{}]'],
  [
    'a CALL with more than belongs into it',
    '[2,"e1","Heartbeat",{},{}]',
    '[4,"e1","FormationViolation","A CALL has four elements",{}]',
  ],
  [
    'a transaction message without what it cannot be answered without',
    '[2,"e1","StartTransaction",{"connectorId":1,"meterStart":0,"timestamp":"2026-11-22T12:00:00Z"}]',
    '[4,"e1","OccurenceConstraintViolation","idTag is required",{"field":"idTag"}]',
  ],
];

/** What gets no answer in any version, or none in 1.6. */
const SILENT: [what: string, frame: string | Buffer, versions: readonly OcppVersion[]][] = [
  ['a CALLRESULT to nothing', '[3,"nobody-asked",{}]', OCPP_VERSIONS],
  ['a CALLERROR to nothing', '[4,"nobody-asked","GenericError","",{}]', OCPP_VERSIONS],
  ['a CALLRESULT without an id', '[3]', OCPP_VERSIONS],
  ['a CALLERROR that holds nothing', '[4,"nobody-asked"]', OCPP_VERSIONS],
  ['a binary frame', Buffer.from('[2,"e1","Heartbeat",{}]'), OCPP_VERSIONS],
  ['what is no JSON', '[2,"e1","StopTransaction",{"transactionId":,"meterStop":1}]', ['1.6']],
  ['no text at all', '', ['1.6']],
  ['what is no array', '{}', ['1.6']],
  ['a message type that does not exist', '[7,"e1","Heartbeat",{}]', ['1.6']],
  ['a CALL without an id', '[2]', ['1.6']],
  ['what is nested without end', DEEP, ['1.6']],
];

describe('What cannot be answered with a CALLRESULT', () => {
  const csms = startCsms({ now: '2026-11-22T12:00:00.000Z' });
  const stations = rawStations(csms);
  const HEARD = '{"currentTime":"2026-11-22T12:00:00.000Z"}';
  const heartbeat = (station: RawStation) => station.ask('[2,"still here","Heartbeat",{}]');

  describe.each(OCPP_VERSIONS)('in OCPP %s', (version) => {
    it.each(version === '1.6' ? IN_16 : [...IN_2X(version), ...(version === '2.0' ? ONLY_IN_20 : [])])(
      '%s',
      async (_, frame, answer) => {
        const station = await stations.booted(`ERROR-${version}`, version);

        expect(await station.ask(frame)).toBe(answer);
        expect(await heartbeat(station)).toBe(`[3,"still here",${HEARD}]`);
      },
    );

    it.each(SILENT.filter(([, , versions]) => versions.includes(version)))(
      '%s is ignored, and the connection goes on',
      async (_, frame) => {
        const station = await stations.booted(`SILENT-${version}`, version);

        station.send(frame);

        expect(await heartbeat(station)).toBe(`[3,"still here",${HEARD}]`);
      },
    );

    it('a field that the standard does not list, with the rule for it switched off', async () => {
      await csms.given.station(`STRICT-${version}`, { rules: { disabledRules: ['extra-property'] } });
      const station = await stations.booted(`STRICT-${version}`, version);
      const code = version === '1.6' ? 'FormationViolation' : 'FormatViolation';
      const surprise = `[2,"e1","Heartbeat",{"surprise":1}]`;

      // unknown fields are legal in every message of 2.0
      expect(await station.ask(surprise)).toBe(
        version === '2.0'
          ? `[3,"e1",${HEARD}]`
          : `[4,"e1","${code}","surprise is not a field of this message",{"field":"surprise"}]`,
      );
    });

    it('everything but a boot before the station was ever accepted', async () => {
      const station = await stations.connected(`EARLY-${version}`, version);
      const refusal = `[4,"e1","SecurityError","Send a BootNotification and wait until it is accepted",{}]`;

      for (const action of ['Heartbeat', 'Authorize', version === '1.6' ? 'StartTransaction' : 'TransactionEvent']) {
        expect(await station.ask(`[2,"e1","${action}",{}]`)).toBe(refusal);
      }
      expect(await station.ask(JSON.stringify([2, 'b', 'BootNotification', BOOT[version]]))).toMatch('"Accepted"');
      expect(await heartbeat(station)).toBe(`[3,"still here",${HEARD}]`);
    });

    it('everything but its transactions from a station that is accepted no longer (B38)', async () => {
      const stationId = `FORMER-${version}`;
      const station = await stations.booted(stationId, version);
      await csms.operator.changeStation(stationId, { registrationStatus: 'Rejected' });
      expect(await station.ask(JSON.stringify([2, 'b', 'BootNotification', BOOT[version]]))).toMatch('"Rejected"');

      expect(await station.ask(STARTS[version])).toMatch(/^\[3,"t",/);
      expect(await station.ask('[2,"e1","Heartbeat",{}]')).toMatch(/^\[4,"e1","SecurityError"/);
      expect(await csms.operator.transactions({ stationId })).toHaveLength(1);
    });

    it('an id that is a number comes back as one, in results and in errors', async () => {
      const station = await stations.booted(`NUMBER-${version}`, version);

      expect(await station.ask('[2,17,"Heartbeat",{}]')).toBe(`[3,17,${HEARD}]`);
      expect(await station.ask('[2,18,"Frobnicate",{}]')).toMatch(/^\[4,18,"NotImplemented"/);
    });

    it('ten in a row that cannot be read end the connection; one that can starts the count anew', async () => {
      const station = await stations.booted(`NOISE-${version}`, version);
      const noise = async (times: number): Promise<void> => {
        for (let i = 0; i < times; i++) {
          station.send('noise');
          if (version !== '1.6') expect(await station.next()).toMatch(/^\[4,"-1","RpcFrameworkError"/);
        }
      };

      await noise(9);
      expect(await heartbeat(station)).toBe(`[3,"still here",${HEARD}]`);
      await noise(10);

      expect(await station.closed).toEqual({ code: 1008, reason: 'frames cannot be read' });
      const { deviations } = await csms.operator.station(`NOISE-${version}`);
      expect(deviations).toContainEqual(expect.objectContaining({ rule: 'unreadable-frame', count: 19 }));
    });
  });

  it('never repeats a value of the message, which may be a secret, nor shows where in the code it was', async () => {
    const station = await stations.booted('SECRETIVE', '2.0.1');

    const answer = await station.ask('[2,"e1","Authorize",{"idToken":{"idToken":"PIN-4711","type":["KeyCode"]}}]');

    expect(answer).toMatch(/^\[4,"e1",/);
    expect(answer).not.toMatch(/4711|KeyCode|\.js|\.ts|node_modules/);
  });
});
