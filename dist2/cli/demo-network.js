/** A small network as an operator has it: three versions, slow and fast chargers, and one of each troublemaker. */
export const DEMO_STATIONS = [
    { stationId: 'DEMO-01', name: 'Town hall', version: '1.6', evses: 2, powerW: 11_000 },
    { stationId: 'DEMO-02', name: 'Library', version: '2.0', evses: 1, powerW: 7400 },
    { stationId: 'DEMO-03', name: 'Station square', version: '2.0.1', evses: 2, powerW: 22_000 },
    { stationId: 'DEMO-04', name: 'Motorway north', version: '2.0.1', evses: 2, powerW: 150_000 },
    { stationId: 'DEMO-05', name: 'Forest edge', version: '1.6', evses: 1, powerW: 11_000, trouble: 'flapping' },
    { stationId: 'DEMO-06', name: 'Old mill', version: '1.6', evses: 1, powerW: 3700, trouble: 'wrong-clock' },
    { stationId: 'DEMO-07', name: 'Harbour', version: '1.6', evses: 1, powerW: 11_000, trouble: 'lost-stop' },
    { stationId: 'DEMO-08', name: 'Stadium', version: '2.0.1', evses: 1, powerW: 11_000, trouble: 'lost-stop-new-id' },
    { stationId: 'DEMO-09', name: 'Hospital', version: '2.0.1', evses: 1, powerW: 11_000, trouble: 'slow-answers' },
    { stationId: 'DEMO-10', name: 'Market', version: '1.6', evses: 1, powerW: 22_000, trouble: 'repeated-start' },
];
/** Drivers' tokens; the last one is refused everywhere. */
export const DEMO_TOKENS = [
    { value: 'ANNA0001', status: 'Accepted' },
    { value: 'BERT0002', status: 'Accepted' },
    { value: 'CARLA003', status: 'Accepted' },
    { value: 'DORA0004', status: 'Accepted' },
    { value: 'LOST0005', status: 'Blocked' },
];
//# sourceMappingURL=demo-network.js.map