var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { LoggerModule, PinoLogger } from 'nestjs-pino';
import { Writable } from 'node:stream';
import { pinoHttp } from 'pino-http';
import { Config } from '../config/config.js';
import { accessLog } from './access-log.js';
import { AppLogger } from './app-logger.js';
import { LogOutput } from './log-output.js';
/** Lines for people: time, level, context, message. */
async function prettyStream(output) {
    const { default: pretty } = await import('pino-pretty');
    return pretty({
        destination: new Writable({ write: (chunk, _, done) => void (output.write(String(chunk)), done()) }),
        ignore: 'pid,hostname,context,reqId,responseTime',
        messageFormat: '{if context}{context}: {end}{msg}',
    });
}
/** The log goes to the standard output: readable lines in a terminal, JSON for machines elsewhere. */
let LoggingModule = class LoggingModule {
    http;
    configure(consumer) {
        consumer.apply(this.logAccess).forRoutes('{*path}');
    }
    /** The root logger is there only when all modules are. */
    logAccess = (request, response, next) => {
        this.http ??= pinoHttp({ ...accessLog, logger: PinoLogger.root });
        this.http(request, response, next);
    };
};
LoggingModule = __decorate([
    Module({
        imports: [
            LoggerModule.forRootAsync({
                inject: [Config],
                useFactory: async ({ log }) => {
                    const options = { ...accessLog, level: log.level };
                    const output = new LogOutput();
                    return {
                        pinoHttp: [options, log.format === 'pretty' ? await prettyStream(output) : output],
                        // what stands beside a message becomes fields of its line
                        nativeLogger: { flattenParams: true },
                        // its own middleware keeps the request in an AsyncLocalStorage: from the first request on, every promise of
                        // every station would pay for that (measured: 7 % of the processor)
                        forRoutes: [],
                    };
                },
            }),
        ],
        providers: [AppLogger],
    })
], LoggingModule);
export { LoggingModule };
//# sourceMappingURL=logging.module.js.map