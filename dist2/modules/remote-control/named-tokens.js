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
import { CommandLinks } from '../../commands/index.js';
import { RequestedTokens, tokenKeyOf } from '../authorization/index.js';
import { tokenNamed } from './remote-control.commands.js';
/** The tokens that operators named in requests to start, as the commands recorded them. */
let NamedTokens = class NamedTokens extends RequestedTokens {
    links;
    constructor(links) {
        super();
        this.links = links;
    }
    async wasNamed(stationUuid, remoteStartId, token) {
        const start = await this.links.startRequest(stationUuid, remoteStartId);
        return start !== undefined && tokenKeyOf(tokenNamed(start.ocppVersion, start.request)) === tokenKeyOf(token);
    }
};
NamedTokens = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [CommandLinks])
], NamedTokens);
export { NamedTokens };
//# sourceMappingURL=named-tokens.js.map