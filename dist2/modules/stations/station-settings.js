export const toSettings = (row) => ({
    allowedVersions: row.allowedVersions ?? undefined,
    securityProfile: row.securityProfile,
    callTimeoutSeconds: row.rules.callTimeoutSeconds,
    heartbeatIntervalSeconds: row.rules.heartbeatIntervalSeconds,
    maxFrameBytes: row.rules.maxFrameBytes,
    disabledRules: row.rules.disabledRules ?? [],
    enabledRules: row.rules.enabledRules ?? [],
});
/**
 * The station as the kernel sees it. Registration belongs to the identity: who was accepted and comes back without a
 * BootNotification still is.
 */
export const toRegisteredStation = (row) => ({
    id: row.id,
    stationId: row.stationId,
    settings: toSettings(row),
    registration: row.bootAnswer ?? undefined,
    decision: row.registrationStatus,
    everAccepted: row.firstAcceptedAt !== null,
});
//# sourceMappingURL=station-settings.js.map