import { versionUnsupported } from '../../commands/index.js';
import { type CommandAnswer, type CsmsRequests, defineCommand } from '../../ocpp/index.js';
import { type StartToken, toIdTag, toIdToken, toIdTokenV20 } from '../remote-control/index.js';

type ConnectorType = NonNullable<CsmsRequests['2.0.1']['ReserveNow']['connectorType']>;

/** What is to be held free, and for whom. */
export interface Reserve {
  /** The number by which the station is to know it; one that it knows is replaced. */
  readonly reservationId: number;
  readonly idToken: StartToken;
  /** As the operator named it. */
  readonly groupIdToken?: StartToken;
  /** The group that the token is registered in; told where the operator said nothing and the version can say it. */
  readonly ownGroupId?: string;
  readonly expiresAt: Date;
  readonly evseId?: number;
  readonly connectorId?: number;
  readonly connectorType?: ConnectorType;
}

export interface Cancel {
  readonly reservationId: number;
}

const LONGEST_ID_TAG = 20;

const toParentIdTag = ({ groupIdToken, ownGroupId }: Reserve): string | undefined =>
  groupIdToken ? toIdTag(groupIdToken) : (ownGroupId ?? '').length <= LONGEST_ID_TAG ? ownGroupId : undefined;

/** A group is named as in the answer to Authorize. */
const groupOf = ({ groupIdToken, ownGroupId }: Reserve): StartToken | undefined =>
  groupIdToken ?? (ownGroupId === undefined ? undefined : { value: ownGroupId, type: 'Central' });

const toAnswer = ({ status, statusInfo }: CommandAnswer): CommandAnswer => ({
  status,
  ...(statusInfo && { statusInfo }),
});

/** H01: hold an EVSE free for a token. */
export const ReserveNow = defineCommand<Reserve>()('ReserveNow', {
  '1.6': {
    action: 'ReserveNow',
    request: (input) => {
      const { reservationId, idToken, expiresAt, evseId, connectorId = 1, connectorType } = input;
      if (connectorType !== undefined) throw versionUnsupported('A type of connector', '1.6');
      if (connectorId !== 1) throw versionUnsupported('A connector other than connector 1 of an EVSE', '1.6');
      const parentIdTag = toParentIdTag(input);
      return {
        // connector 0: whichever is free
        connectorId: evseId ?? 0,
        expiryDate: expiresAt.toISOString(),
        idTag: toIdTag(idToken),
        ...(parentIdTag !== undefined && { parentIdTag }),
        reservationId,
      };
    },
    answer: toAnswer,
  },
  '2.0': {
    action: 'ReserveNow',
    request: (input) => {
      const { reservationId: id, idToken, expiresAt, evseId, connectorId, connectorType } = input;
      if (evseId === undefined) throw versionUnsupported('A reservation of no particular EVSE', '2.0');
      const group = groupOf(input);
      return {
        idToken: toIdTokenV20(idToken),
        ...(group && { groupIdToken: toIdTokenV20(group) }),
        reservation: {
          id,
          expiryDateTime: expiresAt.toISOString(),
          evse: { id: evseId, ...(connectorId !== undefined && { connectorId }) },
          ...(connectorType !== undefined && { connectorCode: connectorType }),
        },
      };
    },
    answer: toAnswer,
  },
  '2.0.1': {
    action: 'ReserveNow',
    request: (input) => {
      const { reservationId: id, idToken, expiresAt, evseId, connectorId, connectorType } = input;
      if (connectorId !== undefined) throw versionUnsupported('A single connector of an EVSE', '2.0.1');
      const group = groupOf(input);
      return {
        id,
        expiryDateTime: expiresAt.toISOString(),
        ...(connectorType !== undefined && { connectorType }),
        idToken: toIdToken(idToken),
        ...(evseId !== undefined && { evseId }),
        ...(group && { groupIdToken: toIdToken(group) }),
      };
    },
    answer: toAnswer,
  },
});

const cancelRequest = ({ reservationId }: Cancel) => ({ reservationId });

/** H02: give up a reservation. */
export const CancelReservation = defineCommand<Cancel>()('CancelReservation', {
  '1.6': { action: 'CancelReservation', request: cancelRequest, answer: toAnswer },
  '2.0': { action: 'CancelReservation', request: cancelRequest, answer: toAnswer },
  '2.0.1': { action: 'CancelReservation', request: cancelRequest, answer: toAnswer },
});
