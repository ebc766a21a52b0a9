var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Injectable } from '@nestjs/common';
/** Time as the application sees it; replaced by a clock that tests move by hand. */
export class Clock {
}
/** The machine's clock. Its timers never keep the process alive. */
let SystemClock = class SystemClock extends Clock {
    now() {
        return new Date();
    }
    monotonic() {
        return performance.now();
    }
    after(ms, job) {
        const handle = setTimeout(job, ms).unref();
        return { cancel: () => clearTimeout(handle) };
    }
    every(ms, job) {
        const handle = setInterval(job, ms).unref();
        return { cancel: () => clearInterval(handle) };
    }
};
SystemClock = __decorate([
    Injectable()
], SystemClock);
export { SystemClock };
//# sourceMappingURL=clock.js.map