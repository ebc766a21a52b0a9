var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Injectable } from '@nestjs/common';
/** What the housekeeping remembers from one run to the next, whichever process does it. */
let RetentionState = class RetentionState {
    async read(session, name) {
        const [note] = await session.rows('SELECT value FROM retention_notes WHERE name = $1', [name]);
        return note?.value;
    }
    async write(session, name, value) {
        await session.rows(`INSERT INTO retention_notes (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value`, [name, JSON.stringify(value)]);
    }
};
RetentionState = __decorate([
    Injectable()
], RetentionState);
export { RetentionState };
//# sourceMappingURL=retention-state.js.map