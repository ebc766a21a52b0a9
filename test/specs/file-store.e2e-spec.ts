import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import { ormOptions } from '../../src/database/data-source.js';
import { CHUNK_SIZE, PostgresFileStore } from '../../src/files/postgres-file-store.js';
import { FakeClock } from '../support/fake-clock.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const IMAGE = { name: 'firmware 1.2.bin', mediaType: 'application/octet-stream', maxSize: 10_000_000 };

describe('The storage of files', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let store: PostgresFileStore;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(ormOptions(database.url, 2)).initialize();
    store = new PostgresFileStore(dataSource, new FakeClock());
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const count = async (table: string): Promise<number> =>
    Number((await dataSource.query(`SELECT count(*) FROM ${table}`))[0].count);

  it.each([0, 1, CHUNK_SIZE - 1, CHUNK_SIZE, CHUNK_SIZE + 1, 3 * CHUNK_SIZE + 7])(
    'gives back the %i bytes that it was given',
    async (size) => {
      const content = randomBytes(size);

      const { id } = await store.put({
        ...IMAGE,
        content: Readable.from([content.subarray(0, 1), content.subarray(1)]),
      });
      const file = (await store.find(id))!;

      expect(file).toMatchObject({ name: IMAGE.name, mediaType: IMAGE.mediaType, size });
      expect((await buffer(store.read(file))).equals(content)).toBe(true);
    },
  );

  it('goes on where a download was cut off', async () => {
    const content = randomBytes(2 * CHUNK_SIZE + 100);
    const file = await store.put({ ...IMAGE, content: Readable.from([content]) });

    for (const start of [1, CHUNK_SIZE, CHUNK_SIZE + 1, content.length - 1, content.length]) {
      expect((await buffer(store.read(file, start))).equals(content.subarray(start))).toBe(true);
    }
  });

  it('keeps nothing of a file that is too large, or whose upload breaks off', async () => {
    const before = await count('file_chunks');
    async function* broken() {
      yield randomBytes(CHUNK_SIZE * 2);
      throw new Error('the line is dead');
    }

    await expect(store.put({ ...IMAGE, maxSize: CHUNK_SIZE, content: broken() })).rejects.toMatchObject({
      code: 'file-too-large',
    });
    await expect(store.put({ ...IMAGE, content: broken() })).rejects.toThrow('the line is dead');

    expect(await count('file_chunks')).toBe(before);
  });

  it('deletes a file with all its content, and says so to who still reads it', async () => {
    const before = await count('file_chunks');
    const file = await store.put({ ...IMAGE, content: Readable.from([randomBytes(5 * CHUNK_SIZE)]) });
    const reader = store.read(file);

    await store.delete(file.id);
    await store.delete(file.id);

    expect(await store.find(file.id)).toBeUndefined();
    expect(await count('file_chunks')).toBe(before);
    await expect(buffer(reader)).rejects.toThrow('was deleted');
  });

  it('finds nothing under a name that is no id', async () => {
    expect(await store.find("' OR true --")).toBeUndefined();
  });
});
