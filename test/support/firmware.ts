import { sign, constants, createPrivateKey } from 'node:crypto';
import { makeCertificate, type MadeCertificate } from './certificates.js';
import type { TestCsms } from './csms.js';
import { ApiProblem, type Api, type RawAnswer } from './operator.js';

type Image = Api<'FirmwareImageView'>;

/** An image as the simulated station reads it: it says which version it makes of a station. */
export const imageOf = (version: string, size = 1000): Buffer =>
  Buffer.concat([Buffer.from(`version=${version}\n`), Buffer.alloc(size, version)]);

/** Uploads a content as it is; the details stand in the query. */
export async function uploads(
  csms: TestCsms,
  content: Buffer,
  details: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const query = new URLSearchParams(details).toString();
  const response = await fetch(`${csms.url}/api/v1/firmware-images?${query}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${csms.apiKey}`,
      'content-type': 'application/octet-stream',
      ...headers,
    },
    body: new Uint8Array(content),
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** Uploads a form: the content in the field `file`. */
export async function uploadsForm(
  csms: TestCsms,
  content: Buffer | undefined,
  fields: Record<string, string>,
  fileName = 'image.bin',
): Promise<RawAnswer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (content) form.append('file', new Blob([new Uint8Array(content)]), fileName);
  const response = await fetch(`${csms.url}/api/v1/firmware-images`, {
    method: 'POST',
    headers: { authorization: `Bearer ${csms.apiKey}` },
    body: form,
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** A stored image that makes this version of a station; signed where a signature is given. */
export async function givenImage(
  csms: TestCsms,
  version: string,
  details: Record<string, string> = {},
  content = imageOf(version),
): Promise<Image> {
  const answer = await uploadsForm(csms, content, { name: `Firmware ${version}`, version, ...details });
  if (answer.status !== 201) throw new ApiProblem(answer.status, answer.body);
  return answer.body as Image;
}

let manufacturer: MadeCertificate | undefined;

/** The certificate and key of a manufacturer, made once for a test file. */
export const manufacturersKey = (): MadeCertificate => (manufacturer ??= makeCertificate({ type: 'ec' }));

/** What a secure update needs beside the image. */
export function signatureOf(
  content: Buffer,
  { cert, key }: MadeCertificate = manufacturersKey(),
  padding?: 'pss',
): { signature: string; signingCertificate: string } {
  const privateKey = createPrivateKey(key);
  const by =
    padding === 'pss' ? { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } : privateKey;
  return { signature: sign('SHA256', content, by).toString('base64'), signingCertificate: cert };
}

/** Asks a station to update, as an operator does. */
export const asksForUpdate = (
  csms: TestCsms,
  stationId: string,
  body: object,
  headers?: Record<string, string>,
): Promise<RawAnswer> => csms.operator.post(`/stations/${stationId}/firmware-updates`, body, headers);

/** The updates of a station, newest first. */
export async function updatesOf(csms: TestCsms, stationId: string): Promise<Api<'FirmwareUpdateView'>[]> {
  return (await csms.operator.get(`/stations/${stationId}/firmware-updates`)).body.items;
}

/** Waits until the newest update of a station is in this state. */
export async function untilUpdateIs(
  csms: TestCsms,
  stationId: string,
  state: string,
): Promise<Api<'FirmwareUpdateView'>> {
  return csms.eventually(async () => {
    const [update] = await updatesOf(csms, stationId);
    expect(update?.state).toBe(state);
    return update!;
  }, 15_000);
}

/** The update with all that the station said about it. */
export async function updateOf(
  csms: TestCsms,
  stationId: string,
  id: string,
): Promise<Api<'FirmwareUpdateDetailView'>> {
  return (await csms.operator.get(`/stations/${stationId}/firmware-updates/${id}`)).body;
}
