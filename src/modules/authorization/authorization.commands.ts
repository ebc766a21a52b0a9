import { defineCommand } from '../../ocpp/index.js';

/** C11: clear the authorization cache. */
export const clearCache = defineCommand<Record<string, never>>()('ClearCache', {
  '1.6': { action: 'ClearCache', request: () => ({}), answer: ({ status }) => ({ status }) },
  '2.0.1': { action: 'ClearCache', request: () => ({}), answer: ({ status, statusInfo }) => ({ status, statusInfo }) },
});
