// What stations say in OCPP 1.6 and 2.0.1: `[action, payload]` of each message that the scenarios are made of.

const now = () => new Date().toISOString();

/** Four sampled values, as an AC station sends them. The register only rises. */
function readings(lane) {
  lane.wh += 61;
  return [
    ['Energy.Active.Import.Register', lane.wh, 'Wh'],
    ['Power.Active.Import', 7360, 'W'],
    ['Current.Import', 32, 'A'],
    ['Voltage', 230.1, 'V'],
  ];
}

const meterValue16 = (lane) => ({
  timestamp: now(),
  sampledValue: readings(lane).map(([measurand, value, unit]) => ({
    value: String(value),
    context: 'Sample.Periodic',
    measurand,
    unit,
  })),
});

const meterValue201 = (lane) => ({
  timestamp: now(),
  sampledValue: readings(lane).map(([measurand, value, unit]) => ({
    value,
    context: 'Sample.Periodic',
    measurand,
    unitOfMeasure: { unit },
  })),
});

export const v16 = {
  boot: (stationId) => [
    'BootNotification',
    { chargePointVendor: 'bench', chargePointModel: 'model16', chargePointSerialNumber: stationId.slice(0, 25) },
  ],
  heartbeat: () => ['Heartbeat', {}],
  status: ({ evseId }, status) => [
    'StatusNotification',
    { connectorId: evseId, errorCode: 'NoError', status, timestamp: now() },
  ],
  authorize: ({ idToken }) => ['Authorize', { idTag: idToken }],
  meterValues: (lane, transactionId) => [
    'MeterValues',
    { connectorId: lane.evseId, transactionId, meterValue: [meterValue16(lane)] },
  ],
  start: ({ evseId, idToken, wh }) => [
    'StartTransaction',
    { connectorId: evseId, idTag: idToken, meterStart: wh, timestamp: now() },
  ],
  stop: ({ idToken, wh }, transactionId) => [
    'StopTransaction',
    { transactionId, idTag: idToken, meterStop: wh, timestamp: now(), reason: 'Local' },
  ],
};

export const v201 = {
  boot: (stationId) => [
    'BootNotification',
    {
      reason: 'PowerUp',
      chargingStation: { vendorName: 'bench', model: 'model201', serialNumber: stationId.slice(0, 25) },
    },
  ],
  heartbeat: () => ['Heartbeat', {}],
  status: ({ evseId }, connectorStatus) => [
    'StatusNotification',
    { timestamp: now(), connectorStatus, evseId, connectorId: 1 },
  ],
  authorize: ({ idToken }) => ['Authorize', { idToken: { idToken, type: 'ISO14443' } }],
  meterValues: (lane) => ['MeterValues', { evseId: lane.evseId, meterValue: [meterValue201(lane)] }],
  started: (lane, transaction) =>
    event(lane, transaction, 'Started', 'Authorized', 'Charging', {
      idToken: { idToken: lane.idToken, type: 'ISO14443' },
    }),
  updated: (lane, transaction) =>
    event(lane, transaction, 'Updated', 'MeterValuePeriodic', 'Charging', { meterValue: [meterValue201(lane)] }),
  ended: (lane, transaction) =>
    event(lane, transaction, 'Ended', 'StopAuthorized', 'Idle', {
      idToken: { idToken: lane.idToken, type: 'ISO14443' },
    }),
};

function event({ evseId }, transaction, eventType, triggerReason, chargingState, more) {
  const stoppedReason = eventType === 'Ended' ? 'Local' : undefined;
  return [
    'TransactionEvent',
    {
      eventType,
      timestamp: now(),
      triggerReason,
      seqNo: transaction.seqNo++,
      transactionInfo: { transactionId: transaction.id, chargingState, stoppedReason },
      evse: { id: evseId, connectorId: 1 },
      ...more,
    },
  ];
}
