var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Injectable } from '@nestjs/common';
/** Whether this process is about to end. Said before anything is taken down, so that nobody sends new work here. */
let Shutdown = class Shutdown {
    isBegun = false;
    isSpread = true;
    /** @param spread whether connections may be closed one after another; false where a person waits for the end */
    begin({ spread = true } = {}) {
        if (this.isBegun)
            return;
        this.isBegun = true;
        this.isSpread = spread;
    }
    get begun() {
        return this.isBegun;
    }
    get spread() {
        return this.isSpread;
    }
};
Shutdown = __decorate([
    Injectable()
], Shutdown);
export { Shutdown };
//# sourceMappingURL=shutdown.js.map