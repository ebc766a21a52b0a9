import { ProblemError, ValidationFailedError } from '../../../common/problems.js';
import type { NetworkProfile } from './network-profiles.commands.js';

/** What is known of the slots of a station; undefined: the station has not told. */
export interface SlotState {
  readonly active: number | undefined;
  /** In the order in which the station tries them. */
  readonly priority: readonly number[] | undefined;
}

/** Slots as the variable NetworkConfigurationPriority lists them. */
export function slotsOf(list: string | undefined): number[] | undefined {
  const slots = list
    ?.split(',')
    .map((slot) => slot.trim())
    .filter((slot) => /^\d{1,9}$/.test(slot))
    .map(Number);
  return slots?.length ? slots : undefined;
}

/** A URL that the security profile can be kept on, without identity and credentials. */
export function assertUsable({ ocppCsmsUrl, securityProfile }: NetworkProfile, stationId: string): void {
  const url = URL.canParse(ocppCsmsUrl) ? new URL(ocppCsmsUrl) : undefined;
  if (!url || !['ws:', 'wss:'].includes(url.protocol) || url.username || url.password) {
    throw new ValidationFailedError('ocppCsmsUrl has to be a ws: or wss: URL without user and password.');
  }
  if (securityProfile >= 2 !== (url.protocol === 'wss:')) {
    throw new ValidationFailedError('Security profiles 2 and 3 need a wss: URL, 0 and 1 a ws: URL.');
  }
  const last = url.pathname.split('/').at(-1) ?? '';
  // [OCPP 2.0.1 part 4] the station adds its identity itself
  if (decodeURIComponentOr(last).toLowerCase() === stationId.toLowerCase()) {
    throw new ValidationFailedError('Leave the identity out of ocppCsmsUrl: the station adds it.');
  }
}

function decodeURIComponentOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The slot that keeps the station connected must not be overwritten: a mistake in it could not be mended from here. */
export function assertNotInUse(slot: number, { active, priority }: SlotState): void {
  const inUse = active ?? priority?.[0];
  if (inUse === undefined) {
    throw new ProblemError(
      'network-slot-unknown',
      409,
      'It is not known which slot the station uses: it tells neither ActiveNetworkProfile nor ' +
        'NetworkConfigurationPriority. Set `confirmed` if you know that it is another one.',
    );
  }
  if (inUse !== slot) return;
  throw new ProblemError(
    'network-slot-in-use',
    409,
    `The station is connected by slot ${slot}. Put the profile into another slot and change the priority.`,
    { slot, ...(priority && { priority }) },
  );
}

/** [OCPP 2.0.1 B09.FR.04, A05] */
export function assertNotLower({ securityProfile }: NetworkProfile, current: number): void {
  if (securityProfile >= current) return;
  throw new ProblemError(
    'security-profile-lower',
    409,
    `The station uses security profile ${current}, and a lower one must not be set.`,
    { securityProfile: current },
  );
}
