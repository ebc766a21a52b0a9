var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Injectable } from '@nestjs/common';
import { NativeLogger } from 'nestjs-pino';
/** Parts of Nest that write a line per class and route at every start. */
const CHATTY = new Set(['InstanceLoader', 'NestFactory', 'RouterExplorer', 'RoutesResolver', 'WebSocketsController']);
/** The application's log, written by pino; the framework's chatter at start is demoted to debug. */
let AppLogger = class AppLogger extends NativeLogger {
    log(message, ...details) {
        if (CHATTY.has(String(details.at(-1))))
            super.debug(message, ...details);
        else
            super.log(message, ...details);
    }
};
AppLogger = __decorate([
    Injectable()
], AppLogger);
export { AppLogger };
//# sourceMappingURL=app-logger.js.map