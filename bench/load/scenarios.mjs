// What a station does. A scenario has a `round`, repeated until the time is up, and where it needs them a `prepare`
// before the first round and a `finish` after the last, which are not measured. A lane gives them
// `call(action, payload)`, which resolves with the payload of the answer, its `evseId`, `idToken` and meter (`wh`).
import { v16, v201 } from './messages.mjs';

/** Meter values in one transaction, of four sampled values each. */
export const METER_VALUES = 5;

const charging = {
  'ocpp1.6': {
    begin: async (lane) => {
      const { transactionId } = await lane.call(...v16.start(lane));
      return transactionId;
    },
    meter: (lane, transactionId) => lane.call(...v16.meterValues(lane, transactionId)),
    end: (lane, transactionId) => v16.stop(lane, transactionId),
    occupied: 'Preparing',
  },
  'ocpp2.0.1': {
    begin: async (lane) => {
      const transaction = { id: crypto.randomUUID(), seqNo: 0 };
      await lane.call(...v201.started(lane, transaction));
      return transaction;
    },
    meter: (lane, transaction) => lane.call(...v201.updated(lane, transaction)),
    end: (lane, transaction) => v201.ended(lane, transaction),
    occupied: 'Occupied',
  },
};

/** The scenarios of one subprotocol, and what a station says that begins: its `boot`, and that it is `available`. */
export function scenariosFor(subprotocol) {
  const say = subprotocol === 'ocpp1.6' ? v16 : v201;
  const { begin, meter, occupied } = charging[subprotocol];

  const heartbeat = (lane) => lane.call(...say.heartbeat());
  const status = (lane, word) => lane.call(...say.status(lane, word));

  const end = async (lane, running) => {
    await lane.call(...charging[subprotocol].end(lane, running));
    lane.transactions += 1;
  };

  const transaction = async (lane) => {
    await status(lane, occupied);
    await lane.call(...say.authorize(lane));
    const running = await begin(lane);
    for (let i = 0; i < METER_VALUES; i++) await meter(lane, running);
    await end(lane, running);
  };

  return {
    boot: say.boot,
    available: () => say.status({ evseId: 1 }, 'Available'),
    heartbeat: { round: heartbeat },
    /** Meter values of a running transaction. */
    meter: {
      prepare: async (lane) => {
        await status(lane, occupied);
        lane.running = await begin(lane);
      },
      round: (lane) => meter(lane, lane.running),
      finish: (lane) => end(lane, lane.running),
    },
    transaction: { round: transaction },
    /** A busy site: to each transaction four heartbeats, two changes of status and one idle meter value. */
    mixed: {
      round: async (lane) => {
        await heartbeat(lane);
        await status(lane, 'Available');
        await lane.call(...say.meterValues(lane));
        await heartbeat(lane);
        await transaction(lane);
        await heartbeat(lane);
        await status(lane, 'Available');
        await heartbeat(lane);
      },
    },
  };
}
