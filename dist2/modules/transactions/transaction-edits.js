var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { within } from '../../database/statement.js';
import { TransactionReader } from './transaction-reader.js';
import { updatesOf, written } from './transaction-rows.js';
/** Changes of transactions that no message brings: rules close them, operators correct them. */
let TransactionEdits = class TransactionEdits {
    reader;
    clock;
    constructor(reader, clock) {
        this.reader = reader;
        this.clock = clock;
    }
    /** The transactions, locked until the commit; in the order of their ids, as messages lock them. */
    locked(manager, ids) {
        return this.reader.byIds(within(manager), ids);
    }
    /** Writes locked transactions with everything that follows from what was changed of them. */
    async save(manager, rows) {
        if (rows.length === 0)
            return;
        const now = this.clock.now();
        // never before the last change, or who asks for what changed since would miss this one
        const changed = rows.map((row) => written({ ...row, updatedAt: row.updatedAt > now ? row.updatedAt : now }));
        const tx = within(manager);
        for (const { statement, values } of updatesOf(changed))
            await tx.change(statement, values);
    }
};
TransactionEdits = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [TransactionReader,
        Clock])
], TransactionEdits);
export { TransactionEdits };
//# sourceMappingURL=transaction-edits.js.map