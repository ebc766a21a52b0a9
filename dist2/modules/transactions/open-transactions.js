var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Injectable } from '@nestjs/common';
/** As many as run at once in a large network; who is beyond that is read again. */
const MOST = 100_000;
/**
 * Transactions that run, as they were last written: what would otherwise be read again for each of their messages.
 * Nothing here is the truth. Another process, a job or an operator may have changed the row since; then its revision
 * differs, and the batch that relied on it is worked out anew from the database.
 */
let OpenTransactions = class OpenTransactions {
    rows = new Map();
    /** The transaction of that name, if it is known to be the only one. */
    find(name) {
        return this.rows.get(name);
    }
    /** Takes over what was committed. */
    keep(row) {
        // an id that is used again means several transactions, and an ended one gets few more messages
        if (row.generation > 0 || row.progress?.end || row.provisionalEndAt)
            return this.forget(row.name);
        this.rows.set(row.name, row);
        if (this.rows.size > MOST)
            this.rows.delete(this.rows.keys().next().value);
    }
    forget(name) {
        this.rows.delete(name);
    }
};
OpenTransactions = __decorate([
    Injectable()
], OpenTransactions);
export { OpenTransactions };
//# sourceMappingURL=open-transactions.js.map