import { Injectable } from '@nestjs/common';
import { DomainEvents } from '../../common/domain-events.js';
import {
  StationDirectory,
  type Admission,
  type ConnectionInfo,
  type Knock,
  type RefusalReason,
} from '../../ocpp/index.js';
import { StationConnected } from './events.js';
import { Connections } from './presence/connections.js';
import { RuleCounts } from './presence/rule-counts.js';
import { StationPulse } from './presence/station-pulse.js';
import { AdmissionService } from './admission/admission.service.js';
import { RefusedIdentityLog } from './admission/refused-identity-log.js';

/** The inventory as the kernel asks for it. */
@Injectable()
export class StationDirectoryService extends StationDirectory {
  constructor(
    private readonly admission: AdmissionService,
    private readonly refusals: RefusedIdentityLog,
    private readonly connections: Connections,
    private readonly pulse: StationPulse,
    private readonly ruleCounts: RuleCounts,
    private readonly events: DomainEvents,
  ) {
    super();
  }

  admit(knock: Knock): Promise<Admission> {
    return this.admission.admit(knock);
  }

  refused(knock: Pick<Knock, 'identity' | 'remoteAddress'>, reason: RefusalReason): void {
    this.refusals.note(knock, reason);
  }

  async connected(connection: ConnectionInfo): Promise<bigint> {
    const epoch = await this.connections.open(connection);
    this.events.emit(new StationConnected(connection.stationUuid));
    return epoch;
  }

  disconnected(connection: ConnectionInfo, epoch: bigint, code: number, reason: string): Promise<void> {
    return this.connections.close(connection, epoch, code, reason);
  }

  seen(stationUuid: string, at: Date): void {
    this.pulse.seen(stationUuid, at);
  }

  ruleApplied(stationUuid: string, rule: string): void {
    this.ruleCounts.count(stationUuid, rule);
  }
}
