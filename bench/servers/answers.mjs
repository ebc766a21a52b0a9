// The constant answers of the bare servers, ready as JSON text.
const accepted = { status: 'Accepted' };
const inAllVersions = {
  BootNotification: { currentTime: '2026-01-01T00:00:00.000Z', interval: 300, status: 'Accepted' },
  Heartbeat: { currentTime: '2026-01-01T00:00:00.000Z' },
  StatusNotification: {},
  MeterValues: {},
};
const answers = {
  'ocpp1.6': {
    ...inAllVersions,
    Authorize: { idTagInfo: accepted },
    StartTransaction: { transactionId: 1, idTagInfo: accepted },
    StopTransaction: { idTagInfo: accepted },
  },
  'ocpp2.0.1': {
    ...inAllVersions,
    Authorize: { idTokenInfo: accepted },
    TransactionEvent: {},
  },
};

const texts = Object.fromEntries(
  Object.entries(answers).map(([subprotocol, bodies]) => [
    subprotocol,
    new Map(Object.entries(bodies).map(([action, body]) => [action, JSON.stringify(body)])),
  ]),
);

export const SUBPROTOCOLS = Object.keys(answers);

/** The text of the CALLRESULT. */
export function answerTo(subprotocol, messageId, action) {
  const body = texts[subprotocol].get(action);
  return body ? `[3,${JSON.stringify(messageId)},${body}]` : `[4,${JSON.stringify(messageId)},"NotImplemented","",{}]`;
}
