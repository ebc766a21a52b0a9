import { ProblemError, ValidationFailedError } from '../../../common/problems.js';
import type { NetworkProfile } from './network-profiles.commands.js';

/** What is known of the slots of a station; undefined: the station has not told. */
export interface SlotState {
  readonly active: number | undefined;
  /** In the order in which the station tries them. */
  readonly priority: readonly number[] | undefined;
}

/** Slots as the variable NetworkConfigurationPriority lists them. */
export function slotsOf(list: string | null | undefined): number[] | undefined {
  const slots = list
    ?.split(',')
    .map((slot) => slot.trim())
    .filter((slot) => /^\d{1,9}$/.test(slot))
    .map(Number);
  return slots?.length ? slots : undefined;
}

/** The slot that a path names; which of them a station has is up to the station. */
export function slotOf(text: string): number {
  if (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 31) return Number(text);
  throw new ValidationFailedError('The slot has to be a whole number from 0 on.');
}

/** A URL that the security profile can be kept on, without identity and credentials. */
export function assertUsable({ ocppCsmsUrl, securityProfile }: NetworkProfile, stationId: string): void {
  const url = URL.canParse(ocppCsmsUrl) ? new URL(ocppCsmsUrl) : undefined;
  if (!url || !['ws:', 'wss:'].includes(url.protocol) || url.username || url.password) {
    throw new ValidationFailedError('ocppCsmsUrl has to be a ws: or wss: URL without user and password.');
  }
  // the lower ones may stand behind TLS too
  if (securityProfile >= 2 && url.protocol !== 'wss:') {
    throw new ValidationFailedError('Security profiles 2 and 3 need a wss: URL.');
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

/**
 * The slot that keeps the station connected must not be overwritten: a mistake in it could not be mended from here. Where
 * the station does not tell the active one, each slot of its order may be it, for it falls back from one to the next.
 */
export function assertNotInUse(slot: number, { active, priority }: SlotState): void {
  if (active === slot) {
    throw new ProblemError(
      'network-slot-in-use',
      409,
      `The station is connected by slot ${slot}. Put the profile into another slot and change the priority.`,
      { slot, ...(priority && { priority }) },
    );
  }
  if (active !== undefined || (priority && !priority.includes(slot))) return;
  throw slotUnknown(
    priority
      ? `The station does not tell ActiveNetworkProfile, and slot ${slot} is one of those that it may use: ` +
          `${priority.join(', ')}.`
      : 'The station tells neither ActiveNetworkProfile nor NetworkConfigurationPriority.',
    priority,
  );
}

/** Why it cannot be said whether a slot is in use. */
export const slotUnknown = (why: string, priority?: readonly number[]): ProblemError =>
  new ProblemError(
    'network-slot-unknown',
    409,
    `${why} Set \`confirmed\` if you know that the slot is not in use.`,
    priority && { priority },
  );

/** Those that the station should have tried before the one that it uses. */
export function skippedSlots({ active, priority }: SlotState): number[] | undefined {
  if (active === undefined || !priority?.includes(active)) return undefined;
  return priority.slice(0, priority.indexOf(active));
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
