import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { CommandLinks } from '../../src/commands/command-links.js';
import { Command } from '../../src/commands/entities/command.entity.js';
import { CommandAnswered } from '../../src/commands/events.js';
import { DomainEvents } from '../../src/common/domain-events.js';
import { uuidv7 } from '../../src/common/uuid.js';
import { RemoteStartLinks } from '../../src/modules/remote-control/remote-start-links.js';
import { StartedTransactions } from '../../src/modules/remote-control/started-transactions.js';
import { RemoteStartSeen, TransactionRecords, TransactionStarted } from '../../src/modules/transactions/index.js';
import type { OcppVersion } from '../../src/ocpp/index.js';
import { FakeClock } from '../support/fake-clock.js';
import { freshDatabase } from '../support/fresh-database.js';

describe('F01 · The link from a request to start to its transaction', () => {
  let dataSource: DataSource;
  let clock: FakeClock;
  let events: DomainEvents;
  let links: RemoteStartLinks;
  let station: string;

  beforeAll(async () => {
    dataSource = await freshDatabase();
  });

  afterAll(() => dataSource?.destroy());

  beforeEach(() => {
    station = randomUUID();
    clock = new FakeClock();
    events = new DomainEvents();
    links = new RemoteStartLinks(
      new CommandLinks(dataSource.getRepository(Command)),
      new TransactionRecords(dataSource),
      new StartedTransactions(dataSource),
      events,
      clock,
    );
    links.onModuleInit();
  });

  afterEach(() => links.onModuleDestroy());

  /** A request to start that the station accepted just now. */
  async function accepted(version: OcppVersion, remoteStartId: number, request: object, status = 'Accepted') {
    const id = uuidv7(clock.now().getTime());
    await dataSource.query(
      `INSERT INTO commands (id, station_id, name, state, ocpp_version, action, request, response, status,
         remote_start_id, created_at, sent_at, answered_at)
       VALUES ($1, $2, 'RequestStartTransaction', 'answered', $3, '', $4, '{}', $5, $6, $7, $7, $7)`,
      [id, station, version, JSON.stringify(request), status, remoteStartId, clock.now()],
    );
    return id;
  }

  /** A transaction that the station began just now. */
  async function begun(version: OcppVersion, what: { remoteStartId?: number; tokenKey?: string; evseId?: number }) {
    const id = uuidv7(clock.now().getTime());
    await dataSource.query(
      `INSERT INTO transactions (id, station_id, ocpp_transaction_id, ocpp_version, state, remote_start_id, token_key,
         evse_id, started_at, progress, created_at, updated_at)
       VALUES ($1, $2, $3, $4, 'active', $5, $6, $7, $8, '{}', $8, $8)`,
      [id, station, `ocpp-${id}`, version, what.remoteStartId, what.tokenKey, what.evseId, clock.now()],
    );
    const { remoteStartId, tokenKey, evseId } = what;
    const at = clock.now();
    return {
      id,
      event: new TransactionStarted(
        id,
        station,
        version,
        remoteStartId,
        tokenKey,
        evseId,
        at,
        at,
        undefined,
        undefined,
      ),
    };
  }

  const transactionOf = async (command: string): Promise<string | null> =>
    (await dataSource.query(`SELECT transaction_id FROM commands WHERE id = $1`, [command]))[0].transaction_id;
  const commandOf = async (transaction: string): Promise<string | null> =>
    (await dataSource.query(`SELECT command_id FROM transactions WHERE id = $1`, [transaction]))[0].command_id;

  const expectLinked = async (command: string, transaction: string) => {
    await links.onModuleDestroy(); // what is under way ends first
    expect(await transactionOf(command)).toBe(transaction);
    expect(await commandOf(transaction)).toBe(command);
  };
  const answeredEvent = (command: string, response: Record<string, unknown> = {}) =>
    new CommandAnswered(command, station, 'RequestStartTransaction', 'Accepted', response, clock.now(), undefined);

  it('is made when the transaction starts with the number of the request (OCPP 2.0.1)', async () => {
    const command = await accepted('2.0.1', 71, { remoteStartId: 71 });
    const transaction = await begun('2.0.1', { remoteStartId: 71 });

    events.emit(transaction.event);

    await expectLinked(command, transaction.id);
  });

  it('is made when a transaction that waited for it carries the number (OCPP 2.0.1, cable first)', async () => {
    const transaction = await begun('2.0.1', {});
    const command = await accepted('2.0.1', 72, { remoteStartId: 72 });

    events.emit(new RemoteStartSeen(transaction.id, station, 72));

    await expectLinked(command, transaction.id);
  });

  it('is made when the answer names the transaction (OCPP 2.0.1, cable first)', async () => {
    const transaction = await begun('2.0.1', {});
    const command = await accepted('2.0.1', 73, { remoteStartId: 73 });

    events.emit(answeredEvent(command, { status: 'Accepted', transactionId: `ocpp-${transaction.id}` }));

    await expectLinked(command, transaction.id);
  });

  it('is made by token and EVSE in 1.6', async () => {
    const command = await accepted('1.6', 74, { idTag: 'ABCD1234', connectorId: 1 });
    events.emit(answeredEvent(command));
    await clock.advance(30_000);
    const other = await begun('1.6', { tokenKey: 'abcd1234', evseId: 2 });
    const transaction = await begun('1.6', { tokenKey: 'abcd1234', evseId: 1 });

    events.emit(other.event);
    events.emit(transaction.event);

    await expectLinked(command, transaction.id);
    expect(await commandOf(other.id)).toBeNull();
  });

  it('is made in 1.6 although the transaction was faster than the answer', async () => {
    const command = await accepted('1.6', 75, { idTag: 'ABCD1234' });
    const transaction = await begun('1.6', { tokenKey: 'abcd1234', evseId: 1 });
    events.emit(transaction.event);

    events.emit(answeredEvent(command));

    await expectLinked(command, transaction.id);
  });

  it('gives two requests for the same token the transactions in their order (OCPP 1.6)', async () => {
    const first = await accepted('1.6', 76, { idTag: 'ABCD1234' });
    await clock.advance(1000);
    const second = await accepted('1.6', 77, { idTag: 'ABCD1234' });
    await clock.advance(1000);
    const one = await begun('1.6', { tokenKey: 'abcd1234', evseId: 1 });
    await clock.advance(1000);
    const two = await begun('1.6', { tokenKey: 'abcd1234', evseId: 2 });

    await links.onApplicationBootstrap();

    await expectLinked(first, one.id);
    await expectLinked(second, two.id);
  });

  it('is not made to a request that the station rejected (OCPP 1.6)', async () => {
    await accepted('1.6', 78, { idTag: 'ABCD1234' }, 'Rejected');
    const transaction = await begun('1.6', { tokenKey: 'abcd1234', evseId: 1 });

    await links.onApplicationBootstrap();

    expect(await commandOf(transaction.id)).toBeNull();
  });

  it.each<OcppVersion>(['1.6', '2.0', '2.0.1'])('is found again after a crash (OCPP %s)', async (version) => {
    const request = version === '1.6' ? { idTag: 'ABCD1234' } : { remoteStartId: 79 };
    const command = await accepted(version, 79, request);
    const number = version === '1.6' ? {} : { remoteStartId: 79 };
    const transaction = await begun(version, { tokenKey: 'abcd1234', evseId: 1, ...number });

    await links.onApplicationBootstrap();

    await expectLinked(command, transaction.id);
  });

  it('is completed where a crash left it half made', async () => {
    const command = await accepted('2.0.1', 80, { remoteStartId: 80 });
    const transaction = await begun('2.0.1', { remoteStartId: 80 });
    await dataSource.query(`UPDATE transactions SET command_id = $2 WHERE id = $1`, [transaction.id, command]);

    await links.onApplicationBootstrap();

    await expectLinked(command, transaction.id);
  });

  it('is looked for each minute', async () => {
    await links.onApplicationBootstrap();
    const command = await accepted('1.6', 81, { idTag: 'ABCD1234' });
    const transaction = await begun('1.6', { tokenKey: 'abcd1234', evseId: 1 });

    await clock.advance(60_000);

    await expectLinked(command, transaction.id);
  });
});
