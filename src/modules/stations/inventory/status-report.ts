/** What a connector can be; 2.0.1 words. */
export const CONNECTOR_STATUSES = ['Available', 'Occupied', 'Reserved', 'Unavailable', 'Faulted'] as const;
export type ConnectorStatus = (typeof CONNECTOR_STATUSES)[number];

/** What a station says about one of its connectors, about an EVSE (connector 0) or itself (EVSE 0, connector 0). */
export interface StatusReport {
  /** Surrogate key of the station. */
  stationUuid: string;
  evseId: number;
  connectorId: number;
  status: ConnectorStatus;
  /** What the station literally said. */
  reportedStatus: string;
  errorCode?: string;
  info?: string;
  vendorId?: string;
  vendorErrorCode?: string;
  /** The station's time as it stood in the message. */
  stationTimestamp?: string;
  /** Since when the status holds; never later than the receipt. */
  statusSince: Date;
  receivedAt: Date;
}

const keyOf = ({ stationUuid, evseId, connectorId }: StatusReport): string => `${stationUuid}/${evseId}/${connectorId}`;

const isOlder = (a: StatusReport, b: StatusReport): boolean =>
  a.statusSince.getTime() - b.statusSince.getTime() < 0 ||
  (a.statusSince.getTime() === b.statusSince.getTime() && a.receivedAt < b.receivedAt);

/**
 * For each connector the report that holds: the one whose status began last; of two that began together the one that
 * came later.
 */
export function newestOfEach(reports: readonly StatusReport[]): StatusReport[] {
  const newest = new Map<string, StatusReport>();
  for (const report of reports) {
    const known = newest.get(keyOf(report));
    if (!known || !isOlder(report, known)) newest.set(keyOf(report), report);
  }
  return [...newest.values()];
}
