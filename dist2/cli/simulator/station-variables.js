/** What a station tells about itself when it is asked; nothing of it can be set. */
export const stationVariables = (station) => [
    of('OCPPCommCtrlr', 'HeartbeatInterval', 'HeartbeatInterval', station.heartbeatIntervalS),
    of('OCPPCommCtrlr', 'MessageAttempts', 'TransactionMessageAttempts', station.messageAttempts),
    of('SampledDataCtrlr', 'TxUpdatedInterval', 'MeterValueSampleInterval', station.sampleIntervalMs / 1000),
    of('TxCtrlr', 'StopTxOnInvalidId', 'StopTransactionOnInvalidId', true),
    of('AuthCtrlr', 'AuthorizeRemoteStart', 'AuthorizeRemoteTxRequests', false),
    of('ConfigurationKey', 'NumberOfConnectors', 'NumberOfConnectors', station.evseCount),
    of('ConfigurationKey', 'SupportedFeatureProfiles', 'SupportedFeatureProfiles', 'Core,RemoteTrigger'),
];
const of = (component, variable, key, value) => ({
    component,
    variable,
    key,
    value: String(value),
});
//# sourceMappingURL=station-variables.js.map