/** Clocks that are off by more make times and bills doubtful. */
const SUSPECT_MS = 60_000;
/** A station as REST shows it. */
export function toStationView(row, { connectors, lastSeenAt, defaultHeartbeatSeconds }) {
    const connected = row.connectionEpoch !== null;
    const difference = row.clockDifferenceMs === null ? null : Number(row.clockDifferenceMs);
    return {
        stationId: row.stationId,
        name: row.name,
        labels: row.labels,
        location: row.location,
        timeZone: row.timeZone,
        allowedVersions: row.allowedVersions,
        securityProfile: row.securityProfile,
        rules: row.rules,
        registrationStatus: row.registrationStatus,
        bootAnswer: row.bootAnswer,
        firstAcceptedAt: row.firstAcceptedAt,
        connected,
        ocppVersion: row.ocppVersion,
        remoteAddress: row.remoteAddress,
        connectedAt: row.connectedAt,
        disconnectedAt: row.disconnectedAt,
        disconnectReason: row.disconnectReason,
        lastSeenAt: later(row.lastSeenAt, lastSeenAt),
        heartbeatIntervalSeconds: row.rules.heartbeatIntervalSeconds ?? defaultHeartbeatSeconds,
        clockDifferenceSeconds: difference === null ? null : difference / 1000,
        clockSuspect: difference !== null && Math.abs(difference) > SUSPECT_MS,
        vendor: row.vendor,
        model: row.model,
        serialNumber: row.serialNumber,
        chargeBoxSerialNumber: row.chargeBoxSerialNumber,
        firmwareVersion: row.firmwareVersion,
        iccid: row.iccid,
        imsi: row.imsi,
        meterType: row.meterType,
        meterSerialNumber: row.meterSerialNumber,
        bootReason: row.bootReason,
        bootedAt: row.bootedAt,
        ...toStatuses(connectors, !connected),
        createdAt: row.createdAt,
        updatedAt: row.updatedAt,
    };
}
/** The tree of EVSEs out of the flat rows: EVSE 0 is the station, connector 0 the EVSE as a whole. */
export function toStatuses(connectors, stale) {
    let status = null;
    const evses = new Map();
    for (const row of connectors) {
        const view = toStatus(row, stale);
        if (row.evseId === 0) {
            status = view;
            continue;
        }
        let evse = evses.get(row.evseId);
        if (!evse)
            evses.set(row.evseId, (evse = { evseId: row.evseId, status: null, connectors: [] }));
        if (row.connectorId === 0)
            evse.status = view;
        else
            evse.connectors.push({ connectorId: row.connectorId, ...view });
    }
    return { status, evses: [...evses.values()] };
}
const toStatus = (row, stale) => ({
    status: row.status,
    reportedStatus: row.reportedStatus,
    errorCode: row.errorCode,
    info: row.info,
    vendorId: row.vendorId,
    vendorErrorCode: row.vendorErrorCode,
    since: row.statusSince,
    stationTimestamp: row.stationTimestamp,
    receivedAt: row.receivedAt,
    stale,
});
const later = (stored, noted) => noted && (stored === null || stored < noted) ? noted : stored;
//# sourceMappingURL=station-view.js.map