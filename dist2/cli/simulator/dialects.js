import { DIALECT_V16 } from './dialect.v16.js';
import { DIALECT_V20 } from './dialect.v20.js';
import { DIALECT_V201 } from './dialect.v201.js';
export const DIALECTS = {
    '1.6': DIALECT_V16,
    '2.0': DIALECT_V20,
    '2.0.1': DIALECT_V201,
};
//# sourceMappingURL=dialects.js.map