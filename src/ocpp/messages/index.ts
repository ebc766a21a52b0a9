import type { OcppVersion } from '../versions.js';
import type { CsmsRequestsV16, CsmsResponsesV16, StationRequestsV16, StationResponsesV16 } from './v16.js';
import type { CsmsRequestsV20, CsmsResponsesV20, StationRequestsV20, StationResponsesV20 } from './v20.js';
import type { CsmsRequestsV201, CsmsResponsesV201, StationRequestsV201, StationResponsesV201 } from './v201.js';

// Plain interfaces with indexed access: conditional `infer` types would widen literals in callbacks.

/** Requests from stations, by version and action. */
export interface StationRequests {
  '1.6': StationRequestsV16;
  '2.0': StationRequestsV20;
  '2.0.1': StationRequestsV201;
}

/** The CSMS's responses to stations, by version and action. */
export interface StationResponses {
  '1.6': StationResponsesV16;
  '2.0': StationResponsesV20;
  '2.0.1': StationResponsesV201;
}

/** Requests to stations, by version and action. */
export interface CsmsRequests {
  '1.6': CsmsRequestsV16;
  '2.0': CsmsRequestsV20;
  '2.0.1': CsmsRequestsV201;
}

/** Stations' responses to the CSMS, by version and action. */
export interface CsmsResponses {
  '1.6': CsmsResponsesV16;
  '2.0': CsmsResponsesV20;
  '2.0.1': CsmsResponsesV201;
}

/** An action that a station of version V may send. */
export type StationAction<V extends OcppVersion> = keyof StationRequests[V] & keyof StationResponses[V] & string;

/** An action that the CSMS may send to a station of version V. */
export type CsmsAction<V extends OcppVersion> = keyof CsmsRequests[V] & keyof CsmsResponses[V] & string;
