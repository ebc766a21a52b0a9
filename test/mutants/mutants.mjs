// Small ways to break TAU, each of which must turn one of its tests red (`npm run mutants`): a list of what the tests
// are known to notice. `find` stands in `file` exactly once; `tests` are the test files that are run; those marked
// `quick` are tried by `npm run check`.

/** @typedef {{ name: string, file: string, find: string, replace: string, tests: string[], quick?: boolean }} Mutant */

/** @type {readonly Mutant[]} */
const KERNEL = [
  {
    name: 'a station that is Rejected is treated as it was told before',
    file: 'src/ocpp/dispatch/registration-gate.ts',
    find: "['Rejected', 'Pending', 'Accepted'];",
    replace: "['Accepted', 'Pending', 'Rejected'];",
    tests: ['src/ocpp/dispatch/registration-gate.spec.ts'],
    quick: true,
  },
  {
    name: 'a station that was accepted once may not hand over its transactions any more',
    file: 'src/ocpp/dispatch/registration-gate.ts',
    find: 'if (station.everAccepted && isTransactionAction(action)) return true;',
    replace: '',
    tests: ['src/ocpp/dispatch/registration-gate.spec.ts'],
  },
  {
    name: 'what was not asked for passes while Pending',
    file: 'src/ocpp/dispatch/registration-gate.ts',
    find: "station.registration === 'Pending' && station.expected.has(action)",
    replace: "station.registration === 'Pending'",
    tests: ['src/ocpp/dispatch/registration-gate.spec.ts'],
  },
  {
    name: 'a call that times out while the socket is paused counts as unanswered',
    file: 'src/ocpp/client/outbound-queue.ts',
    find: 'if (this.isPaused()) return this.arm(current);',
    replace: '',
    tests: ['src/ocpp/client/outbound-queue.spec.ts'],
  },
  {
    name: 'the answer to another call is taken for that of the one in flight',
    file: 'src/ocpp/client/outbound-queue.ts',
    find: 'if (!current?.sentAt || current.call.messageId !== messageId) return false;',
    replace: 'if (!current?.sentAt) return false;',
    tests: ['src/ocpp/client/outbound-queue.spec.ts'],
    quick: true,
  },
  {
    name: 'calls that wait are forgotten when the socket closes',
    file: 'src/ocpp/client/outbound-queue.ts',
    find: 'for (const call of this.waiting.splice(0)) {',
    replace: 'for (const call of [] as OutboundCall[]) {',
    tests: ['src/ocpp/client/outbound-queue.spec.ts'],
  },
  {
    name: 'a time without a zone is refused',
    file: 'src/ocpp/validation/timestamps.ts',
    find: "if (!zulu && !sign) return { ms, rule: 'timestamp-without-zone' };",
    replace: 'if (!zulu && !sign) return undefined;',
    tests: ['src/ocpp/validation/timestamps.spec.ts'],
  },
  {
    name: 'an offset is added where it has to be subtracted',
    file: 'src/ocpp/validation/timestamps.ts',
    find: "(sign === '-' ? -offsetMinutes : offsetMinutes)",
    replace: "(sign === '-' ? offsetMinutes : -offsetMinutes)",
    tests: ['src/ocpp/validation/timestamps.spec.ts'],
    quick: true,
  },
  {
    name: 'a date that does not exist is taken for one',
    file: 'src/ocpp/validation/timestamps.ts',
    find: 'if (!exists(Number(year), Number(month), Number(day))) return undefined;',
    replace: '',
    tests: ['src/ocpp/validation/timestamps.spec.ts'],
  },
  {
    name: 'a PIN code is shown in the message log',
    file: 'src/ocpp/validation/masking.ts',
    find: "const secret = isPinType(object['type']) ? ['idToken', 'additionalInfo'] : secretFields(object);",
    replace: 'const secret = secretFields(object);',
    tests: ['src/ocpp/validation/masking.spec.ts'],
    quick: true,
  },
  {
    name: 'a password that is written to a station is shown',
    file: 'src/ocpp/validation/masking.ts',
    find: "'SetVariables request': variable,",
    replace: '',
    tests: ['src/ocpp/validation/masking.spec.ts'],
  },
  {
    name: 'the address of an upload is shown whole',
    file: 'src/ocpp/validation/masking.ts',
    find: "'GetLog request': addresses,",
    replace: '',
    tests: ['src/ocpp/validation/masking.spec.ts'],
  },
];

/** @type {readonly Mutant[]} */
const TRANSACTIONS = [
  {
    name: 'the same start with another message id makes another transaction',
    file: 'src/modules/transactions/natural-key.ts',
    find: "naturalKey('start', p['connectorId'], lower(p['idTag']), p['timestamp'], p['meterStart']);",
    replace: "naturalKey('start', Math.random());",
    tests: ['test/specs/e01-start-transaction.e2e-spec.ts'],
  },
  {
    name: 'a token is another one in other letters',
    file: 'src/modules/transactions/natural-key.ts',
    find: "(typeof token === 'string' ? token.toLowerCase() : token);",
    replace: 'token;',
    tests: ['test/specs/e01-start-transaction.e2e-spec.ts'],
  },
  {
    name: 'of two different ends the last one counts',
    file: 'src/modules/transactions/progress.ts',
    find: 'end: earliest(',
    replace: 'end: latest(',
    tests: ['src/modules/transactions/progress.spec.ts'],
    quick: true,
  },
  {
    name: 'the token that stops pays',
    file: 'src/modules/transactions/progress.ts',
    find: "message.step === 'ended' ? undefined : keyed(message.idToken)",
    replace: 'keyed(message.idToken)',
    tests: ['src/modules/transactions/progress.spec.ts'],
  },
  {
    name: 'an exact reading does not win over a guessed one',
    file: 'src/modules/transactions/progress.ts',
    find: 'if (a.value.exact !== b.value.exact) return a.value.exact ? a : b;',
    replace: '',
    tests: ['src/modules/transactions/progress.spec.ts'],
  },
  {
    name: 'negative energy is billed',
    file: 'src/modules/transactions/progress.ts',
    find: 'energyWh: energy?.gte(0) ? energy.toFixed() : null,',
    replace: 'energyWh: energy ? energy.toFixed() : null,',
    tests: ['src/modules/transactions/progress.spec.ts'],
    quick: true,
  },
  {
    name: 'a gap in the numbers of events is not seen',
    file: 'src/modules/transactions/completeness.ts',
    find: 'if (from > next) missing.push([next, from - 1]);',
    replace: '',
    tests: ['src/modules/transactions/completeness.spec.ts'],
    quick: true,
  },
  {
    name: 'a transaction without its start counts as complete',
    file: 'src/modules/transactions/completeness.ts',
    find: 'if (!start.value.real || missingSeqNos(progress).length > 0)',
    replace: 'if (missingSeqNos(progress).length > 0)',
    tests: ['src/modules/transactions/completeness.spec.ts'],
  },
  {
    name: 'a reset is no reason of its own for an end',
    file: 'src/modules/transactions/transactions.handlers.v16.ts',
    find: "HardReset: 'ImmediateReset',",
    replace: "HardReset: 'Other',",
    tests: ['test/specs/e06-stop-transaction.e2e-spec.ts'],
  },
  {
    name: 'the energy of an event in kWh is taken for Wh',
    file: 'src/modules/meter-values/sample.ts',
    find: "['kWh', 'Wh'],",
    replace: '',
    tests: ['src/modules/meter-values/sample.spec.ts'],
    quick: true,
  },
  {
    name: 'a PIN is kept with its transaction',
    file: 'src/modules/transactions/transactions.service.ts',
    find: "if (told.idToken?.type.trim().toLowerCase() !== 'keycode') return told;",
    replace: 'if (Number.isFinite(0)) return told;',
    tests: ['test/specs/transactions-rest.e2e-spec.ts'],
  },
];

/** @type {readonly Mutant[]} */
const STATIONS = [
  {
    name: 'an expired token is accepted',
    file: 'src/modules/authorization/authorization-decision.ts',
    find: "if (expiresAt && expiresAt <= now) return 'Expired';",
    replace: '',
    tests: ['src/modules/authorization/authorization-decision.spec.ts'],
    quick: true,
  },
  {
    name: 'the group of a token is not told',
    file: 'src/modules/authorization/authorization-decision.ts',
    find: '...(token.groupId !== null && { groupId: token.groupId }),',
    replace: '',
    tests: ['src/modules/authorization/authorization-decision.spec.ts'],
  },
  {
    name: 'a 1.6 station hears that a token is Unknown, which it has no word for',
    file: 'src/modules/authorization/authorization.handlers.v16.ts',
    find: "Unknown: 'Invalid',",
    replace: "Unknown: 'Unknown' as 'Invalid',",
    tests: ['src/modules/authorization/authorization.handlers.spec.ts'],
  },
  {
    name: 'who presses a start button is not accepted',
    file: 'src/modules/authorization/authorization.service.ts',
    find: "if (token.type === 'NoAuthorization' && token.value === '')",
    replace: "if (token.type === 'NoAuthorization' && token.value === 'x')",
    tests: ['src/modules/authorization/authorization.service.spec.ts'],
  },
  {
    name: 'PIN codes may be guessed without end',
    file: 'src/modules/authorization/authorization.service.ts',
    find: "if (this.guesses.paused(at.stationUuid)) return this.plain('NotAtThisTime');",
    replace: '',
    tests: ['src/modules/authorization/authorization.service.spec.ts'],
  },
  {
    name: 'a 1.6 connector that is Preparing counts as free',
    file: 'src/modules/availability/availability.handlers.v16.ts',
    find: "Preparing: 'Occupied',",
    replace: "Preparing: 'Available',",
    tests: ['src/modules/availability/availability.handlers.v16.spec.ts'],
    quick: true,
  },
  {
    name: 'the availability of a whole 2.0 station is asked of no EVSE',
    file: 'src/modules/availability/availability.commands.ts',
    find: 'request: ({ operationalStatus, evseId = 0, connectorId }) => {',
    replace: 'request: ({ operationalStatus, evseId = 1, connectorId }) => {',
    tests: ['src/modules/availability/availability.commands.spec.ts'],
  },
  {
    name: 'a station that is Rejected is sent commands',
    file: 'src/commands/registration.ts',
    find: "if (registration === 'Accepted') return true;",
    replace: "if (registration !== 'Pending') return true;",
    tests: ['src/commands/registration.spec.ts'],
  },
  {
    name: 'an old status overwrites a newer one',
    file: 'src/modules/availability/availability.service.ts',
    find: 'statusSince: time < receivedAt ? time : receivedAt,',
    replace: 'statusSince: receivedAt,',
    tests: ['test/specs/g01-status-notification.e2e-spec.ts'],
  },
  {
    name: 'a station is Accepted although the operator keeps it Pending',
    file: 'src/modules/provisioning/provisioning.service.ts',
    find: "const status = decision?.registrationStatus ?? 'Rejected';",
    replace: "const status = decision ? 'Accepted' : 'Rejected';",
    tests: ['test/specs/b02-pending.e2e-spec.ts'],
  },
];

/** @type {readonly Mutant[]} */
const SECURITY = [
  {
    name: 'a token is accepted where it is not valid',
    file: 'src/modules/authorization/authorization-decision.ts',
    find: "return isValidHere ? 'Accepted' : 'NotAtThisLocation';",
    replace: "return 'Accepted';",
    tests: ['test/specs/c01-token-advice.e2e-spec.ts', 'src/modules/authorization/authorization-decision.spec.ts'],
  },
  {
    name: 'a station keeps a token in its cache for longer than it may',
    file: 'src/modules/authorization/authorization-decision.ts',
    find: 'return cacheExpiresAt < expiresAt ? cacheExpiresAt : expiresAt;',
    replace: 'return cacheExpiresAt;',
    tests: ['test/specs/c01-token-advice.e2e-spec.ts', 'src/modules/authorization/authorization-decision.spec.ts'],
  },
  {
    name: 'the advice about a token is not told',
    file: 'src/modules/authorization/authorization-decision.ts',
    find: '...(personalMessage != null && { personalMessage }),',
    replace: '',
    tests: ['test/specs/c01-token-advice.e2e-spec.ts'],
  },
  {
    name: 'a security event that is told again is another one',
    file: 'src/modules/security/security.service.ts',
    find: "naturalKey('security-event', said['type'], said['timestamp'], said['techInfo'])",
    replace: "naturalKey('security-event', Math.random())",
    tests: ['test/specs/a04-security-event.e2e-spec.ts'],
  },
  {
    name: 'two security events of one type and time are one',
    file: 'src/modules/security/security.service.ts',
    find: "said['timestamp'], said['techInfo'])",
    replace: "said['timestamp'])",
    tests: ['test/specs/a04-security-event.e2e-spec.ts'],
  },
  {
    name: 'a password in a security event is shown',
    file: 'src/modules/security/security.service.ts',
    find: 'storable(maskText(techInfo))',
    replace: 'storable(techInfo)',
    tests: ['test/specs/a04-security-event.e2e-spec.ts'],
  },
  {
    name: 'a certificate is promised that nobody will sign',
    file: 'src/modules/security/security.service.ts',
    find: "status: 'Rejected',",
    replace: "status: 'Accepted',",
    tests: ['test/specs/a04-security-event.e2e-spec.ts'],
  },
];

/** @type {readonly Mutant[]} */
const CERTIFICATES = [
  {
    name: 'the hash of a public key takes in more than the key',
    file: 'src/common/x509.ts',
    find: 'return contentOf(key!).subarray(1);',
    replace: 'return contentOf(key!);',
    tests: ['src/common/x509.spec.ts'],
    quick: true,
  },
  {
    name: 'a certificate is deleted by another algorithm than the station reported',
    file: 'src/modules/certificates/installed-certificates.service.ts',
    find: 'const id = { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber };',
    replace:
      "const id = { hashAlgorithm: 'SHA256' as typeof hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber };",
    tests: ['test/specs/m00-certificates.e2e-spec.ts'],
  },
  {
    name: 'a certificate is deleted by hashes in other letters than the station reported',
    file: 'src/modules/certificates/certificates.commands.ts',
    find: '  issuerKeyHash,\n  serialNumber,\n});',
    replace: '  issuerKeyHash,\n  serialNumber: serialNumber.toLowerCase(),\n});',
    tests: ['test/certification/ocpp16-certificates.e2e-spec.ts'],
  },
  {
    name: 'a certificate that the station does not report any more stays on the list',
    file: 'src/modules/certificates/installed/inventory.store.ts',
    find: 'await manager.query(GONE, [stationUuid, types, commandId]);',
    replace: '',
    tests: ['test/specs/m00-certificates.e2e-spec.ts'],
  },
  {
    name: 'a report about one type takes the others off the list',
    file: 'src/modules/certificates/installed/inventory.store.ts',
    find: 'AND certificate_type = ANY($2) AND command_id <> $3',
    replace: 'AND ($2::text[] IS NOT NULL) AND command_id <> $3',
    tests: ['test/specs/m00-certificates.e2e-spec.ts'],
  },
  {
    name: 'a certificate that the station refused counts as installed',
    file: 'src/modules/certificates/installed/inventory.store.ts',
    find: "return command.status === 'Accepted' ? this.installed",
    replace: 'return command.status ? this.installed',
    tests: ['test/specs/m00-certificates.e2e-spec.ts'],
  },
  {
    name: 'a certificate that the station could not delete is off the list',
    file: 'src/modules/certificates/installed/inventory.store.ts',
    find: "return command.status === 'Failed' ? undefined : this.deleted",
    replace: 'return command.status === null ? undefined : this.deleted',
    tests: ['test/specs/m00-certificates.e2e-spec.ts'],
  },
  {
    name: 'an answer counts twice, the second time over what came after it',
    file: 'src/modules/certificates/installed/inventory.store.ts',
    find: 'await manager.query(TAKEN, [stationUuid, pending.map(({ id }) => id)]);',
    replace: '',
    tests: ['test/specs/m00-certificates.e2e-spec.ts'],
  },
  {
    name: 'an expired certificate is sent',
    file: 'src/modules/certificates/installed/installable.ts',
    find: 'if (validTo <= now) throw certificateExpired(validTo);',
    replace: '',
    tests: ['test/specs/m00-certificates.e2e-spec.ts'],
  },
  {
    name: 'a repeated request to delete a certificate does not find it any more',
    file: 'src/modules/certificates/installed-certificates.service.ts',
    find: 'if (earlier) return earlier;',
    replace: 'void earlier;',
    tests: ['test/specs/m00-certificates.e2e-spec.ts'],
  },
];

/** @type {readonly Mutant[]} */
export const MUTANTS = [...KERNEL, ...TRANSACTIONS, ...STATIONS, ...SECURITY, ...CERTIFICATES];
