import { startCsms } from '../support/csms.js';

describe('Id tokens and their groups in REST', () => {
  const csms = startCsms({ now: '2026-11-22T12:00:00Z' });
  const post = (token: object) => csms.operator.post('/id-tokens', token);
  const valuesOf = ({ items }: { items: { value: string | null }[] }) => items.map(({ value }) => value);

  it('registers a token and shows it', async () => {
    const made = await post({
      value: 'Card-1',
      type: 'ISO14443',
      groupId: 'G1',
      expiresAt: '2027-01-01T01:00:00+01:00',
    });

    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.any(String),
      value: 'Card-1',
      type: 'ISO14443',
      status: 'Accepted',
      groupId: 'G1',
      expiresAt: '2027-01-01T00:00:00.000Z',
      cacheExpiresAt: null,
      chargingPriority: null,
      language1: null,
      language2: null,
      personalMessage: null,
      validAt: null,
      note: null,
      createdAt: csms.clock.now().toISOString(),
      updatedAt: csms.clock.now().toISOString(),
    });
    expect((await csms.operator.get(`/id-tokens/${made.body.id}`)).body).toEqual(made.body);
  });

  it('refuses a token that equals another one, and names that', async () => {
    const { body } = await post({ value: 'TWICE', type: 'ISO14443' });

    const again = await post({ value: 'twice', type: 'ISO15693' });
    const otherKind = await post({ value: 'twice', type: 'Local' });

    expect(again).toMatchObject({ status: 409, body: { code: 'id-token-exists', id: body.id } });
    expect(otherKind.status).toBe(201);
  });

  it('lets a test say the same PIN code twice', async () => {
    const first = await csms.given.idToken({ value: '4711', type: 'KeyCode' });

    const again = await csms.given.idToken({ value: '4711', type: 'KeyCode', status: 'Blocked' });

    expect(again).toMatchObject({ id: first.id, status: 'Blocked' });
    await csms.operator.delete(`/id-tokens/${first.id}`);
  });

  it.each(['2026-01-01T00:00:00+23:59', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59-12:00'])(
    'registers a token that expires at %s, or refuses it',
    async (expiresAt) => {
      const { status, body } = await post({ value: `EXPIRES-${expiresAt.slice(0, 4)}`, type: 'ISO14443', expiresAt });

      expect([201, 400]).toContain(status);
      if (status === 201) expect(Date.parse(body.expiresAt)).toBe(Date.parse(expiresAt));
    },
  );

  it('lets one of two operators win who register a token at the same moment', async () => {
    const both = await Promise.all([1, 2].map(() => post({ value: 'RACE', type: 'ISO14443' })));

    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    ['no value', { type: 'ISO14443' }],
    ['an empty value', { value: '', type: 'ISO14443' }],
    ['a value longer than any station sends', { value: 'x'.repeat(37), type: 'ISO14443' }],
    ['a value with control characters', { value: 'a\u0000', type: 'ISO14443' }],
    ['an unknown type', { value: 'a', type: 'Card' }],
    ['a status that is not for operators', { value: 'a', type: 'ISO14443', status: 'Expired' }],
    ['an expiry without zone', { value: 'a', type: 'ISO14443', expiresAt: '2027-01-01T00:00:00' }],
    ['a day that does not exist', { value: 'a', type: 'ISO14443', expiresAt: '2027-02-30T00:00:00Z' }],
    ['a field that it does not know', { value: 'a', type: 'ISO14443', groupID: 'G' }],
  ])('refuses %s', async (_, token) => {
    expect(await post(token)).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  });

  it('changes what is named, and clears what is null', async () => {
    const { body } = await post({
      value: 'PATCHED',
      type: 'ISO14443',
      groupId: 'G1',
      note: 'x',
      expiresAt: '2027-01-01T00:00:00Z',
    });

    const blocked = await csms.operator.patch(`/id-tokens/${body.id}`, { status: 'Blocked' });
    const cleared = await csms.operator.patch(`/id-tokens/${body.id}`, { groupId: null, expiresAt: null, note: null });

    expect(blocked.body).toEqual({ ...body, status: 'Blocked' });
    expect(cleared.body).toEqual({ ...body, status: 'Blocked', groupId: null, expiresAt: null, note: null });
    expect((await csms.operator.patch(`/id-tokens/${body.id}`, { value: 'other' })).status).toBe(400);
  });

  it('archives: the token is gone, and may be registered again', async () => {
    const { body } = await post({ value: 'ARCHIVED', type: 'ISO14443' });
    const path = `/id-tokens/${body.id}`;

    expect((await csms.operator.delete(path)).status).toBe(204);

    for (const answer of [
      await csms.operator.get(path),
      await csms.operator.patch(path, {}),
      await csms.operator.delete(path),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'id-token-unknown' } });
    expect((await post({ value: 'archived', type: 'ISO14443' })).status).toBe(201);
  });

  it('knows no token by an id that is none', async () => {
    expect(await csms.operator.get('/id-tokens/ABCD1234')).toMatchObject({
      status: 404,
      body: { code: 'id-token-unknown' },
    });
  });

  it('never shows or finds a PIN code again', async () => {
    const made = await post({ value: '493827', type: 'KeyCode' });

    expect(made).toMatchObject({ status: 201, body: { value: null, type: 'KeyCode' } });
    expect((await csms.operator.get('/id-tokens?value=493827')).body.items).toEqual([]);
    const listed = await csms.operator.get('/id-tokens?type=KeyCode');
    expect(valuesOf(listed.body)).toEqual([null]);
    const again = await post({ value: '493827', type: 'KeyCode' });
    expect(again.status).toBe(409);
    expect(JSON.stringify([made.body, listed.body, again.body])).not.toContain('493827');
  });

  it('lists page by page in the order of registration, and by value, type, group and status', async () => {
    for (const n of [1, 2, 3]) {
      await post({ value: `PAGED-${n}`, type: 'ISO15693', groupId: 'PAGED' });
      await csms.clock.advance(1);
    }
    await post({ value: 'PAGED-4', type: 'eMAID', groupId: 'PAGED', status: 'Blocked' });
    const list = async (query: string) => (await csms.operator.get(`/id-tokens?${query}`)).body;

    const first = await list('groupId=PAGED&limit=2');
    const second = await list(`groupId=PAGED&limit=2&cursor=${first.nextCursor}`);

    expect([valuesOf(first), valuesOf(second)]).toEqual([
      ['PAGED-1', 'PAGED-2'],
      ['PAGED-3', 'PAGED-4'],
    ]);
    expect(second.nextCursor).toBeNull();
    expect(valuesOf(await list('value=paged-3'))).toEqual(['PAGED-3']);
    expect(valuesOf(await list('groupId=PAGED&type=eMAID'))).toEqual(['PAGED-4']);
    expect(valuesOf(await list('groupId=PAGED&status=Blocked'))).toEqual(['PAGED-4']);
    expect(await list('cursor=made-up')).toMatchObject({ code: 'validation-failed' });
  });

  it('knows a group once a token names it or it has rules, with the rules that hold', async () => {
    await post({ value: 'IN-A-GROUP', type: 'ISO14443', groupId: 'NAMED' });
    await csms.given.group('with/rules', { concurrentTransactions: 'refused' });

    const read = async (groupId: string) => csms.operator.get(`/id-token-groups/${encodeURIComponent(groupId)}`);

    expect((await read('NAMED')).body).toEqual({
      groupId: 'NAMED',
      concurrentTransactions: 'allowed',
      masterPass: false,
    });
    expect((await read('with/rules')).body).toEqual({
      groupId: 'with/rules',
      concurrentTransactions: 'refused',
      masterPass: false,
    });
    expect(await read('nobody')).toMatchObject({ status: 404, body: { code: 'id-token-group-unknown' } });
    expect((await read('x'.repeat(37))).status).toBe(400);
    const { body } = await csms.operator.get('/id-token-groups');
    expect(body.items).toEqual(
      expect.arrayContaining([
        { groupId: 'NAMED', concurrentTransactions: 'allowed', masterPass: false },
        { groupId: 'with/rules', concurrentTransactions: 'refused', masterPass: false },
      ]),
    );
  });
});
