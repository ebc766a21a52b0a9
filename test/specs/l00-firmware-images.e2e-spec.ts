import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { makeCertificate } from '../support/certificates.js';
import { startCsms } from '../support/csms.js';
import { imageOf, manufacturersKey, signatureOf, uploads, uploadsForm } from '../support/firmware.js';

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

describe('L00 · Firmware images', () => {
  const csms = startCsms({ env: { FIRMWARE_MAX_BYTES: '1000000' } });
  const content = randomBytes(600_000);
  const details = { name: 'Spring release', version: '2.0.0' };
  const files = async (): Promise<number> =>
    Number((await csms.sql<{ n: string }>('SELECT count(*) n FROM files'))[0]!.n);
  const chunks = async (): Promise<number> =>
    Number((await csms.sql<{ n: string }>('SELECT count(*) n FROM file_chunks'))[0]!.n);

  it('are uploaded as they are, and read back', async () => {
    const all = { ...details, vendor: 'Vendor', model: 'Model', fileName: 'fw-2.bin', sha256: sha256(content) };

    const { status, body } = await uploads(csms, content, all);

    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      ...all,
      size: 600_000,
      signed: false,
      signature: null,
      signingCertificate: null,
      createdAt: csms.clock.now().toISOString(),
    });
    expect((await csms.operator.get(`/firmware-images/${body.id}`)).body).toEqual(body);
  });

  it('are uploaded as a form, whose file may be named in any way', async () => {
    const { status, body } = await uploadsForm(csms, content, details, '../fïrm ware.bin');

    expect(status).toBe(201);
    expect(body).toMatchObject({ ...details, size: 600_000, sha256: sha256(content) });
    expect(body.fileName).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]*\.bin$/);
  });

  it('are listed newest first, by version, vendor and model, in pages', async () => {
    for (const model of ['A', 'B', 'C']) await uploads(csms, imageOf('9'), { name: model, version: '9.9', model });

    const list = async (query: string) => (await csms.operator.get(`/firmware-images?${query}`)).body;
    const first = await list('version=9.9&limit=2');
    const second = await list(`version=9.9&limit=2&cursor=${first.nextCursor}`);

    expect([...first.items, ...second.items].map(({ model }) => model)).toEqual(['C', 'B', 'A']);
    expect(second.nextCursor).toBeNull();
    expect((await list('version=9.9&model=B')).items).toMatchObject([{ name: 'B' }]);
    expect((await list('vendor=Nobody')).items).toEqual([]);
  });

  it('are refused with nothing kept where they are not what was announced, too large, empty or unnamed', async () => {
    const before = [await files(), await chunks()];
    const wrong = { ...details, sha256: sha256(randomBytes(1)) };

    const answers = [
      await uploads(csms, content, wrong),
      await uploadsForm(csms, content, wrong),
      await uploads(csms, randomBytes(1_000_001), details),
      await uploadsForm(csms, randomBytes(1_000_001), details),
      await uploads(csms, Buffer.alloc(0), details),
      await uploads(csms, content, { name: 'No version' }),
      await uploadsForm(csms, content, { version: '1.0' }),
      await uploadsForm(csms, content, { ...details, colour: 'red' }),
      await uploadsForm(csms, undefined, details),
      await uploads(csms, Buffer.from('{}'), details, { 'content-type': 'application/json' }),
    ];

    expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
      '400 checksum-mismatch',
      '400 checksum-mismatch',
      '413 file-too-large',
      '413 file-too-large',
      '400 validation-failed',
      '400 validation-failed',
      '400 validation-failed',
      '400 validation-failed',
      '415 media-type-unsupported',
      '415 media-type-unsupported',
    ]);
    expect([await files(), await chunks()]).toEqual(before);
  });

  it.each([
    ['as it is', 'application/octet-stream', ''],
    [
      'as a form',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n',
    ],
  ])('of which nothing is kept where the upload breaks off (%s)', async (_, type, head) => {
    const before = await chunks();
    const socket = connect(Number(new URL(csms.url).port), '127.0.0.1');
    socket.write(
      'POST /api/v1/firmware-images?name=a&version=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n' +
        `Authorization: Bearer ${csms.apiKey}\r\nContent-Type: ${type}\r\n\r\n${head}`,
    );
    socket.write(randomBytes(600_000));
    await csms.eventually(async () => expect(await chunks()).toBeGreaterThan(before));

    socket.destroy();

    await csms.eventually(async () => expect(await chunks()).toBe(before));
  });

  it('are deleted with their content', async () => {
    const { body } = await uploads(csms, content, details);
    const before = await files();

    expect((await csms.operator.delete(`/firmware-images/${body.id}`)).status).toBe(204);

    expect(await files()).toBe(before - 1);
    for (const answer of [
      await csms.operator.get(`/firmware-images/${body.id}`),
      await csms.operator.delete(`/firmware-images/${body.id}`),
      await csms.operator.patch(`/firmware-images/${body.id}`, { name: 'x' }),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'firmware-image-unknown' } });
    }
  });

  describe('with a signature (TC_L_01)', () => {
    const rsa = makeCertificate({ type: 'rsa', rsaBits: 2048 });
    const signed = [
      ['ECDSA', signatureOf(content)],
      ['RSA', signatureOf(content, rsa)],
      ['RSA-PSS', signatureOf(content, rsa, 'pss')],
    ] as const;

    it.each(signed)('are checked against the certificate: %s', async (_, signature) => {
      const { status, body } = await uploadsForm(csms, content, { ...details, ...signature });

      expect(status).toBe(201);
      expect(body).toMatchObject({
        signed: true,
        signature: signature.signature,
        signingCertificate: { pem: signature.signingCertificate, subject: 'CN=localhost', issuer: 'CN=localhost' },
      });
    });

    it('may get it later', async () => {
      const { body } = await uploads(csms, content, details);

      const changed = await csms.operator.patch(`/firmware-images/${body.id}`, { ...signatureOf(content), name: 'B' });

      expect(changed.body).toMatchObject({ id: body.id, name: 'B', signed: true });
    });

    it('are refused where stations would refuse them', async () => {
      const weak = makeCertificate({ type: 'rsa', rsaBits: 1024 });
      const old = makeCertificate({ type: 'ec', validTo: new Date('2020-01-01T00:00:00Z') });
      const early = makeCertificate({ type: 'ec', validFrom: new Date('2048-01-01T00:00:00Z') });
      const good = signatureOf(content);
      const other = signatureOf(Buffer.from('another image'));

      const answers = await Promise.all(
        [
          { ...good, signature: other.signature },
          { ...good, signature: 'AAAA' },
          { ...good, signingCertificate: rsa.cert },
          { ...good, signingCertificate: 'no certificate' },
          signatureOf(content, weak),
          signatureOf(content, old),
          signatureOf(content, early),
          { signature: good.signature },
          { signingCertificate: manufacturersKey().cert },
        ].map((signature) => uploadsForm(csms, content, { ...details, ...(signature as Record<string, string>) })),
      );

      expect(answers.map(({ body }) => body.code)).toEqual([
        ...Array<string>(7).fill('firmware-signature-invalid'),
        'validation-failed',
        'validation-failed',
      ]);
    });
  });
});
