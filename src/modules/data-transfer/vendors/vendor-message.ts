export const TRANSFER_STATUSES = ['Accepted', 'Rejected', 'UnknownMessageId', 'UnknownVendorId'] as const;
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];

/** What a station says in words that its vendor made up. */
export interface VendorMessage {
  /** Surrogate key of the station. */
  readonly stationUuid: string;
  readonly stationId: string;
  readonly vendorId: string;
  readonly messageId: string | undefined;
  /** Any JSON; from 1.6 stations a text. */
  readonly data: unknown;
  readonly receivedAt: Date;
  /** The station sent it before and heard no answer: it is answered again, but must not count twice. */
  readonly isRepeated: boolean;
}

/** What a vendor's message is answered. */
export interface VendorAnswer {
  readonly status: TransferStatus;
  /** Any JSON; 1.6 stations get it as text. */
  readonly data?: unknown;
  /** For 2.0.1 stations. */
  readonly statusInfo?: { readonly reasonCode: string; readonly additionalInfo?: string };
}

/** Answers a message; undefined leaves it to others. */
export type VendorHandlerMethod = (
  message: VendorMessage,
) => VendorAnswer | undefined | Promise<VendorAnswer | undefined>;
