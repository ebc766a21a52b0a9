import { type CommandAnswer, defineCommand } from '../../ocpp/index.js';

/** What a station is to upload, and where to. */
export interface LogOrder {
  readonly logType: 'DiagnosticsLog' | 'SecurityLog';
  /** By which the station names the upload in its statuses. */
  readonly requestId: number;
  readonly location: string;
  readonly oldestTimestamp?: Date;
  readonly latestTimestamp?: Date;
  readonly retries?: number;
  /** Seconds. */
  readonly retryInterval?: number;
}

const retriesOf = ({ retries, retryInterval }: LogOrder) => ({
  ...(retries !== undefined && { retries }),
  ...(retryInterval !== undefined && { retryInterval }),
});

const toGetLog = (order: LogOrder) => ({
  logType: order.logType,
  requestId: order.requestId,
  ...retriesOf(order),
  log: {
    remoteLocation: order.location,
    ...(order.oldestTimestamp && { oldestTimestamp: order.oldestTimestamp.toISOString() }),
    ...(order.latestTimestamp && { latestTimestamp: order.latestTimestamp.toISOString() }),
  },
});

const toAnswer = ({ status, statusInfo }: CommandAnswer): CommandAnswer => ({
  status,
  ...(statusInfo && { statusInfo }),
});

const inV2 = {
  '2.0': { action: 'GetLog', request: toGetLog, answer: toAnswer },
  '2.0.1': { action: 'GetLog', request: toGetLog, answer: toAnswer },
} as const;

/** N01: the diagnostics log. 1.6 without its security extension has a message of its own for it. */
export const getLog = defineCommand<LogOrder>()('GetLog', {
  '1.6': {
    action: 'GetDiagnostics',
    request: (order) => ({
      // it names a directory, to which stations add the name of the file
      location: order.location,
      ...retriesOf(order),
      ...(order.oldestTimestamp && { startTime: order.oldestTimestamp.toISOString() }),
      ...(order.latestTimestamp && { stopTime: order.latestTimestamp.toISOString() }),
    }),
    // its answer is the name of the file, or nothing
    answer: () => ({}),
  },
  ...inV2,
});

/** N01: the security log. A name of its own, because a command that is kept is found again by its name. */
export const getSecurityLog = defineCommand<LogOrder>()('GetSecurityLog', {
  '1.6': { action: 'GetLog', request: toGetLog, answer: toAnswer },
  ...inV2,
});
