export const DEFAULTS = {
    evses: [1],
    powerW: 11_000,
    energySpeed: 1,
    heartbeats: true,
    sampleIntervalMs: 60_000,
    txStartPoint: 'PowerPathClosed',
    plugsInOnRequest: true,
    callTimeoutMs: 30_000,
    messageAttempts: 3,
    messageRetryMs: 60_000,
    resendWith: 'same-id',
    backOff: { minMs: 1000, maxMs: 60_000 },
    keptFrames: 1000,
};
export const PLATE = { vendor: 'TAU', model: 'Simulator', firmwareVersion: '1.0.0' };
//# sourceMappingURL=station-options.js.map