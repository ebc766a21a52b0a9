import { DomainEvent } from '../common/domain-events.js';

/** A station answered a command with a CALLRESULT. */
export class CommandAnswered extends DomainEvent {
  constructor(
    readonly commandId: string,
    readonly stationUuid: string,
    /** The version-neutral name, e.g. RequestStartTransaction. */
    readonly name: string,
    /** The station's status as it said it; undefined where a raw CALL was answered without one. */
    readonly status: string | undefined,
    readonly response: Record<string, unknown>,
    readonly answeredAt: Date,
    /** The transaction that it is about, where it is about one. */
    readonly transactionId: string | undefined,
  ) {
    super();
  }
}
