import { expectedAfter } from '../../ocpp/index.js';
import { type MessageSubject, subjectOf } from './trigger-message.commands.js';

/** How long after its answer a station may take to send what it was asked for; certificates take a while to ask for. */
export const TRIGGERED_WITHIN_MS = 2 * 60_000;

/** What was asked, as the command tells it. */
export interface Trigger {
  readonly action: string;
  readonly request: Record<string, unknown>;
}

/** A message of the log. */
export interface LoggedMessage {
  readonly messageId: string | null;
  readonly request: unknown;
}

/** The action of the message that a command asks for, where it is a trigger. */
export function actionTriggered({ action, request }: Trigger): string | undefined {
  return action.endsWith('TriggerMessage') ? expectedAfter(action, request) : undefined;
}

/** Whether a message may be about what was asked for; one that does not say is taken at its action. */
function isAbout(asked: MessageSubject, { evseId, connectorId, triggerReason }: MessageSubject): boolean {
  // [OCPP 2.0.1 F06] a TransactionEvent says itself that it was triggered
  if (triggerReason !== undefined && triggerReason !== 'Trigger') return false;
  if (evseId !== undefined && asked.evseId !== undefined && evseId !== asked.evseId) return false;
  return connectorId === undefined || asked.connectorId === undefined || connectorId === asked.connectorId;
}

/**
 * Of the messages with that action which a station sent after a trigger, those that came of it: the first about each
 * EVSE, connector or transaction, or the first at all where the message is about none.
 * @param messages oldest first
 */
export function triggeredMessages<M extends LoggedMessage>({ request }: Trigger, messages: readonly M[]): M[] {
  const asked = subjectOf(request);
  const found = new Map<string, M>();
  for (const message of messages) {
    // Heartbeats that nobody asked for are counted, and have no message id
    if (message.messageId === null) continue;
    const about = subjectOf(message.request);
    if (!isAbout(asked, about)) continue;
    const place = about.transactionId ?? `${about.evseId}.${about.connectorId}`;
    if (!found.has(place)) found.set(place, message);
  }
  return [...found.values()];
}
