import { uuidv7 } from '../../common/uuid.js';
import { columns } from '../../database/columns.js';
import { storableOrNull } from '../../database/storable-text.js';
import { tokenKeyOf } from '../authorization/index.js';
import { packSamples } from '../meter-values/index.js';
import { corrected } from './correction.js';
import { project } from './progress.js';
import { nameOf } from './transaction-message.js';
/** The row of a transaction that a message makes. */
export const newRow = (message, ocppTransactionId, generation) => ({
    id: uuidv7(message.receivedAt.getTime()),
    stationUuid: message.stationUuid,
    ocppTransactionId,
    name: nameOf(message.stationUuid, ocppTransactionId),
    generation,
    revision: 0,
    version: message.version,
    createdAt: message.receivedAt,
    startedAt: message.time.getTime(),
    isNew: true,
    provisionalEndAt: null,
    closedBy: null,
    progress: undefined,
    correction: null,
    updatedAt: message.receivedAt,
    columns: undefined,
});
export const provisionalEndOf = ({ provisionalEndAt: at, closedBy, }) => at && { at, by: closedBy ?? 'next-transaction' };
export const EVENT = columns({
    id: ['uuid', ({ message }) => message.id],
    station_id: ['uuid', ({ message }) => message.stationUuid],
    natural_key: ['digest', ({ naturalKey }) => naturalKey],
    transaction_id: ['uuid', ({ transaction }) => transaction?.id ?? null],
    kind: ['text', ({ message }) => message.kind],
    ocpp_version: ['word', ({ message }) => message.version],
    seq_no: ['int', ({ message }) => message.seqNo ?? null],
    timestamp: ['timestamptz', ({ message }) => message.time],
    station_timestamp: ['text', ({ message }) => storableOrNull(message.stationTimestamp)],
    received_at: ['timestamptz', ({ message }) => message.receivedAt],
    offline: ['boolean', ({ message }) => message.offline],
    payload: ['bytes', ({ message }) => message.frame],
    flags: ['list', ({ flags }) => flags],
});
export const METER_VALUE = columns({
    event_id: ['uuid', ({ message: placed }) => placed.message.id],
    position: ['int', ({ position }) => position],
    received_at: ['timestamptz', ({ message: placed }) => placed.message.receivedAt],
    station_id: ['uuid', ({ message: placed }) => placed.message.stationUuid],
    transaction_id: ['uuid', ({ message: placed }) => placed.transaction?.id ?? null],
    evse_id: [
        'int',
        ({ message: placed }) => placed.message.evseId ?? placed.transaction?.progress?.evse?.value.evseId ?? null,
    ],
    timestamp: ['timestamptz', ({ timestamp }) => timestamp],
    samples: ['json', ({ samples }) => packSamples(samples)],
});
/** The columns that follow from the progress of a transaction. */
const projected = {
    state: 'word',
    evse_id: 'int',
    connector_id: 'int',
    token_value: 'text',
    token_type: 'text',
    token_key: 'text',
    started_at: 'timestamptz',
    ended_at: 'timestamptz',
    provisional_end_at: 'timestamptz',
    closed_by: 'word',
    completeness: 'word',
    meter_start_wh: 'numeric',
    meter_stop_wh: 'numeric',
    energy_wh: 'numeric',
    charging_state: 'text',
    stop_reason: 'text',
    remote_start_id: 'int',
    reservation_id: 'int',
    flags: 'list',
};
export function written(row) {
    const now = corrected(project(row.progress, provisionalEndOf(row)), row.correction);
    const value = storableOrNull(now.tokenValue);
    const columns = {
        state: now.state,
        evse_id: now.evseId,
        connector_id: now.connectorId,
        token_value: value,
        token_type: storableOrNull(now.tokenType),
        token_key: value === null ? null : tokenKeyOf({ value, type: now.tokenType }),
        started_at: now.startedAt,
        ended_at: now.endedAt,
        provisional_end_at: row.progress.end ? null : row.provisionalEndAt,
        closed_by: row.progress.end ? null : row.closedBy,
        completeness: now.completeness,
        meter_start_wh: now.meterStartWh,
        meter_stop_wh: now.meterStopWh,
        energy_wh: now.energyWh,
        charging_state: storableOrNull(now.chargingState),
        stop_reason: storableOrNull(now.stopReason),
        remote_start_id: now.remoteStartId,
        reservation_id: now.reservationId,
        flags: now.flags,
    };
    const { columns: before } = row;
    const onlyCourse = before !== undefined && FIXED.every((name) => isSame(before[name], columns[name]));
    return { row, columns, onlyCourse };
}
const isSame = (a, b) => a === b || (a instanceof Date && b instanceof Date && a.getTime() === b.getTime());
const NAMES = Object.keys(projected);
/** What meter values change of a transaction, over and over. */
const COURSE = new Set(['meter_start_wh', 'meter_stop_wh', 'energy_wh', 'charging_state', 'flags']);
const FIXED = NAMES.filter((name) => !COURSE.has(name));
const changing = (names) => ({
    ...Object.fromEntries([...names].map((name) => [name, [projected[name], ({ columns: now }) => now[name]]])),
    progress: ['json', ({ row }) => JSON.stringify(row.progress)],
    updated_at: ['timestamptz', ({ row }) => row.updatedAt],
});
const NEW = columns({
    id: ['uuid', ({ row }) => row.id],
    station_id: ['uuid', ({ row }) => row.stationUuid],
    ocpp_transaction_id: ['text', ({ row }) => row.ocppTransactionId],
    generation: ['int', ({ row }) => row.generation],
    ocpp_version: ['word', ({ row }) => row.version],
    created_at: ['timestamptz', ({ row }) => row.createdAt],
    ...changing(NAMES),
});
const changed = (names) => {
    const spec = changing(names);
    const rows = columns({
        id: ['uuid', ({ row }) => row.id],
        revision: ['int', ({ row }) => row.revision],
        ...spec,
    });
    return { rows, names: Object.keys(spec) };
};
const ALL = changed(NAMES);
const WENT_ON = changed(COURSE);
const insert = (name, table, { names, select, unnest }, rest = '') => ({
    name,
    text: `INSERT INTO ${table} (${names}) SELECT ${select} FROM ${unnest} ${rest}`,
});
const update = (name, { rows, names }) => ({
    name,
    text: `UPDATE transactions
    SET revision = transactions.revision + 1, ${names.map((column) => `${column} = ${rows.expressions[column]}`).join(', ')}
    FROM ${rows.unnest} WHERE transactions.id = t.id AND transactions.revision = t.revision`,
});
const NOT_STORED_BEFORE = 'ON CONFLICT (station_id, natural_key) DO NOTHING';
/** Changes as many rows as were not stored before. */
export const INSERT_EVENTS = insert('insert-transaction-events', 'transaction_events', EVENT, NOT_STORED_BEFORE);
/** Gives the ids of those that were not stored before. */
export const INSERT_NEW_EVENTS = insert('insert-new-transaction-events', 'transaction_events', EVENT, `${NOT_STORED_BEFORE} RETURNING id`);
export const INSERT_METER_VALUES = insert('insert-meter-values', 'meter_values', METER_VALUE);
export const INSERT_TRANSACTIONS = insert('insert-transactions', 'transactions', NEW);
// both change the rows that are still as they were read
const UPDATE_ALL = update('update-transactions', ALL);
const UPDATE_COURSE = update('update-course-of-transactions', WENT_ON);
export const newValues = (rows) => NEW.values(rows);
/** The statements that write changed rows, each with the number of rows that it must change. */
export function updatesOf(rows) {
    const course = rows.filter(({ onlyCourse }) => onlyCourse);
    const all = rows.filter(({ onlyCourse }) => !onlyCourse);
    return [
        { statement: UPDATE_ALL, values: ALL.rows.values(all), count: all.length },
        { statement: UPDATE_COURSE, values: WENT_ON.rows.values(course), count: course.length },
    ].filter(({ count }) => count > 0);
}
//# sourceMappingURL=transaction-rows.js.map