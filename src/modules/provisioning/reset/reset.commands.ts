import { versionUnsupported } from '../../../commands/index.js';
import { defineCommand, type OcppVersion } from '../../../ocpp/index.js';

/** The condition of a reset that waits here, because 1.6 stations cannot wait themselves. */
export const NO_TRANSACTION = 'no-transaction';

/** What is to be reset, and when. */
export interface ResetInput {
  /** Immediate ends running transactions, OnIdle waits for them. */
  type: 'Immediate' | 'OnIdle';
  /** Absent: the whole station. */
  evseId?: number;
  /** Without waiting for anything to end properly; of 1.6 only, elsewhere Immediate says the same. */
  force?: boolean;
}

const answer = ({ status }: { status: 'Accepted' | 'Rejected' | 'Scheduled' }) => ({ status });

function assertWhole({ evseId }: ResetInput, version: OcppVersion): void {
  if (evseId !== undefined) throw versionUnsupported('The reset of a single EVSE', version);
}

/** B11, B12: reset. Scheduled means that the station waits for its transactions. */
export const Reset = defineCommand<ResetInput>()('Reset', {
  '1.6': {
    action: 'Reset',
    request: (input) => {
      assertWhole(input, '1.6');
      return { type: input.force ? 'Hard' : 'Soft' };
    },
    answer,
    waitsFor: ({ type }) => (type === 'OnIdle' ? NO_TRANSACTION : undefined),
  },
  '2.0': {
    action: 'Reset',
    request: (input) => {
      assertWhole(input, '2.0');
      return { type: input.type };
    },
    answer,
  },
  '2.0.1': {
    action: 'Reset',
    request: ({ type, evseId }) => ({ type, ...(evseId !== undefined && { evseId }) }),
    answer: ({ status, statusInfo }) => ({ status, statusInfo }),
  },
});
