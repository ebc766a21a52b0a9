var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var DomainEvents_1;
import { Injectable, Logger } from '@nestjs/common';
/** Something that has happened and is committed; named in the past tense. */
export class DomainEvent {
}
/** Carries events between blocks within the process, after the commit. What must not be lost is derived from the database. */
let DomainEvents = DomainEvents_1 = class DomainEvents {
    logger = new Logger(DomainEvents_1.name);
    listeners = new Map();
    on(event, listener) {
        this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
    }
    /** Tells the listeners; their failures are logged and concern nobody else. */
    emit(event) {
        for (const listener of this.listeners.get(event.constructor) ?? []) {
            void (async () => listener(event))().catch((error) => this.logger.error(error));
        }
    }
};
DomainEvents = DomainEvents_1 = __decorate([
    Injectable()
], DomainEvents);
export { DomainEvents };
//# sourceMappingURL=domain-events.js.map