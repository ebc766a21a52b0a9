import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type Type,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { type Role, RequiresRole } from '../operators/index.js';
import { IDEMPOTENCY_KEY } from './asked.decorator.js';
import { KEPT_SECONDS, MOST_KEPT_SECONDS } from './command-request.js';
import { CommandView } from './dto/command.dto.js';
import { TakesKeeping, TTL_SECONDS, WHEN_OFFLINE } from './when-offline.js';

/** Answers 202 for a command that goes on after its operator stopped waiting. */
@Injectable()
class AcceptedWhileOpen implements NestInterceptor<CommandView, CommandView> {
  intercept(context: ExecutionContext, next: CallHandler<CommandView>): Observable<CommandView> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((command) => {
        if (command.state === 'queued' || command.state === 'sent') response.status(202);
        return command;
      }),
    );
  }
}

/** The codes that any command can end with; each problem carries the `commandId` once there is a command. */
const PROBLEMS: readonly [status: number, description: string][] = [
  [400, '`validation-failed`: the request, or the payload made of it, is wrong'],
  [404, '`station-unknown`: no such station is registered'],
  [
    409,
    '`station-offline`: not connected, or the connection was lost; `station-not-accepted`: its registration does not ' +
      'allow this message; `command-cancelled`: taken back before it was sent; `command-expired`: kept too long (where ' +
      'the request is repeated with its `Idempotency-Key`)',
  ],
  [422, '`version-unsupported`: the OCPP version of the station cannot say this; `idempotency-key-reused`'],
  [502, '`station-error`: the station answered with a CALLERROR (`ocppError`) or with something that is no answer'],
  [503, '`station-busy`: too many commands wait for this station'],
  [504, '`station-timeout`: the station did not answer in time'],
];

/** How a route that commands a station is described and guarded. */
export interface CommandRouteOptions {
  readonly summary: string;
  readonly description?: string;
  /** Who may ask; an operator by default. */
  readonly role?: Role;
  /** What it answers where that is more than the command. */
  readonly answer?: Type<CommandView>;
  /** Problems of this route alone: status and description. */
  readonly problems?: readonly [status: number, description: string][];
}

/** By which the routes that command a station are found. */
export const COMMAND_ROUTE = Symbol('command route');

/** What a route that commands a station is marked with. */
export interface CommandRouteMark {
  readonly role: Role;
}

/**
 * Marks a route that commands a station: 200 with the answer, or 202 while the command goes on; documents both, the
 * `Idempotency-Key` header and every problem. The method takes `@Asked() asked: CommandRequest`. A POST needs
 * `@HttpCode(200)` of its own: the Swagger plugin reads it from the source, and documents 201 where it finds none.
 */
export const CommandRoute = ({
  summary,
  description,
  role = 'operator',
  answer = CommandView,
  problems = [],
}: CommandRouteOptions) =>
  applyDecorators(
    SetMetadata(COMMAND_ROUTE, { role } satisfies CommandRouteMark),
    RequiresRole(role),
    UseInterceptors(TakesKeeping, AcceptedWhileOpen),
    ApiOperation({ summary, description }),
    ApiHeader({
      name: IDEMPOTENCY_KEY,
      required: false,
      description:
        'Any text of up to 255 characters, e.g. a UUID. Within 24 hours a second request of the same operator with the ' +
        'same key, route and body sends nothing and gets the answer of the first.',
    }),
    ApiQuery({
      name: WHEN_OFFLINE,
      required: false,
      enum: ['refuse', 'queue'],
      description:
        '`refuse` (the default): a station that is not connected, or not accepted, is 409. `queue`: the command is kept ' +
        'and sent, in order, when the station is back and its registration allows it.',
    }),
    ApiQuery({
      name: TTL_SECONDS,
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: MOST_KEPT_SECONDS, default: KEPT_SECONDS },
      description: 'Seconds after which a kept command is given up, unsent',
    }),
    ApiOkResponse({ type: answer, description: 'The station answered' }),
    ApiAcceptedResponse({
      type: answer,
      description:
        'No answer within 30 seconds, or the command is kept for later; it goes on: see `GET /commands/{commandId}`',
    }),
    ...documented([...PROBLEMS, ...problems]),
  );

const documented = (problems: readonly [number, string][]): MethodDecorator[] =>
  [...new Set(problems.map(([status]) => status))].map((status) =>
    ApiResponse({
      status,
      description: problems
        .filter(([of]) => of === status)
        .map(([, text]) => text)
        .join('; '),
    }),
  );
