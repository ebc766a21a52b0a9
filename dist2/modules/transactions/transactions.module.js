var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Global, Module } from '@nestjs/common';
import { CommandsModule } from '../../commands/index.js';
import { AuthorizationModule } from '../authorization/index.js';
import { MeterReports, MeterValuesModule } from '../meter-values/index.js';
import { ClosingRounds } from './closing-rounds.js';
import { CorrectionsService } from './corrections.service.js';
import { CorrectionsStore } from './corrections.store.js';
import { OpenTransactions } from './open-transactions.js';
import { StationTransactionsController } from './station-transactions.controller.js';
import { StatusRounds } from './status-rounds.js';
import { TransactionCorrectionsController } from './transaction-corrections.controller.js';
import { TransactionEdits } from './transaction-edits.js';
import { TransactionIds } from './transaction-ids.js';
import { TransactionReader } from './transaction-reader.js';
import { TransactionRecords } from './transaction-records.js';
import { TransactionStatusController } from './transaction-status.controller.js';
import { TransactionStatuses } from './transaction-statuses.js';
import { TransactionStatusService } from './transaction-status.service.js';
import { TransactionWriter } from './transaction-writer.js';
import { TransactionsController } from './transactions.controller.js';
import { TransactionsHandlersV16 } from './transactions.handlers.v16.js';
import { TransactionsHandlersV201 } from './transactions.handlers.v201.js';
import { TransactionsHandlersV20 } from './transactions.handlers.v20.js';
import { TransactionsQueries } from './transactions.queries.js';
import { TransactionsService } from './transactions.service.js';
/** E · transactions. Global, because it gives the block of meter values the place where they are kept. */
let TransactionsModule = class TransactionsModule {
};
TransactionsModule = __decorate([
    Global(),
    Module({
        imports: [AuthorizationModule, CommandsModule, MeterValuesModule],
        controllers: [
            TransactionsController,
            TransactionCorrectionsController,
            TransactionStatusController,
            StationTransactionsController,
        ],
        providers: [
            ClosingRounds,
            CorrectionsService,
            CorrectionsStore,
            StatusRounds,
            TransactionEdits,
            OpenTransactions,
            TransactionIds,
            TransactionReader,
            TransactionRecords,
            TransactionStatuses,
            TransactionStatusService,
            TransactionWriter,
            TransactionsHandlersV16,
            TransactionsHandlersV201,
            TransactionsHandlersV20,
            TransactionsQueries,
            TransactionsService,
            { provide: MeterReports, useExisting: TransactionsService },
        ],
        exports: [MeterReports, TransactionRecords],
    })
], TransactionsModule);
export { TransactionsModule };
//# sourceMappingURL=transactions.module.js.map