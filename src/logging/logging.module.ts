import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { LoggerModule, PinoLogger } from 'nestjs-pino';
import { Writable } from 'node:stream';
import type { DestinationStream } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';
import { Config } from '../config/config.js';
import { accessLog } from './access-log.js';
import { AppLogger } from './app-logger.js';
import { LogOutput } from './log-output.js';

/** Lines for people: time, level, context, message. */
async function prettyStream(output: LogOutput): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  return pretty({
    destination: new Writable({ write: (chunk, _, done) => void (output.write(String(chunk)), done()) }),
    ignore: 'pid,hostname,context,reqId,responseTime',
    messageFormat: '{if context}{context}: {end}{msg}',
  });
}

/** The log goes to the standard output: readable lines in a terminal, JSON for machines elsewhere. */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [Config],
      useFactory: async ({ log }: Config) => {
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
export class LoggingModule implements NestModule {
  private http: HttpLogger | undefined;

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(this.logAccess).forRoutes('{*path}');
  }

  /** The root logger is there only when all modules are. */
  private readonly logAccess = (request: Request, response: Response, next: NextFunction): void => {
    this.http ??= pinoHttp({ ...accessLog, logger: PinoLogger.root });
    this.http(request, response, next);
  };
}
