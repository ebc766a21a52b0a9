import { replyWith, type CommandedStation, type Reply, type Triggered } from './dialect.js';
import type { Payload } from './frames.js';
import { energyOf, samplesOf } from './sampled-values.js';
import type { ConnectorState, MeterReading } from './words.js';

// What 2.0 and 2.0.1 say in the same way.

/** [OCPP 2.0.1 E14.FR.06] without a transaction nothing is said of one */
export const getTransactionStatusV2 = (
  { transactionId }: { transactionId?: string },
  station: CommandedStation,
): Reply<{ ongoingIndicator?: boolean; messagesInQueue: boolean }> =>
  replyWith(station.transactionStatus(transactionId), ({ ongoing, queued }) => ({
    ...(ongoing !== undefined && { ongoingIndicator: ongoing }),
    messagesInQueue: queued,
  }));

const TRIGGERED: readonly string[] = [
  'BootNotification',
  'FirmwareStatusNotification',
  'Heartbeat',
  'LogStatusNotification',
  'MeterValues',
  'StatusNotification',
  'TransactionEvent',
];
const isTriggered = (message: string): message is Triggered => TRIGGERED.includes(message);

/** [OCPP 2.0.1 F06] A boot can be asked for only until the station is accepted. */
export function triggerMessageV2(
  { requestedMessage, evse }: { requestedMessage: string; evse?: { id: number; connectorId?: number } },
  station: CommandedStation,
): Reply<{ status: 'Accepted' | 'Rejected' | 'NotImplemented' }> {
  if (!isTriggered(requestedMessage)) return { answer: { status: 'NotImplemented' } };
  if (requestedMessage === 'BootNotification' && station.isAccepted()) return { answer: { status: 'Rejected' } };
  return replyWith(station.trigger(requestedMessage, evse?.id || undefined, evse?.connectorId), (status) => ({
    status,
  }));
}

/** 2.x knows only whether a connector can be used; who charges is told by TransactionEvent. */
export function statusV2(connector: ConnectorState): 'Available' | 'Occupied' | 'Reserved' | 'Unavailable' | 'Faulted' {
  if (connector.faulted) return 'Faulted';
  if (connector.plugged || connector.charging) return 'Occupied';
  if (!connector.operative) return 'Unavailable';
  return connector.reserved ? 'Reserved' : 'Available';
}

export const cancelReservationV2 = (
  { reservationId }: { reservationId: number },
  station: CommandedStation,
): Reply<{ status: 'Accepted' | 'Rejected' }> =>
  replyWith(station.cancelReservation(reservationId), (status) => ({ status }));

export const tokenGroupV2 = (response: Payload): string | undefined =>
  (response['idTokenInfo'] as { groupIdToken?: { idToken: string } } | undefined)?.groupIdToken?.idToken;

export const tokenStatusV2 = (response: Payload): string | undefined =>
  (response['idTokenInfo'] as { status?: string } | undefined)?.status;

/** Periodic readings say everything, those at the ends the energy that is billed. */
export function meterValueV2(reading: MeterReading) {
  const samples = reading.context.startsWith('Transaction.') ? [energyOf(reading)] : samplesOf(reading);
  return {
    timestamp: reading.at.toISOString(),
    sampledValue: toList(
      samples.map(({ unit, ...sample }) => ({ ...sample, context: reading.context, unitOfMeasure: { unit } })),
    ),
  };
}

/** The types of the message tables write a minimum of one item as a tuple. */
export const toList = <T>(items: T[]): [T, ...T[]] => items as [T, ...T[]];
