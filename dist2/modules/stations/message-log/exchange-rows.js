import { uuidv7 } from '../../../common/uuid.js';
import { columns } from '../../../database/columns.js';
import { storable } from '../../../database/storable-text.js';
const LONGEST_NAME = 100;
const name = (text) => text === undefined ? null : storable(text.slice(0, LONGEST_NAME));
const EXCHANGE = columns({
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
export const INSERT_EXCHANGES = {
    name: 'insert-ocpp-messages',
    text: `INSERT INTO ocpp_messages (${EXCHANGE.names}) SELECT ${EXCHANGE.select} FROM ${EXCHANGE.unnest}`,
};
/** The parameters of INSERT_EXCHANGES. */
export const toParameters = (exchanges) => EXCHANGE.values(exchanges);
//# sourceMappingURL=exchange-rows.js.map