const PHASES = ['L1', 'L2', 'L3'];
/** The energy register alone, as billing needs it. */
export const energyOf = ({ energyWh }) => ({
    value: energyWh,
    measurand: 'Energy.Active.Import.Register',
    unit: 'Wh',
});
/** Everything that a reading says. */
export function samplesOf(reading) {
    const phases = PHASES.slice(0, reading.currentA.length);
    return [
        energyOf(reading),
        { value: reading.powerW, measurand: 'Power.Active.Import', unit: 'W' },
        ...phases.map((phase, i) => ({ value: reading.currentA[i], measurand: 'Current.Import', unit: 'A', phase })),
        ...phases.map((phase) => ({ value: reading.voltageV, measurand: 'Voltage', unit: 'V', phase: `${phase}-N` })),
    ];
}
//# sourceMappingURL=sampled-values.js.map