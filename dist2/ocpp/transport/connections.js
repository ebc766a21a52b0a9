var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Injectable } from '@nestjs/common';
/** The open connections of this process: at most one for each station. */
let Connections = class Connections {
    byStation = new Map();
    get size() {
        return this.byStation.size;
    }
    all() {
        return this.byStation.values();
    }
    of(stationUuid) {
        return this.byStation.get(stationUuid);
    }
    /** The newest authenticated socket wins at once; gives back the one that it displaces. */
    add(connection) {
        const displaced = this.byStation.get(connection.stationUuid);
        this.byStation.set(connection.stationUuid, connection);
        return displaced;
    }
    /** The late close of a displaced connection changes nothing. */
    remove(connection) {
        if (this.byStation.get(connection.stationUuid) === connection)
            this.byStation.delete(connection.stationUuid);
    }
};
Connections = __decorate([
    Injectable()
], Connections);
export { Connections };
//# sourceMappingURL=connections.js.map