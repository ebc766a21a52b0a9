var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { DatabaseClock } from './database-clock.js';
import { Eraser } from './erasing/eraser.js';
import { IdTokenErasuresController } from './erasing/id-token-erasures.controller.js';
import { IdTokenErasures } from './erasing/id-token-erasures.service.js';
import { Housekeeping } from './housekeeping.js';
import { OldRows } from './old-rows.js';
import { PartitionKeeper } from './partitions/partition-keeper.js';
import { RetentionState } from './retention-state.js';
/** How long data is kept, and how it goes: by age, and by a driver's request. */
let RetentionModule = class RetentionModule {
};
RetentionModule = __decorate([
    Module({
        controllers: [IdTokenErasuresController],
        providers: [DatabaseClock, Eraser, Housekeeping, IdTokenErasures, OldRows, PartitionKeeper, RetentionState],
    })
], RetentionModule);
export { RetentionModule };
//# sourceMappingURL=retention.module.js.map