import { createRequire } from 'node:module';
import { deriveV20 } from './v20-differences.js';
// The official schemas are read from the npm package and never copied: their licence allows no edited copies.
// `require` reads JSON alike under Node, under jest and in the built app; import attributes do not.
const require = createRequire(import.meta.url);
/** Where the official schemas of a version lie. A test pins their number and content. */
export const SCHEMA_FILES = {
    '1.6': 'ocpp-rpc/lib/schemas/ocpp1_6.json',
    '2.0.1': 'ocpp-rpc/lib/schemas/ocpp2_0_1.json',
};
const key = (action, direction) => `${action} ${direction}`;
function read(file) {
    const schemas = require(file);
    return new Map(schemas.map(({ $id, ...schema }) => [readKey($id), schema]));
}
// "urn:Heartbeat.req", "urn:Heartbeat.conf"; Ajv refuses such an id, so that it is only read and left out
function readKey(id) {
    const [, action, suffix] = /^urn:(\w+)\.(req|conf)$/.exec(id ?? '') ?? [];
    if (!action)
        throw new Error(`a schema of ocpp-rpc has the unexpected id "${id}"`);
    return key(action, suffix === 'req' ? 'request' : 'response');
}
const V16 = read(SCHEMA_FILES['1.6']);
const V201 = read(SCHEMA_FILES['2.0.1']);
const SCHEMAS = {
    '1.6': V16,
    '2.0': deriveV20((action, direction) => V201.get(key(action, direction)), key),
    '2.0.1': V201,
};
/** The schema of a message, without `$id`; undefined for a message that the version lacks or TAU does not speak. */
export function schemaOf(version, action, direction) {
    return SCHEMAS[version].get(key(action, direction));
}
/** Names of all actions that have schemas in a version. */
export function actionsWithSchemas(version) {
    return [...new Set([...SCHEMAS[version].keys()].map((name) => name.slice(0, name.indexOf(' '))))];
}
//# sourceMappingURL=schemas.js.map