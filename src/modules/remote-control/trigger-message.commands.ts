import { versionUnsupported } from '../../commands/index.js';
import { type CommandAnswer, type CsmsRequests, defineCommand } from '../../ocpp/index.js';
import type { TriggeredMessage } from './dto/trigger-message.dto.js';

/** Which message a station is to send, and about what. */
export interface TriggerInput {
  readonly requestedMessage: TriggeredMessage;
  readonly evseId?: number;
  readonly connectorId?: number;
}

type MessageV16 = CsmsRequests['1.6']['TriggerMessage']['requestedMessage'];
type ExtendedV16 = CsmsRequests['1.6']['ExtendedTriggerMessage']['requestedMessage'];
type MessageV20 = CsmsRequests['2.0']['TriggerMessage']['requestedMessage'];
type MessageV201 = CsmsRequests['2.0.1']['TriggerMessage']['requestedMessage'];

/** What TriggerMessage of 1.6 can name; the same words. */
const MESSAGES_V16: Partial<Record<TriggeredMessage, MessageV16>> = {
  BootNotification: 'BootNotification',
  DiagnosticsStatusNotification: 'DiagnosticsStatusNotification',
  FirmwareStatusNotification: 'FirmwareStatusNotification',
  Heartbeat: 'Heartbeat',
  MeterValues: 'MeterValues',
  StatusNotification: 'StatusNotification',
};

/** What only the security extension of 1.6 can name. Its FirmwareStatusNotification brings the signed one. */
const EXTENDED_V16: Partial<Record<TriggeredMessage, ExtendedV16>> = {
  LogStatusNotification: 'LogStatusNotification',
  SignChargingStationCertificate: 'SignChargePointCertificate',
  SignedFirmwareStatusNotification: 'FirmwareStatusNotification',
};

/** One message of 2.x is two of 1.6. */
const MERGED_IN_V2: Partial<Record<TriggeredMessage, MessageV20>> = {
  DiagnosticsStatusNotification: 'LogStatusNotification',
  SignedFirmwareStatusNotification: 'FirmwareStatusNotification',
};

const toMessageV201 = (message: TriggeredMessage): MessageV201 => MERGED_IN_V2[message] ?? (message as MessageV201);

function toMessageV20(message: TriggeredMessage): MessageV20 {
  const named = toMessageV201(message);
  if (named === 'SignCombinedCertificate' || named === 'PublishFirmwareStatusNotification') {
    throw versionUnsupported(`A trigger of ${named}`, '2.0');
  }
  return named;
}

function toMessageV16(message: TriggeredMessage): MessageV16 | ExtendedV16 {
  const named = MESSAGES_V16[message] ?? EXTENDED_V16[message];
  if (!named) throw versionUnsupported(`A trigger of ${message}`, '1.6');
  return named;
}

/** Connector n of 1.6 is EVSE n with its only connector 1. */
function connectorV16({ evseId, connectorId = 1 }: TriggerInput): { connectorId?: number } {
  if (connectorId !== 1) throw versionUnsupported(`Connector ${connectorId} of an EVSE`, '1.6');
  return evseId === undefined ? {} : { connectorId: evseId };
}

const evseV2 = ({ evseId, connectorId }: Omit<TriggerInput, 'requestedMessage'>) =>
  evseId !== undefined && { evse: { id: evseId, ...(connectorId !== undefined && { connectorId }) } };

/** [OCPP 2.0.1 F06.FR.12] a StatusNotification is asked for with EVSE and connector */
function evseV201(input: TriggerInput) {
  if (input.requestedMessage !== 'StatusNotification') return evseV2(input);
  if (input.evseId === undefined) {
    throw versionUnsupported(
      'A trigger of the StatusNotifications of all connectors at once (name an evseId)',
      '2.0.1',
    );
  }
  return evseV2({ evseId: input.evseId, connectorId: input.connectorId ?? 1 });
}

const answer = ({ status }: { status: CommandAnswer['status'] }) => ({ status });

/** F06: have a station send a message now. */
export const triggerMessage = defineCommand<TriggerInput>()('TriggerMessage', {
  '1.6': {
    // a second message for what the security extension added
    action: {
      oneOf: ['TriggerMessage', 'ExtendedTriggerMessage'],
      choose: ({ requestedMessage }) =>
        Object.hasOwn(EXTENDED_V16, requestedMessage) ? 'ExtendedTriggerMessage' : 'TriggerMessage',
    },
    request: (input) => ({ requestedMessage: toMessageV16(input.requestedMessage), ...connectorV16(input) }),
    answer,
  },
  '2.0': {
    action: 'TriggerMessage',
    request: (input) => ({ requestedMessage: toMessageV20(input.requestedMessage), ...evseV2(input) }),
    answer,
  },
  '2.0.1': {
    action: 'TriggerMessage',
    request: (input) => ({ requestedMessage: toMessageV201(input.requestedMessage), ...evseV201(input) }),
    answer: ({ status, statusInfo }) => ({ status, statusInfo }),
  },
});

/** What a message is about, as far as it says so; EVSE 0 is the station. */
export interface MessageSubject {
  readonly evseId?: number;
  readonly connectorId?: number;
  readonly transactionId?: string;
  /** Why a TransactionEvent was sent. */
  readonly triggerReason?: string;
}

interface AnyPayload {
  readonly evse?: { readonly id?: number; readonly connectorId?: number };
  readonly evseId?: number;
  readonly connectorId?: number;
  readonly triggerReason?: string;
  readonly transactionInfo?: { readonly transactionId?: string };
  readonly transactionData?: { readonly id?: string };
}

/** Reads what a message from or to a station is about, in whichever version it was said. */
export function subjectOf(payload: unknown): MessageSubject {
  if (typeof payload !== 'object' || payload === null) return {};
  const { evse, evseId, connectorId, triggerReason, transactionInfo, transactionData } = payload as AnyPayload;
  const transactionId = transactionInfo?.transactionId ?? transactionData?.id;
  const more = { triggerReason, transactionId };
  if (evse) return { evseId: evse.id, connectorId: evse.connectorId, ...more };
  // 1.6 knows connectors alone, one at each EVSE
  return evseId === undefined ? { evseId: connectorId, ...more } : { evseId, connectorId, ...more };
}
