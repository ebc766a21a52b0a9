/** What stations show to the driver, in a form that they may or may not be able to show. */
export interface PersonalMessage {
  readonly format: 'ASCII' | 'HTML' | 'URI' | 'UTF8';
  readonly language?: string;
  readonly content: string;
}

/** What stations are told about a token beside the decision. OCPP 1.6 has no words for it. */
export interface TokenAdvice {
  /** -9 to 9; 0 where none is given. */
  readonly chargingPriority?: number;
  /** Preferred language of the driver, RFC 5646. */
  readonly language1?: string;
  /** The next best one; only with another `language1`. */
  readonly language2?: string;
  readonly personalMessage?: PersonalMessage;
}

/** A station where a token is valid, or some of its EVSEs. */
export interface ValidPlace {
  readonly stationId: string;
  readonly evseIds?: readonly number[];
}

/** Where a token is presented. */
export interface Place {
  readonly stationId: string;
  readonly evseId?: number;
}

/**
 * Whether a token is valid where it is presented, and on which EVSEs of that station if not on all.
 * @param places undefined or null: everywhere
 */
export function validityAt(
  places: readonly ValidPlace[] | null | undefined,
  { stationId, evseId }: Place,
): { readonly isValid: boolean; readonly evseIds?: readonly number[] } {
  if (!places) return { isValid: true };
  const here = places.filter((place) => place.stationId.toLowerCase() === stationId.toLowerCase());
  if (here.length === 0) return { isValid: false };
  if (here.some((place) => !place.evseIds)) return { isValid: true };
  const evseIds = [...new Set(here.flatMap((place) => place.evseIds ?? []))].sort((a, b) => a - b);
  // [OCPP 2.0.1 C01.FR.22] where none is allowed, no list is given
  return evseId === undefined || evseIds.includes(evseId) ? { isValid: true, evseIds } : { isValid: false };
}
