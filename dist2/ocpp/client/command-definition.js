/**
 * Defines a command; request and answer of each version are checked against its message tables.
 *
 * `defineCommand<StopInput>()('RequestStopTransaction', { '1.6': { action: 'RemoteStopTransaction', ... }, ... })`
 */
export const defineCommand = () => (name, translations) => ({
    name,
    translation: (version) => translations[version],
});
//# sourceMappingURL=command-definition.js.map