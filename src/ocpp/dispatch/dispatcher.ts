import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/config.js';
import { NotKeptError, OcppError } from '../errors.js';
import { encodeError, encodeResult, type CallFrame } from '../framing/frame.js';
import { isKnownAction } from '../messages/actions.js';
import { MessageLog, StationDirectory } from '../ports.js';
import type { StationConnection } from '../transport/station-connection.js';
import { maskFrame } from '../validation/mask-frame.js';
import { checkOurs, checkStationRequest } from '../validation/validator.js';
import { DispatchedCall } from './dispatched-call.js';
import { OcppRegistry, type Handler } from './ocpp-registry.service.js';
import { isTransactionAction, mayCall } from './registration-gate.js';

/** A CALL as it came. */
export interface InboundCall {
  readonly frame: CallFrame;
  readonly bytes: Buffer;
  readonly receivedAt: Date;
  /** Where its handler stored the frame; the log points there. */
  storedAs?: string;
}

interface Answer {
  readonly text: string;
  readonly outcome: string;
}

const TRY_AGAIN_LATER = 1013;

/** The one place that validates a CALL, hands it to its block, and turns what comes back into the answer. */
@Injectable()
export class Dispatcher {
  private readonly logger = new Logger(Dispatcher.name);

  constructor(
    private readonly registry: OcppRegistry,
    private readonly directory: StationDirectory,
    private readonly messages: MessageLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Answers the CALL, or leaves it unanswered where it could not be kept. Never throws. */
  dispatch(connection: StationConnection, call: InboundCall): void | Promise<void> {
    const jobs: (() => void | Promise<void>)[] = [];
    let result: object | Promise<object>;
    try {
      result = this.handle(connection, call, jobs);
    } catch (error) {
      return this.fail(connection, call, error);
    }
    if (!(result instanceof Promise)) return this.respond(connection, call, result, jobs);
    const answer = (response: object): void => this.respond(connection, call, response, jobs);
    const fail = (error: unknown): void => this.fail(connection, call, error);
    // a transaction message is kept, or left unanswered so that the station keeps it: never refused for lack of time
    if (isTransactionAction(call.frame.action)) return result.then(answer, fail);
    return this.inTime(result, answer, fail);
  }

  /**
   * No station should wait for ever because the database does: a CALL that its handler does not finish in time is
   * answered with InternalError. What the handler does later holds, what it returns later is dropped.
   */
  private inTime(
    result: Promise<object>,
    answer: (response: object) => void,
    fail: (error: unknown) => void,
  ): Promise<void> {
    return new Promise((resolve) => {
      let isAnswered = false;
      const once = (say: () => void): void => {
        if (isAnswered) return;
        isAnswered = true;
        timer.cancel();
        say();
        resolve();
      };
      const tooLate = (): void =>
        fail(new OcppError('InternalError', 'The CSMS could not handle this message in time'));
      const timer = this.clock.after(this.config.ocpp.answerBoundSeconds * 1000, () => once(tooLate));
      result.then(
        (response) => once(() => answer(response)),
        (error: unknown) => once(() => fail(error)),
      );
    });
  }

  private handle(
    connection: StationConnection,
    call: InboundCall,
    jobs: (() => void | Promise<void>)[],
  ): object | Promise<object> {
    const { action, payload } = call.frame;
    const handler = this.handlerOf(connection, action);
    const checked = checkStationRequest(connection.version, action, payload, {
      receivedAt: call.receivedAt,
      disabledRules: connection.station.settings.disabledRules,
    });
    if (!checked.ok) throw checked.error;
    const rules = call.frame.rules ? [...call.frame.rules, ...checked.rules] : checked.rules;
    for (const rule of rules) this.directory.ruleApplied(connection.stationUuid, rule);
    return handler(checked.payload, new DispatchedCall(connection, call, jobs, rules, checked.needsReview));
  }

  private handlerOf(connection: StationConnection, action: string): Handler {
    const { version } = connection;
    const handler = this.registry.get(version, action);
    if (!handler) {
      throw isKnownAction(version, action)
        ? new OcppError('NotSupported', `${action} is not handled here in OCPP ${version}`)
        : new OcppError('NotImplemented', `OCPP ${version} has no action ${action.slice(0, 50)}`);
    }
    if (!mayCall(connection, action)) {
      throw new OcppError('SecurityError', 'Send a BootNotification and wait until it is accepted');
    }
    return handler;
  }

  private respond(
    connection: StationConnection,
    call: InboundCall,
    response: object,
    jobs: (() => void | Promise<void>)[],
  ): void {
    let text: string;
    try {
      text = this.textOf(connection, call, response);
    } catch (error) {
      return this.fail(connection, call, error);
    }
    this.send(connection, call, { text, outcome: 'answered' });
    for (const job of jobs) void this.follow(job);
  }

  private textOf({ version }: StationConnection, { frame }: InboundCall, response: object): string {
    const broken = checkOurs(version, frame.action, 'response', response as Record<string, unknown>);
    if (broken) throw new Error(`our ${frame.action} answer: ${broken.message}`);
    return encodeResult(frame.wireId, response);
  }

  private fail(connection: StationConnection, call: InboundCall, error: unknown): void {
    const { stationId, version } = connection;
    const { action, wireId } = call.frame;
    if (error instanceof NotKeptError && isTransactionAction(action)) {
      // silence makes the station keep the message and send it again
      this.logger.error('not kept, left unanswered', { stationId, action, err: error });
      this.log(connection, call, undefined, 'NotKept');
      return connection.socket.close(TRY_AGAIN_LATER, 'the message could not be stored');
    }
    const refusal =
      error instanceof OcppError ? error : new OcppError('InternalError', 'The CSMS failed to handle this message');
    if (refusal !== error) this.logger.error('a message could not be handled', { stationId, action, err: error });
    this.send(connection, call, {
      text: encodeError(wireId, version, refusal.code, refusal.message, refusal.details),
      outcome: refusal.code,
    });
  }

  private send(connection: StationConnection, call: InboundCall, answer: Answer): void {
    connection.send(answer.text);
    this.log(connection, call, answer.text, answer.outcome);
  }

  /** The station has its answer by now: that it cannot be noted must not bring it a second one. */
  private log(connection: StationConnection, call: InboundCall, response: string | undefined, outcome: string): void {
    try {
      this.record(connection, call, response, outcome);
    } catch (error) {
      this.logger.error('a message could not be logged', { stationId: connection.stationId, err: error });
    }
  }

  private record(
    connection: StationConnection,
    call: InboundCall,
    response: string | undefined,
    outcome: string,
  ): void {
    const { stationUuid, version } = connection;
    const { frame, bytes, receivedAt } = call;
    // one that was triggered stands in the log by itself: it is what came of the trigger
    if (frame.action === 'Heartbeat' && outcome === 'answered' && !connection.expected.delete('Heartbeat')) {
      return this.messages.heartbeat(stationUuid, version, receivedAt);
    }
    this.messages.record({
      stationUuid,
      version,
      direction: 'from-station',
      action: frame.action,
      messageId: frame.messageId,
      request: call.storedAs === undefined ? maskFrame(version, frame, bytes) : undefined,
      storedAs: call.storedAs,
      response,
      outcome,
      receivedAt,
      answeredAt: response === undefined ? undefined : this.clock.now(),
    });
  }

  private async follow(job: () => void | Promise<void>): Promise<void> {
    try {
      await job();
    } catch (error) {
      this.logger.error('what should follow an answer failed', { err: error });
    }
  }
}
