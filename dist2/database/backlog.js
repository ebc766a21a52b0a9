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
import { Clock } from '../common/clock.js';
import { Workload } from '../ocpp/index.js';
/** All that waits for the database, so that TAU notices when it takes on more than it gets done. */
let Backlog = class Backlog extends Workload {
    clock;
    queues = [];
    constructor(clock) {
        super();
        this.clock = clock;
    }
    /** Milliseconds that only grow. */
    now() {
        return this.clock.monotonic();
    }
    add(queue) {
        this.queues.push(queue);
    }
    /** Milliseconds that the oldest waits, 0 where nothing does. */
    oldestWaitingMs() {
        const now = this.now();
        return this.queues.reduce((oldest, { waitingSince }) => Math.max(oldest, now - (waitingSince ?? now)), 0);
    }
};
Backlog = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Clock])
], Backlog);
export { Backlog };
//# sourceMappingURL=backlog.js.map