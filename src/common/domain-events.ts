import { Injectable, Logger } from '@nestjs/common';

/** Something that has happened and is committed; named in the past tense. */
export abstract class DomainEvent {}

type Listener<E extends DomainEvent> = (event: E) => void | Promise<void>;
type EventClass<E extends DomainEvent> = abstract new (...args: never[]) => E;

/** Carries events between blocks within the process, after the commit. What must not be lost is derived from the database. */
@Injectable()
export class DomainEvents {
  private readonly logger = new Logger(DomainEvents.name);
  private readonly listeners = new Map<EventClass<DomainEvent>, Listener<never>[]>();

  on<E extends DomainEvent>(event: EventClass<E>, listener: Listener<E>): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener as Listener<never>]);
  }

  /** Tells the listeners; their failures are logged and concern nobody else. */
  emit(event: DomainEvent): void {
    for (const listener of this.listeners.get(event.constructor as EventClass<DomainEvent>) ?? []) {
      void (async () => (listener as Listener<DomainEvent>)(event))().catch((error: unknown) =>
        this.logger.error(error),
      );
    }
  }
}
