import { defineCommand } from './command-definition.js';

// Compiled, never run: each refusal below must stay a refusal, or `npm run types` fails on the unused expectation.
interface Input {
  readonly transactionId: string;
}

const answer = ({ status }: { status: string }) => ({ status });

export const accepted = defineCommand<Input>()('RequestStopTransaction', {
  '1.6': {
    action: 'RemoteStopTransaction',
    request: ({ transactionId }) => ({ transactionId: Number(transactionId) }),
    answer,
  },
  '2.0.1': { action: 'RequestStopTransaction', request: ({ transactionId }) => ({ transactionId }), answer },
});

export const refused = [
  defineCommand<Input>()('a typo', {
    // @ts-expect-error no such action
    '1.6': { action: 'RemoteStopTransactions', request: () => ({ transactionId: 1 }), answer },
  }),
  defineCommand<Input>()('the wrong direction', {
    // @ts-expect-error stations send it, the CSMS does not
    '1.6': { action: 'StopTransaction', request: () => ({ transactionId: 1 }), answer },
  }),
  defineCommand<Input>()('another version', {
    // @ts-expect-error an action of 1.6
    '2.0.1': { action: 'RemoteStopTransaction', request: () => ({ transactionId: '1' }), answer },
  }),
  defineCommand<Input>()('a wrong payload', {
    '1.6': {
      action: 'RemoteStopTransaction',
      // @ts-expect-error a number in 1.6
      request: ({ transactionId }) => ({ transactionId }),
      answer,
    },
  }),
  defineCommand<Input>()('a missing key', {
    // @ts-expect-error the transaction is not named
    '2.0.1': { action: 'RequestStopTransaction', request: () => ({}), answer },
  }),
  defineCommand<Input>()('a wrong literal', {
    // @ts-expect-error Hard and Soft are words of 1.6
    '2.0.1': { action: 'Reset', request: () => ({ type: 'Hard' }), answer },
  }),
  defineCommand<Input>()('an answer of another version', {
    // @ts-expect-error 1.6 has no statusInfo
    '1.6': { action: 'ClearCache', request: () => ({}), answer: ({ status, statusInfo }) => ({ status, statusInfo }) },
  }),
  defineCommand<Input>()('a wrong input', {
    // @ts-expect-error the input has no such key
    '2.0.1': { action: 'RequestStopTransaction', request: ({ id }) => ({ transactionId: id }), answer },
  }),
];
