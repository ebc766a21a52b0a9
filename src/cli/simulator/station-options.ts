import type { Clock } from '../../common/clock.js';
import type { OcppVersion } from '../../ocpp/index.js';
import type { CertificateBehaviour } from './certificates.js';
import type { LogBehaviour } from './logs.js';
import type { FirmwareBehaviour } from './firmware.js';
import type { Trouble } from './troubles.js';
import type { TypePlate } from './words.js';

/** What a real station keeps in its flash: outlives resets, and the process if the owner stores it. */
export interface StationMemory {
  /** What was made inoperative: `station`, an EVSE `1`, a connector `1.2`. */
  inoperative: string[];
  /** Register of each EVSE's meter, Wh. */
  meterWh: Record<number, number>;
}

/** When a transaction begins (TxStartPoint). 1.6 always waits for both, the cable and the token. */
export type TxStartPoint = 'EVConnected' | 'Authorized' | 'PowerPathClosed';

export interface StationOptions<V extends OcppVersion> {
  readonly stationId: string;
  readonly version: V;
  /** Where stations connect, without the station id: `ws://localhost:3000/ocpp` */
  readonly url: string;
  /** The Basic password, or where to get it at each connect; none for security profile 0. */
  readonly password?: string | (() => Promise<string | undefined>);
  readonly clock?: Clock;
  /** Subprotocols to offer; by default that of the version. */
  readonly subprotocols?: readonly string[];
  /** Number of connectors of each EVSE; `[1]` by default. 1.6 knows one connector per EVSE. */
  readonly evses?: readonly number[];
  /** What every connector is, as reservations name it; cType2 by default. */
  readonly connectorType?: string;
  readonly plate?: Partial<TypePlate>;
  /** What a vehicle draws; 11 kW by default. */
  readonly powerW?: number;
  /** Makes energy grow faster than time; 1 by default. */
  readonly energySpeed?: number;
  /** Sends heartbeats in the interval that the CSMS gave; true by default. */
  readonly heartbeats?: boolean;
  /** Pause between the meter values of a transaction; a minute by default. */
  readonly sampleIntervalMs?: number;
  readonly txStartPoint?: TxStartPoint;
  /** A vehicle stands ready and is plugged in when the CSMS requests a start; true by default. */
  readonly plugsInOnRequest?: boolean;
  /** How long an answer of the CSMS is waited for; 30 s by default. */
  readonly callTimeoutMs?: number;
  /** How often a transaction message is sent before it is given up; 3 by default. */
  readonly messageAttempts?: number;
  /** Pause before another attempt, times the number of attempts; a minute by default. */
  readonly messageRetryMs?: number;
  /** Whether another attempt keeps the message id; `same-id` by default. */
  readonly resendWith?: 'same-id' | 'new-id';
  /** Pauses before a lost connection is tried again; 1 s to 1 min by default. */
  readonly backOff?: { readonly minMs: number; readonly maxMs: number };
  readonly trouble?: Trouble;
  /** How uploads of its logs go. */
  readonly logs?: LogBehaviour;
  /** How it goes about certificates. */
  readonly certificates?: CertificateBehaviour;
  /** How updates of its firmware go. */
  readonly firmware?: FirmwareBehaviour;
  readonly memory?: StationMemory;
  /** Called whenever the memory has changed. */
  readonly remember?: (memory: StationMemory) => void;
  /** How many frames are kept for `frames`; 1000 by default. */
  readonly keptFrames?: number;
}

export const DEFAULTS = {
  evses: [1],
  connectorType: 'cType2',
  powerW: 11_000,
  energySpeed: 1,
  heartbeats: true,
  sampleIntervalMs: 60_000,
  txStartPoint: 'PowerPathClosed',
  plugsInOnRequest: true,
  callTimeoutMs: 30_000,
  messageAttempts: 3,
  messageRetryMs: 60_000,
  resendWith: 'same-id',
  backOff: { minMs: 1000, maxMs: 60_000 },
  keptFrames: 1000,
} as const satisfies Partial<StationOptions<OcppVersion>>;

/** The options with what is assumed where they are silent. */
export type StationSettings<V extends OcppVersion> = StationOptions<V> &
  Required<Pick<StationOptions<V>, keyof typeof DEFAULTS>>;

export const PLATE: Omit<TypePlate, 'serialNumber'> = { vendor: 'TAU', model: 'Simulator', firmwareVersion: '1.0.0' };
