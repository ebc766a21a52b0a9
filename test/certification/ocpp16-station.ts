import { afterEach, expect } from '@jest/globals';
import type { StationRequests, StationResponses } from '../../src/ocpp/index.js';
import type { TestCsms } from '../support/csms.js';
import type { StrictStation } from '../support/strict-station.js';

type Start = Partial<StationRequests['1.6']['StartTransaction']>;
type Stop = Partial<StationRequests['1.6']['StopTransaction']> & { transactionId: number };
type Status = StationRequests['1.6']['StatusNotification'];

/** What the first connector shows in REST. */
export const CONNECTOR = 1;

/** The steps of the test cases, said by the strict client; each expects the answer that every case expects of it. */
export class StationV16 {
  constructor(
    private readonly csms: TestCsms,
    readonly strict: StrictStation<'1.6'>,
  ) {}

  get stationId(): string {
    return this.strict.stationId;
  }

  async boots(): Promise<StationResponses['1.6']['BootNotification']> {
    const answer = await this.strict.call('BootNotification', {
      chargePointVendor: 'Vendor',
      chargePointModel: 'Model',
      chargePointSerialNumber: 'SN-1',
      firmwareVersion: '1.2.3',
    });
    expect(answer.status).toBe('Accepted');
    return answer;
  }

  /** Reports the statuses of a connector, one after the other. */
  async reports(...statuses: Status['status'][]): Promise<void> {
    for (const status of statuses) await this.reportsStatus({ status });
  }

  async reportsStatus(report: Partial<Status> & Pick<Status, 'status'>): Promise<void> {
    const timestamp = this.time();
    const status: Status = { connectorId: CONNECTOR, errorCode: 'NoError', timestamp, ...report };
    expect(await this.strict.call('StatusNotification', status)).toEqual({});
  }

  async authorizes(idTag: string): Promise<void> {
    expect((await this.strict.call('Authorize', { idTag })).idTagInfo.status).toBe('Accepted');
  }

  /** Starts without expecting anything but an answer. */
  tellsStart(start: Start & { idTag: string }): Promise<StationResponses['1.6']['StartTransaction']> {
    const ordinary = { connectorId: CONNECTOR, meterStart: 1000, timestamp: this.time() };
    return this.strict.call('StartTransaction', { ...ordinary, ...start });
  }

  /** @returns the id of the transaction */
  async starts(idTag: string, start: Start = {}): Promise<number> {
    const { idTagInfo, transactionId } = await this.tellsStart({ idTag, ...start });
    expect(idTagInfo.status).toBe('Accepted');
    expect(transactionId).toBeGreaterThan(0);
    return transactionId;
  }

  async stops(stop: Stop): Promise<void> {
    const { idTagInfo } = await this.strict.call('StopTransaction', {
      meterStop: 3500,
      timestamp: this.time(),
      ...stop,
    });
    // about a token only where the request names one
    expect(idTagInfo?.status).toBe(stop.idTag === undefined ? undefined : 'Accepted');
  }

  /** Reports a security event, and expects it among those that operators see. */
  async reportsSecurityEvent(type: string): Promise<void> {
    const timestamp = this.time();
    expect(await this.strict.call('SecurityEventNotification', { type, timestamp })).toEqual({});
    const { body } = await this.csms.operator.get(`/security-events?stationId=${this.stationId}`);
    expect(body.items).toMatchObject([{ stationId: this.stationId, type, timestamp }]);
  }

  /** The connector as operators see it. */
  async connector() {
    const { evses } = await this.csms.operator.station(this.stationId);
    return evses.find(({ evseId }) => evseId === CONNECTOR)?.connectors[0];
  }

  async transactions() {
    return this.csms.operator.transactions({ stationId: this.stationId });
  }

  /** The station's time, so many seconds ago. */
  time(secondsAgo = 0): string {
    return new Date(this.csms.clock.now().getTime() - secondsAgo * 1000).toISOString();
  }
}

/**
 * Makes stations for the cases of one file. After each case the strict client must have had nothing to object to.
 * @returns connects a station, without a boot
 */
export function stationsV16(csms: TestCsms): (stationId: string) => Promise<StationV16> {
  const connected: StrictStation<'1.6'>[] = [];
  afterEach(() => {
    const violations = connected.splice(0).flatMap((station) => station.violations);
    expect(violations).toEqual([]);
  });
  return async (stationId) => {
    const strict = await csms.strictStation(stationId, '1.6');
    connected.push(strict);
    return new StationV16(csms, strict);
  };
}
