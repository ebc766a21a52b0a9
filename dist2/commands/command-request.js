/** What TAU asks by itself, e.g. to learn whether a transaction still runs. */
export const BY_ITSELF = { operatorId: undefined, route: 'TAU' };
//# sourceMappingURL=command-request.js.map