var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Injectable } from '@nestjs/common';
import { StationDirectory, } from '../../ocpp/index.js';
import { Connections } from './presence/connections.js';
import { RuleCounts } from './presence/rule-counts.js';
import { StationPulse } from './presence/station-pulse.js';
import { AdmissionService } from './admission/admission.service.js';
import { RefusedIdentityLog } from './admission/refused-identity-log.js';
/** The inventory as the kernel asks for it. */
let StationDirectoryService = class StationDirectoryService extends StationDirectory {
    admission;
    refusals;
    connections;
    pulse;
    ruleCounts;
    constructor(admission, refusals, connections, pulse, ruleCounts) {
        super();
        this.admission = admission;
        this.refusals = refusals;
        this.connections = connections;
        this.pulse = pulse;
        this.ruleCounts = ruleCounts;
    }
    admit(knock) {
        return this.admission.admit(knock);
    }
    refused(knock, reason) {
        this.refusals.note(knock, reason);
    }
    connected(connection) {
        return this.connections.open(connection);
    }
    disconnected(connection, epoch, code, reason) {
        return this.connections.close(connection, epoch, code, reason);
    }
    seen(stationUuid, at) {
        this.pulse.seen(stationUuid, at);
    }
    ruleApplied(stationUuid, rule) {
        this.ruleCounts.count(stationUuid, rule);
    }
};
StationDirectoryService = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [AdmissionService,
        RefusedIdentityLog,
        Connections,
        StationPulse,
        RuleCounts])
], StationDirectoryService);
export { StationDirectoryService };
//# sourceMappingURL=station-directory.service.js.map