import { Module } from '@nestjs/common';
import { MeterValuesHandlersV16 } from './meter-values.handlers.v16.js';
import { MeterValuesHandlersV2 } from './meter-values.handlers.v2.js';
import { MeterValuesQueries } from './meter-values.queries.js';

/** J · meter values. Needs MeterReports from a global module. */
@Module({
  providers: [MeterValuesHandlersV16, MeterValuesHandlersV2, MeterValuesQueries],
  exports: [MeterValuesQueries],
})
export class MeterValuesModule {}
