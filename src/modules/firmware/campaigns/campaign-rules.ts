/** Where a campaign stands; `stopped`: by itself, because too many failed. */
export const CAMPAIGN_STATES = ['running', 'paused', 'stopped', 'cancelled', 'completed'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** What operators can do to a campaign, from which states, and to which it leads. */
export const CAMPAIGN_ACTIONS = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused', 'stopped'], to: 'running' },
  cancel: { from: ['running', 'paused', 'stopped'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly CampaignState[]; to: CampaignState }>;
export type CampaignAction = keyof typeof CAMPAIGN_ACTIONS;

/** Where a station of a campaign stands. */
export const TARGET_STATES = ['waiting', 'in-progress', 'installed', 'failed', 'skipped', 'cancelled'] as const;
export type TargetState = (typeof TARGET_STATES)[number];

/** A station of a campaign, as the rules see it. */
export interface Target {
  readonly stationUuid: string;
  readonly wave: number;
  readonly state: TargetState;
  /** Whether an update could be sent now: it is connected, accepted, and does no other update. */
  readonly ready: boolean;
  /** Whether its end counts for the share of failures. */
  readonly counts: boolean;
}

export interface Limits {
  readonly maxConcurrent: number;
  /** Between 0 and 1. */
  readonly maxFailureShare: number;
  readonly minFinished: number;
}

/** What is to be done with a campaign now. */
export type Step =
  | { readonly kind: 'stop'; readonly because: string }
  | { readonly kind: 'complete' }
  /** Stations in the order in which they are to be asked; perhaps none. */
  | { readonly kind: 'send'; readonly stationUuids: readonly string[] };

const isFinal = ({ state }: Target): boolean => state !== 'waiting' && state !== 'in-progress';

/**
 * The last wave that may be sent. A wave is over when nothing of it is under way and nobody of it could be asked: who is
 * offline holds nobody up and gets the update when it is back. A wave of which nobody has finished proves nothing, and
 * the next waits for it.
 * @param targets in order of their waves
 */
export function openWave(targets: readonly Target[]): number {
  const waves = new Map<number, Target[]>();
  for (const target of targets) {
    const members = waves.get(target.wave);
    if (members) members.push(target);
    else waves.set(target.wave, [target]);
  }
  for (const [wave, members] of waves) {
    const isBusy = members.some(({ state, ready }) => state === 'in-progress' || (state === 'waiting' && ready));
    if (isBusy || !members.some(isFinal)) return wave;
  }
  return targets.at(-1)?.wave ?? 1;
}

/** Too many failures of those that have finished, as a sentence. */
export function failureProblem(targets: readonly Target[], limits: Limits): string | undefined {
  const finished = targets.filter(({ state, counts }) => counts && (state === 'installed' || state === 'failed'));
  const failed = finished.filter(({ state }) => state === 'failed').length;
  const { maxFailureShare, minFinished } = limits;
  if (finished.length < minFinished || failed <= maxFailureShare * finished.length) return undefined;
  return `${failed} of ${finished.length} updates failed, and no more than ${Math.round(maxFailureShare * 100)} % may.`;
}

/** What a running campaign does next. */
export function nextStep(targets: readonly Target[], limits: Limits): Step {
  if (targets.every(isFinal)) return { kind: 'complete' };
  const because = failureProblem(targets, limits);
  if (because) return { kind: 'stop', because };
  const wave = openWave(targets);
  const underWay = targets.filter(({ state }) => state === 'in-progress').length;
  const ready = targets.filter((target) => target.state === 'waiting' && target.ready && target.wave <= wave);
  const free = Math.max(0, limits.maxConcurrent - underWay);
  return { kind: 'send', stationUuids: ready.slice(0, free).map(({ stationUuid }) => stationUuid) };
}
