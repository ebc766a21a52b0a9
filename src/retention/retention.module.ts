import { Module } from '@nestjs/common';
import { AuthorizationModule } from '../modules/authorization/index.js';
import { DatabaseClock } from './database-clock.js';
import { Eraser } from './erasing/eraser.js';
import { IdTokenErasuresController } from './erasing/id-token-erasures.controller.js';
import { IdTokenErasures } from './erasing/id-token-erasures.service.js';
import { Housekeeping } from './housekeeping.js';
import { OldCommands } from './old-commands.js';
import { OldLogs } from './old-logs.js';
import { OldRows } from './old-rows.js';
import { PartitionKeeper } from './partitions/partition-keeper.js';
import { RetentionState } from './retention-state.js';

/** How long data is kept, and how it goes: by age, and by a driver's request. */
@Module({
  imports: [AuthorizationModule],
  controllers: [IdTokenErasuresController],
  providers: [
    DatabaseClock,
    Eraser,
    Housekeeping,
    IdTokenErasures,
    OldCommands,
    OldLogs,
    OldRows,
    PartitionKeeper,
    RetentionState,
  ],
})
export class RetentionModule {}
