var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { MeterValuesHandlersV16 } from './meter-values.handlers.v16.js';
import { MeterValuesHandlersV2 } from './meter-values.handlers.v2.js';
import { MeterValuesQueries } from './meter-values.queries.js';
/** J · meter values. Needs MeterReports from a global module. */
let MeterValuesModule = class MeterValuesModule {
};
MeterValuesModule = __decorate([
    Module({
        providers: [MeterValuesHandlersV16, MeterValuesHandlersV2, MeterValuesQueries],
        exports: [MeterValuesQueries],
    })
], MeterValuesModule);
export { MeterValuesModule };
//# sourceMappingURL=meter-values.module.js.map