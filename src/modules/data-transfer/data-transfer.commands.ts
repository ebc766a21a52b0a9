import { type CsmsRequests, defineCommand } from '../../ocpp/index.js';
import { toText } from './data-text.js';

/** Something in words that a vendor made up. */
export interface TransferInput {
  readonly vendorId: string;
  readonly messageId?: string;
  readonly data?: unknown;
}

const named = ({ vendorId, messageId }: TransferInput) => ({ vendorId, ...(messageId !== undefined && { messageId }) });

/** P01: say something to a station in words that its vendor made up. The answer's data is in `response`. */
export const dataTransfer = defineCommand<TransferInput>()('DataTransfer', {
  '1.6': {
    action: 'DataTransfer',
    request: (input) => ({ ...named(input), ...(input.data !== undefined && { data: toText(input.data) }) }),
    answer: ({ status }) => ({ status }),
  },
  '2.0.1': {
    action: 'DataTransfer',
    request: (input) => ({
      ...named(input),
      ...(input.data !== undefined && { data: input.data as CsmsRequests['2.0.1']['DataTransfer']['data'] }),
    }),
    answer: ({ status, statusInfo }) => ({ status, statusInfo }),
  },
});
