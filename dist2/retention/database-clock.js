var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Injectable } from '@nestjs/common';
/** The clock of the machine that PostgreSQL runs on: a second opinion on what is old. */
let DatabaseClock = class DatabaseClock {
    async now(session) {
        const [{ now }] = (await session.rows('SELECT now()'));
        return now;
    }
};
DatabaseClock = __decorate([
    Injectable()
], DatabaseClock);
export { DatabaseClock };
//# sourceMappingURL=database-clock.js.map