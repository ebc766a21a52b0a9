import type { OcppVersion } from '../../src/ocpp/versions.js';
import { startCsms } from '../support/csms.js';

const FRAMES: [OcppVersion, string, string][] = [
  [
    '1.6',
    '[2,"a1","Authorize",{"idTag":"WIRE0001"}]',
    '[3,"a1",{"idTagInfo":{"status":"Accepted","parentIdTag":"WIRE","expiryDate":"2027-01-01T00:00:00.000Z"}}]',
  ],
  ['1.6', '[2,"a2","Authorize",{"idTag":"NOBODY"}]', '[3,"a2",{"idTagInfo":{"status":"Invalid"}}]'],
  [
    '2.0',
    '[2,"a1","Authorize",{"idToken":{"idToken":"WIRE0001","type":"ISO14443"},"evseId":[1],"unknown":1}]',
    '[3,"a1",{"idTokenInfo":{"status":"Accepted","groupIdToken":{"idToken":"WIRE","type":"Central"},"cacheExpiryDateTime":"2027-01-01T00:00:00.000Z"}}]',
  ],
  [
    '2.0',
    '[2,"a2","Authorize",{"idToken":{"idToken":"DE8AA1","type":"eMAID"},"15118CertificateHashData":[{"hashAlgorithm":"SHA256","issuerNameHash":"a","issuerKeyHash":"b","serialNumber":"c"}]}]',
    '[3,"a2",{"idTokenInfo":{"status":"Invalid"},"certificateStatus":"CertChainError"}]',
  ],
  [
    '2.0.1',
    '[2,"a1","Authorize",{"idToken":{"idToken":"WIRE0001","type":"ISO14443","additionalInfo":[{"additionalIdToken":"x","type":"y"}]}}]',
    '[3,"a1",{"idTokenInfo":{"status":"Accepted","groupIdToken":{"idToken":"WIRE","type":"Central"},"cacheExpiryDateTime":"2027-01-01T00:00:00.000Z"}}]',
  ],
  [
    '2.0.1',
    '[2,"a2","Authorize",{"idToken":{"idToken":"DE8AA1","type":"eMAID"},"certificate":"-----BEGIN CERTIFICATE-----"}]',
    '[3,"a2",{"idTokenInfo":{"status":"Invalid"},"certificateStatus":"CertChainError"}]',
  ],
];

describe('Authorize on the wire', () => {
  const csms = startCsms();

  it.each(FRAMES)('OCPP %s: %s', async (version, call, result) => {
    await csms.given.idToken({ value: 'WIRE0001', groupId: 'WIRE', expiresAt: '2027-01-01T00:00:00Z' });
    const station = await csms.station(`WIRE-${version}`, version).boots();

    expect((await station.callRaw(call)).text).toBe(result);
  });
});
