var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var AdmissionControl_1;
import { Injectable, Logger } from '@nestjs/common';
import { Shutdown } from '../../common/shutdown.js';
import { Workload } from '../ports.js';
import { HandshakeLine } from './handshake-line.js';
/** Waiting work that is older keeps new stations out; they are let in again once it is younger than the second figure. */
const BEHIND_MS = 2000;
const CAUGHT_UP_MS = 500;
/** Handshakes under way, of which so many are connected and booted at a time. */
const MOST_UNDER_WAY = 2000;
const MOST_CONNECTING = 256;
/**
 * Whether a handshake may begin. New connections are kept out before those that are open slow down: a station that is
 * turned away with 503 comes back, one that is answered late repeats itself.
 */
let AdmissionControl = AdmissionControl_1 = class AdmissionControl {
    workload;
    shutdown;
    logger = new Logger(AdmissionControl_1.name);
    line = new HandshakeLine(MOST_CONNECTING);
    closed;
    refused = 0;
    constructor(workload, shutdown) {
        this.workload = workload;
        this.shutdown = shutdown;
    }
    /** Whether connections are opened at all, as they are until the process is told to end. */
    get isOpen() {
        return !this.shutdown.begun;
    }
    /** A place for a new handshake; undefined where it has to come again later. */
    enter() {
        if (!this.isOpen)
            return undefined;
        this.consider();
        if (!this.closed)
            return this.line.enter();
        this.refused += 1;
        return undefined;
    }
    /** With hysteresis, so that what is just enough does not open and close the door with every station. */
    consider() {
        const waitedMs = this.workload.oldestWaitingMs();
        const underWay = this.line.length;
        if (this.closed) {
            if (waitedMs < CAUGHT_UP_MS && underWay <= MOST_UNDER_WAY / 2)
                this.reopen();
            return;
        }
        if (waitedMs > BEHIND_MS)
            this.closed = 'the database is behind';
        else if (underWay >= MOST_UNDER_WAY)
            this.closed = 'too many handshakes are under way';
        if (this.closed)
            this.logger.warn('new connections are refused', { reason: this.closed, waitedMs, underWay });
    }
    reopen() {
        this.logger.log('new connections are admitted again', { reason: this.closed, refused: this.refused });
        this.closed = undefined;
        this.refused = 0;
    }
};
AdmissionControl = AdmissionControl_1 = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Workload,
        Shutdown])
], AdmissionControl);
export { AdmissionControl };
//# sourceMappingURL=admission-control.js.map