/**
 * The events that the standard calls critical: those that a station has to push. Of others nothing is known, since
 * manufacturers add their own. [OCPP 2.0.1 A04, appendix of security events; 1.6 security extension]
 */
const CRITICAL = new Set([
  'firmwareupdated',
  'settingsystemtime',
  'startupofthedevice',
  'resetorreboot',
  'securitylogwascleared',
  'memoryexhaustion',
  'tamperdetectionactivated',
  'invalidfirmwaresignature',
  'invalidfirmwaresigningcertificate',
  'invalidcsmscertificate',
  'invalidcentralsystemcertificate',
  'invalidchargingstationcertificate',
  'invalidchargepointcertificate',
  'invalidtlsversion',
  'invalidtlsciphersuite',
]);

/** Whether a type of security event is critical; stations do not agree on its letters. */
export const isCritical = (type: string): boolean => CRITICAL.has(type.trim().toLowerCase());
