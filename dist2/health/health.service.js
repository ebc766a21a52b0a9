var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Shutdown } from '../common/shutdown.js';
/** A database that was away for less leaves the process ready: a balancer must not cut healthy sockets for it. */
const GRACE_MS = 30_000;
const PING_TIMEOUT_MS = 2000;
/** Whether this process should get traffic. */
let HealthService = class HealthService {
    dataSource;
    clock;
    shutdown;
    answeredAt;
    ping;
    constructor(dataSource, clock, shutdown) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.shutdown = shutdown;
    }
    async readiness() {
        if (this.shutdown.begun)
            return { ready: false, reason: 'stopping' };
        // however many ask, one question at a time is put to the database
        this.ping ??= this.databaseAnswers().finally(() => (this.ping = undefined));
        if (await this.ping) {
            this.answeredAt = this.clock.monotonic();
            return { ready: true };
        }
        const silentMs = this.answeredAt === undefined ? Infinity : this.clock.monotonic() - this.answeredAt;
        return { ready: silentMs < GRACE_MS, reason: 'the database does not answer' };
    }
    async databaseAnswers() {
        const timeout = new Promise((resolve) => this.clock.after(PING_TIMEOUT_MS, () => resolve(false)));
        const answer = this.dataSource.query('SELECT 1').then(() => true, () => false);
        return Promise.race([answer, timeout]);
    }
};
HealthService = __decorate([
    Injectable(),
    __param(0, InjectDataSource()),
    __metadata("design:paramtypes", [DataSource,
        Clock,
        Shutdown])
], HealthService);
export { HealthService };
//# sourceMappingURL=health.service.js.map