// What other blocks may use of meter values.
export { MeterValuePage, MeterValueView } from './dto/meter-value.dto.js';
export { MeterReports } from './meter-reports.js';
export { samplesV16 } from './meter-values.handlers.v16.js';
export { samplesV2 } from './meter-values.handlers.v2.js';
export { MeterValuesModule } from './meter-values.module.js';
export { MeterValuesQueries } from './meter-values.queries.js';
export { registerReadings, toSample } from './sample.js';
export { groupSamples, packSamples } from './stored-samples.js';
//# sourceMappingURL=index.js.map