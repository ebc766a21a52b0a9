import { uuidv7 } from '../../../common/uuid.js';
import { columns } from '../../../database/columns.js';
import type { Statement } from '../../../database/statement.js';
import { storable } from '../../../database/storable-text.js';
import type { Exchange } from '../../../ocpp/index.js';

/** An exchange, or several alike that one row stands for. */
export interface LoggedExchange extends Exchange {
  readonly count?: number;
}

const LONGEST_NAME = 100;

const name = (text: string | undefined): string | null =>
  text === undefined ? null : storable(text.slice(0, LONGEST_NAME));

const EXCHANGE = columns<LoggedExchange>({
  id: ['uuid', ({ storedAs, receivedAt }) => storedAs ?? uuidv7(receivedAt.getTime())],
  received_at: ['timestamptz', ({ receivedAt }) => receivedAt],
  station_id: ['uuid', ({ stationUuid }) => stationUuid],
  ocpp_version: ['word', ({ version }) => version],
  direction: ['word', ({ direction }) => direction],
  action: ['text', ({ action }) => name(action)],
  message_id: ['text', ({ messageId }) => name(messageId)],
  request: ['bytes', ({ request }) => request],
  response: ['bytes', ({ response }) => response],
  outcome: ['text', ({ outcome }) => storable(outcome)],
  answered_at: ['timestamptz', ({ answeredAt }) => answeredAt],
  count: ['int', ({ count }) => count ?? 1],
});

// Not brought to the disk at once: nobody waits for the log, but stations wait for the same disk. What a crash of the
// database takes with it is a fraction of a second more than what a crash of the process does.
export const INSERT_EXCHANGES: Statement = {
  name: 'insert-ocpp-messages',
  text: `INSERT INTO ocpp_messages (${EXCHANGE.names}) SELECT ${EXCHANGE.select}
    FROM (SELECT set_config('synchronous_commit', 'off', true)) AS of_this_transaction, ${EXCHANGE.unnest}`,
};

/** The parameters of INSERT_EXCHANGES. */
export const toParameters = (exchanges: readonly LoggedExchange[]): unknown[] => EXCHANGE.values(exchanges);
