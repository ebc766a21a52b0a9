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
const WINDOW_MS = 60_000;
const MOST_FAILURES = 20;
const MOST_ADDRESSES = 10_000;
/**
 * Counts wrong API keys per address. Only wrong ones are ever held back: a right key passes, whoever else shares the
 * address.
 */
let FailedAttempts = class FailedAttempts {
    clock;
    counts = new Map();
    constructor(clock) {
        this.clock = clock;
    }
    /**
     * Counts a failure.
     * @returns seconds until the address may fail again; 0 while it may
     */
    count(address) {
        const now = this.clock.monotonic();
        let entry = this.counts.get(address);
        if (!entry || entry.until <= now) {
            if (this.counts.size >= MOST_ADDRESSES)
                this.counts.clear();
            entry = { failures: 0, until: now + WINDOW_MS };
            this.counts.set(address, entry);
        }
        entry.failures++;
        return entry.failures > MOST_FAILURES ? Math.ceil((entry.until - now) / 1000) : 0;
    }
};
FailedAttempts = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Clock])
], FailedAttempts);
export { FailedAttempts };
//# sourceMappingURL=failed-attempts.js.map