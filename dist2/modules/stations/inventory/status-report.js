/** What a connector can be; 2.0.1 words. */
export const CONNECTOR_STATUSES = ['Available', 'Occupied', 'Reserved', 'Unavailable', 'Faulted'];
const keyOf = ({ stationUuid, evseId, connectorId }) => `${stationUuid}/${evseId}/${connectorId}`;
const isOlder = (a, b) => a.statusSince.getTime() - b.statusSince.getTime() < 0 ||
    (a.statusSince.getTime() === b.statusSince.getTime() && a.receivedAt < b.receivedAt);
/**
 * For each connector the report that holds: the one whose status began last; of two that began together the one that
 * came later.
 */
export function newestOfEach(reports) {
    const newest = new Map();
    for (const report of reports) {
        const known = newest.get(keyOf(report));
        if (!known || !isOlder(report, known))
            newest.set(keyOf(report), report);
    }
    return [...newest.values()];
}
//# sourceMappingURL=status-report.js.map