import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { ValidationFailedError } from '../common/problems.js';
import { type CommandRequest, MOST_KEPT_SECONDS } from './command-request.js';

export const WHEN_OFFLINE = 'whenOffline';
export const TTL_SECONDS = 'ttlSeconds';

type Keeping = Pick<CommandRequest, 'whenOffline' | 'ttlSeconds'>;

/** What the query of a command route says about keeping. */
export function keepingOf(url: string): Keeping {
  const query = new URLSearchParams(url.split('?').slice(1).join('?'));
  return { ...whenOffline(query.getAll(WHEN_OFFLINE)), ...ttl(query.getAll(TTL_SECONDS)) };
}

function whenOffline(said: string[]): Keeping {
  if (said.length === 0) return {};
  const [word] = said;
  if (said.length > 1 || (word !== 'queue' && word !== 'refuse')) {
    throw new ValidationFailedError(`${WHEN_OFFLINE} has to be "refuse" or "queue".`);
  }
  return word === 'queue' ? { whenOffline: word } : {};
}

function ttl(said: string[]): Keeping {
  if (said.length === 0) return {};
  const seconds = said.length === 1 && /^\d{1,8}$/.test(said[0]!) ? Number(said[0]) : 0;
  if (seconds < 1 || seconds > MOST_KEPT_SECONDS) {
    throw new ValidationFailedError(`${TTL_SECONDS} has to be a whole number from 1 to ${MOST_KEPT_SECONDS}.`);
  }
  return { ttlSeconds: seconds };
}

/** Takes out of the query what every command route understands, so that the routes' own queries need not know it. */
@Injectable()
export class TakesKeeping implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const others = Object.entries(request.query).filter(([name]) => name !== WHEN_OFFLINE && name !== TTL_SECONDS);
    const query = Object.fromEntries(others);
    // express parses the query anew each time it is read
    Object.defineProperty(request, 'query', { value: query, configurable: true });
    return next.handle();
  }
}
