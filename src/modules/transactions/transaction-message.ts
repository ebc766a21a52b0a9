import type { OcppVersion } from '../../ocpp/index.js';
import type { Sample } from '../meter-values/index.js';

/** What kind of step a message is in the life of a transaction. */
export type Step = 'started' | 'updated' | 'ended' | 'meter-values';

/** A message about a transaction in neutral words: what both 1.6 and 2.x stations tell. */
export interface TransactionMessage {
  /** UUID of the message's row. */
  readonly id: string;
  readonly stationUuid: string;
  readonly version: OcppVersion;
  readonly step: Step;
  /** Action, and event type where there is one: what operators see. */
  readonly kind: string;
  /** The id on the wire; undefined in a 1.6 start, where the CSMS gives the id, and where none is named. */
  readonly ocppTransactionId: string | undefined;
  /** Both, as `nameOf` joins them; undefined where no id is named. */
  readonly name: string | undefined;
  /** Digest that recognises the same event when it is sent again; hexadecimal. */
  readonly naturalKey: string;
  /** The digest that holds instead where no transaction has the id: stations use one id for many lost transactions. */
  readonly orphanKey?: string;
  /** The station cannot know the id, since it was never told one: the token may say which transaction is meant. */
  readonly idUnknown?: boolean;
  readonly seqNo: number | undefined;
  /**
   * Position among the messages of the transaction: the seqNo in 2.x, the course of events in 1.6. Undefined for values
   * that stand beside the course of a transaction: they are kept with it and change nothing of it.
   */
  readonly order: number | undefined;
  /** Station time, or the time of receipt where it gave none that can be read. */
  readonly time: Date;
  readonly stationTimestamp: string | undefined;
  /** The station gave no time that can be true; the time of receipt stands for it. */
  readonly timeSubstituted: boolean;
  readonly receivedAt: Date;
  readonly offline: boolean;
  /** The whole frame as it came, secrets masked. */
  readonly frame: Uint8Array;
  readonly samples: readonly Sample[];
  readonly evseId: number | undefined;
  readonly connectorId: number | undefined;
  readonly idToken: { readonly value: string; readonly type: string } | undefined;
  /** 1.6 meterStart or meterStop in Wh, decimal text. */
  readonly registerWh: string | undefined;
  readonly chargingState: string | undefined;
  /** In 2.0.1 words; only with `ended`. */
  readonly stopReason: string | undefined;
  readonly remoteStartId: number | undefined;
  readonly reservationId: number | undefined;
  /** What is odd about it, e.g. needs-review. */
  readonly flags: readonly string[];
}

/** The name of a transaction among those of all stations. */
export const nameOf = (stationUuid: string, ocppTransactionId: string): string => `${stationUuid} ${ocppTransactionId}`;
