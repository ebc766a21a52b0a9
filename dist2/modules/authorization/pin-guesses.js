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
const FREE_GUESSES = 5;
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 600_000;
const FORGOTTEN_AFTER_MS = 3_600_000;
/**
 * Slows down the guessing of PIN codes at a station: the fifth wrong code brings a pause of ten seconds, each further
 * one doubles it, an hour without wrong codes forgets them. A right code forgets nothing, or its owner could go on
 * guessing the others. Counted in this process; a restart forgives.
 */
let PinGuesses = class PinGuesses {
    clock;
    stations = new Map();
    constructor(clock) {
        this.clock = clock;
    }
    /** Whether the station has to wait before another PIN code of it is looked at. */
    paused(stationUuid) {
        const guesses = this.stations.get(stationUuid);
        return guesses !== undefined && this.clock.monotonic() - guesses.last < pauseAfter(guesses.wrong);
    }
    /** A PIN code was wrong. */
    wrong(stationUuid) {
        const now = this.clock.monotonic();
        const before = this.stations.get(stationUuid);
        const remembered = before && now - before.last < FORGOTTEN_AFTER_MS ? before.wrong : 0;
        this.stations.set(stationUuid, { wrong: remembered + 1, last: now });
    }
};
PinGuesses = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Clock])
], PinGuesses);
export { PinGuesses };
const pauseAfter = (wrong) => wrong < FREE_GUESSES ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (wrong - FREE_GUESSES), LONGEST_PAUSE_MS);
//# sourceMappingURL=pin-guesses.js.map