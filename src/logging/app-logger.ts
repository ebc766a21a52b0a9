import { Injectable } from '@nestjs/common';
import { NativeLogger } from 'nestjs-pino';

/** Parts of Nest that write a line per class and route at every start. */
const CHATTY = new Set(['InstanceLoader', 'NestFactory', 'RouterExplorer', 'RoutesResolver', 'WebSocketsController']);

/** The application's log, written by pino; the framework's chatter at start is demoted to debug. */
@Injectable()
export class AppLogger extends NativeLogger {
  override log(message: unknown, ...details: unknown[]): void {
    if (CHATTY.has(String(details.at(-1)))) super.debug(message, ...details);
    else super.log(message, ...details);
  }
}
