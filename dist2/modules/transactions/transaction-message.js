/** The name of a transaction among those of all stations. */
export const nameOf = (stationUuid, ocppTransactionId) => `${stationUuid} ${ocppTransactionId}`;
//# sourceMappingURL=transaction-message.js.map