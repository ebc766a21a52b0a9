import { startCsms } from '../support/csms.js';
import type { Parsed } from '../support/rest-app.js';

describe('Inventories in bulk', () => {
  const csms = startCsms();

  const send = (path: string, csv: string | Buffer, headers: Record<string, string> = {}) =>
    fetch(`${csms.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${csms.apiKey}`, 'content-type': 'text/csv', ...headers },
      body: csv as never,
    }).then(async (answer) => ({ status: answer.status, body: (await answer.json()) as Parsed }));
  const imports = async (path: string, csv: string) => {
    const { status, body } = await send(path, csv);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const outcomes = ({ rows }: { rows: { outcome: string; problem: { code: string } | null }[] }) =>
    rows.map(({ outcome, problem }) => problem?.code ?? outcome);
  const exported = async (path: string) => (await csms.operator.get(path, { accept: 'text/csv' })).body as string;

  describe('Id tokens', () => {
    const tokens = async (query: string) => (await csms.operator.get(`/id-tokens?${query}`)).body.items;

    it('are registered, changed, left and refused, each row for itself', async () => {
      await csms.given.idToken({ value: 'IMP-OLD', groupId: 'IMP', note: 'stays' });
      await csms.given.idToken({ value: 'IMP-SAME', groupId: 'IMP', status: 'Blocked' });

      const report = await imports(
        '/id-tokens/import',
        [
          'value,type,status,groupId,expiresAt,chargingPriority',
          'IMP-NEW,ISO14443,Accepted,IMP,2027-01-01T00:00:00Z,3',
          'imp-old,ISO14443,Blocked,IMP,,',
          'IMP-SAME,ISO14443,Blocked,IMP,,',
          'IMP-BAD,Plastic,Accepted,IMP,tomorrow,99',
          'IMP-NEW,ISO14443,Blocked,IMP,,',
          ',ISO14443,Accepted,IMP,,',
          'IMP-SAME,ISO15693,Blocked,OTHER,,',
        ].join('\n'),
      );

      expect(outcomes(report)).toEqual([
        'created',
        'changed',
        'unchanged',
        'validation-failed',
        'row-doubled',
        'validation-failed',
        'row-doubled',
      ]);
      expect(report).toMatchObject({ dryRun: false, created: 1, changed: 1, unchanged: 1, refused: 4 });
      expect(report.rows[3]).toMatchObject({ line: 5, key: null, problem: { errors: expect.any(Array) } });
      expect(report.rows[4]).toMatchObject({
        line: 6,
        key: 'IMP-NEW',
        problem: { detail: expect.stringContaining('Line 2') },
      });
      expect(await tokens('groupId=IMP')).toMatchObject([
        { value: 'IMP-OLD', status: 'Blocked', note: 'stays' },
        { value: 'IMP-SAME', status: 'Blocked' },
        { value: 'IMP-NEW', status: 'Accepted', expiresAt: '2027-01-01T00:00:00.000Z', chargingPriority: 3 },
      ]);
    });

    it('are left as they are by a dry run, which says what would be', async () => {
      const csv = 'value,type,groupId\nDRY-1,ISO14443,DRY\nDRY-2,Plastic,DRY\n';

      const report = await imports('/id-tokens/import?dryRun=true', csv);

      expect(report).toMatchObject({ dryRun: true, created: 1, refused: 1 });
      expect(await tokens('groupId=DRY')).toEqual([]);
    });

    it('can be imported again: what is there is unchanged', async () => {
      const csv =
        'value,type,personalMessage,validAt\nAGAIN-1,eMAID,"{""format"":""UTF8"",""content"":""Hallo""}","[{""stationId"":""CS1"",""evseIds"":[1]}]"\n';

      expect(outcomes(await imports('/id-tokens/import', csv))).toEqual(['created']);
      expect(outcomes(await imports('/id-tokens/import', csv))).toEqual(['unchanged']);
      expect(await tokens('value=AGAIN-1')).toMatchObject([
        { personalMessage: { format: 'UTF8', content: 'Hallo' }, validAt: [{ stationId: 'CS1', evseIds: [1] }] },
      ]);
    });

    it('come out as they go in, and no cell becomes a formula', async () => {
      await csms.given.idToken({ value: 'OUT-1', groupId: 'OUT', note: '=HYPERLINK("x")', language1: 'de' });
      await csms.given.idToken({ value: 'OUT-2', groupId: 'OUT', expiresAt: '2027-01-01T00:00:00.000Z' });

      const csv = await exported('/id-tokens?groupId=OUT');
      const report = await imports('/id-tokens/import', csv);

      expect(csv.split('\r\n')).toHaveLength(4);
      expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
      expect(outcomes(report)).toEqual(['unchanged', 'unchanged']);
    });

    it('clear what an empty cell says, and leave what no column is about', async () => {
      await csms.given.idToken({ value: 'CLEAR-1', note: 'old', groupId: 'CLEAR', language1: 'de' });

      await imports('/id-tokens/import', 'value;type;note\nCLEAR-1;ISO14443;\n');

      expect(await tokens('groupId=CLEAR')).toMatchObject([{ note: null, groupId: 'CLEAR', language1: 'de' }]);
    });

    it('C04 · that are PIN codes are not repeated in the report or an export', async () => {
      const { status, body } = await send(
        '/id-tokens/import',
        'value,type,groupId\n735522,KeyCode,PINS\n735522,KeyCode,PINS\n',
      );

      expect(status).toBe(200);
      expect(outcomes(body)).toEqual(['created', 'row-doubled']);
      const again = await imports('/id-tokens/import', 'value,type,groupId\n735522,KeyCode,PINS\n');
      expect(outcomes(again)).toEqual(['unchanged']);
      expect(JSON.stringify([body, again, await exported('/id-tokens?groupId=PINS')])).not.toContain('735522');
    });

    it('can be imported by two operators at once: each row ends whole, and once', async () => {
      const csv = ['value,type,groupId', ...Array.from({ length: 40 }, (_, i) => `TWICE-${i},ISO14443,TWICE`)].join(
        '\n',
      );

      const reports = await Promise.all([imports('/id-tokens/import', csv), imports('/id-tokens/import', csv)]);

      expect(await tokens('groupId=TWICE&limit=100')).toHaveLength(40);
      expect(reports[0].created + reports[1].created).toBe(40);
      expect(reports[0].refused + reports[1].refused).toBe(0);
    });

    it('survive a row that the database refuses: the others are taken over, and it can come again', async () => {
      await csms.sql(`ALTER TABLE id_tokens ADD CONSTRAINT no_half CHECK (value <> 'HALF-2')`);
      const csv = 'value,type,groupId\nHALF-1,ISO14443,HALF\nHALF-2,ISO14443,HALF\nHALF-3,ISO14443,HALF\n';

      const first = await imports('/id-tokens/import', csv);
      await csms.sql('ALTER TABLE id_tokens DROP CONSTRAINT no_half');
      const second = await imports('/id-tokens/import', csv);

      expect(outcomes(first)).toEqual(['created', 'internal-error', 'created']);
      expect(outcomes(second)).toEqual(['unchanged', 'created', 'unchanged']);
    });

    it.each<[string, string | Buffer, number, string]>([
      ['is no CSV of theirs', 'colour\nred\n', 400, 'csv-unreadable'],
      ['breaks off within a quote', 'value,type\nGOOD-1,ISO14443\n"BROKEN', 400, 'csv-unreadable'],
      ['has a row that is too short', 'value,type\nGOOD-1,ISO14443\nBROKEN\n', 400, 'csv-unreadable'],
      ['is not UTF-8', Buffer.from('value,type\nGOOD-1\xff,ISO14443\n', 'latin1'), 400, 'csv-unreadable'],
      ['is empty', '', 400, 'csv-unreadable'],
      ['has too many rows', `value,type\n${'GOOD-1,ISO14443\n'.repeat(20_001)}`, 413, 'too-large'],
      ['is too large', `value,type,note\n${`GOOD-1,ISO14443,${'x'.repeat(9000)}\n`.repeat(1200)}`, 413, 'too-large'],
    ])('change nothing where the CSV %s', async (_what, csv, status, code) => {
      expect(await send('/id-tokens/import', csv)).toMatchObject({ status, body: { code } });
      expect(await tokens('value=GOOD-1')).toEqual([]);
    });

    it('have to come as CSV, from somebody who may change them', async () => {
      expect(await send('/id-tokens/import', '[]', { 'content-type': 'application/json' })).toMatchObject({
        status: 415,
        body: { code: 'csv-expected' },
      });
      const { body: key } = await csms.operator.post('/api/v1/api-keys', { name: 'reader', role: 'viewer' });
      expect(
        await send('/id-tokens/import', 'value,type\nX,Local\n', { authorization: `Bearer ${key.key}` }),
      ).toMatchObject({
        status: 403,
      });
    });

    it('are found by a part of their texts, and by when they were changed', async () => {
      await csms.given.idToken({ value: 'FIND-1', note: 'the red car', groupId: 'FINDERS' });
      await csms.clock.advance(60_000);
      const since = csms.clock.now().toISOString();
      await csms.given.idToken({ value: 'FIND-2', note: 'a blue car', groupId: 'FINDERS' });
      await csms.given.idToken({ value: '110577', type: 'KeyCode', groupId: 'FINDERS' });
      const values = async (query: string) => (await tokens(query)).map(({ value }: { value: string }) => value);

      expect(await values('search=RED%20CAR')).toEqual(['FIND-1']);
      expect(await values('search=find-')).toEqual(['FIND-1', 'FIND-2']);
      expect(await values('search=110577')).toEqual([]);
      expect(await values(`groupId=FINDERS&updatedSince=${since}`)).toEqual(['FIND-2', null]);
      expect((await csms.operator.get('/id-tokens?updatedSince=yesterday')).status).toBe(400);
    });
  });

  describe('Stations', () => {
    const stations = (query: string) => csms.operator.get(`/stations?${query}`).then(({ body }) => body.items);

    it('are registered, changed, left and refused; a made-up password is shown once', async () => {
      await csms.given.station('SI-OLD', { labels: ['import'], name: 'old' });
      await csms.given.station('SI-SAME', { labels: ['import', 'dc'] });
      const csv = [
        'stationId,name,labels,location,allowedVersions,password',
        'SI-NEW,"Main street, 1",import|ac,"{""city"":""Graz"",""latitude"":47.07}",1.6|2.0.1,',
        'SI-OWN,,import,,,a-password-of-its-own',
        'si-old,new,import,,,another-password-000',
        'SI-SAME,,import|dc,,,',
        'SI/BAD,,import,,2.0.1,',
        'SI-WEAK,,import,,,short',
        'SI-NEW,,import,,,',
      ].join('\r\n');

      const report = await imports('/stations/import', csv);

      expect(outcomes(report)).toEqual([
        'created',
        'created',
        'changed',
        'unchanged',
        'validation-failed',
        'validation-failed',
        'row-doubled',
      ]);
      expect(report.rows[0].password).toMatch(/^\S{20}$/);
      expect(report.rows[1]).not.toHaveProperty('password');
      expect(JSON.stringify(report)).not.toContain('a-password-of-its-own');
      expect(await stations('label=import')).toMatchObject([
        {
          stationId: 'SI-NEW',
          name: 'Main street, 1',
          labels: ['import', 'ac'],
          location: { city: 'Graz', latitude: 47.07 },
          allowedVersions: ['1.6', '2.0.1'],
        },
        { stationId: 'SI-OLD', name: 'new' },
        { stationId: 'SI-OWN' },
        { stationId: 'SI-SAME' },
      ]);
      const station = csms.station('SI-NEW', '2.0.1', { password: report.rows[0].password } as never);
      await station.boots();
      expect(station.registrationStatus).toBe('Accepted');
    });

    it('are left as they are by a dry run', async () => {
      const csv = 'stationId,labels,password\nSD-1,dry,\nSD-2,dry,short\n';

      expect(outcomes(await imports('/stations/import?dryRun=true', csv))).toEqual(['created', 'validation-failed']);
      expect(await stations('label=dry')).toEqual([]);
    });

    it('come out as they go in, and no cell becomes a formula', async () => {
      await csms.given.station('SO-1', {
        name: '@SUM(1)',
        labels: ['out', 'two words'],
        location: { address: 'Main street, "1"' },
        rules: { heartbeatIntervalSeconds: 60 },
      });
      await csms.given.station('SO-2', { labels: ['out'], allowedVersions: ['1.6'], registrationStatus: 'Pending' });

      const csv = await exported('/stations?label=out');

      expect(csv).toContain("'@SUM(1)");
      expect(outcomes(await imports('/stations/import', csv))).toEqual(['unchanged', 'unchanged']);
    });

    it('are found by label, place, status, version, what they are, and by when they were changed', async () => {
      await csms.given.station('SF-1', { labels: ['find', 'ac'], location: { street: 'Rathausplatz 3' } });
      await csms.clock.advance(60_000);
      const since = csms.clock.now().toISOString();
      const station = await csms.station('SF-2', '2.0.1', { registration: { labels: ['find', 'dc'] } }).boots();
      await station.fault();
      await csms.eventually(async () =>
        expect((await csms.operator.station('SF-2')).evses).toMatchObject([{ connectors: [{ status: 'Faulted' }] }]),
      );
      const { vendor, model, firmwareVersion } = await csms.operator.station('SF-2');
      const ids = async (query: string) =>
        (await stations(`label=find&${query}`)).map(({ stationId }: { stationId: string }) => stationId);

      expect(await ids('')).toEqual(['SF-1', 'SF-2']);
      expect(await ids('label=ac')).toEqual(['SF-1']);
      expect(await ids('location=RATHAUS')).toEqual(['SF-1']);
      expect(await ids('status=Faulted')).toEqual(['SF-2']);
      expect(await ids('ocppVersion=2.0.1')).toEqual(['SF-2']);
      expect(await ids(`vendor=${vendor}&model=${model}`)).toEqual(['SF-2']);
      expect(await ids(`firmwareVersion=${firmwareVersion}`)).toEqual(['SF-2']);
      expect(await ids('connected=true')).toEqual(['SF-2']);
      expect(await ids(`updatedSince=${since}`)).toEqual(['SF-2']);
      for (const wrong of ['status=Broken', 'ocppVersion=3', 'connected=maybe', 'updatedSince=now', 'label=']) {
        expect((await csms.operator.get(`/stations?${wrong}`)).status).toBe(400);
      }
    });
  });
});
