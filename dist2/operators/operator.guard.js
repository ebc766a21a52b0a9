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
import { Reflector } from '@nestjs/core';
import { ProblemError } from '../common/problems.js';
import { ApiKeysService } from './api-keys.service.js';
import { FailedAttempts } from './failed-attempts.js';
import { mayActAs, PUBLIC, REQUIRED_ROLE } from './operator.js';
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Closes every route: without a valid API key of a sufficient role nothing is answered. */
let OperatorGuard = class OperatorGuard {
    reflector;
    apiKeys;
    failedAttempts;
    constructor(reflector, apiKeys, failedAttempts) {
        this.reflector = reflector;
        this.apiKeys = apiKeys;
        this.failedAttempts = failedAttempts;
    }
    async canActivate(context) {
        const targets = [context.getHandler(), context.getClass()];
        if (this.reflector.getAllAndOverride(PUBLIC, targets))
            return true;
        const request = context.switchToHttp().getRequest();
        request.operator = await this.authenticate(request, context.switchToHttp().getResponse());
        const needed = this.reflector.getAllAndOverride(REQUIRED_ROLE, targets) ??
            (READS.has(request.method) ? 'viewer' : 'operator');
        if (mayActAs(request.operator.role, needed))
            return true;
        throw new ProblemError('role-too-low', 403, `This needs the role ${needed}, but the key "${request.operator.name}" has the role ${request.operator.role}.`);
    }
    async authenticate(request, response) {
        const key = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
        const operator = key && (await this.apiKeys.authenticate(key));
        if (operator)
            return operator;
        const wait = key ? this.failedAttempts.count(request.ip ?? '') : 0;
        if (wait > 0) {
            response.setHeader('Retry-After', String(wait));
            throw new ProblemError('too-many-requests', 429, `Too many wrong API keys from this address. Wait ${wait} seconds.`);
        }
        response.setHeader('WWW-Authenticate', 'Bearer');
        throw key
            ? new ProblemError('unauthorized', 401, 'The API key is unknown or was revoked.')
            : new ProblemError('unauthorized', 401, 'Send an API key in the header "Authorization: Bearer ...".');
    }
};
OperatorGuard = __decorate([
    Injectable(),
    __metadata("design:paramtypes", [Reflector,
        ApiKeysService,
        FailedAttempts])
], OperatorGuard);
export { OperatorGuard };
//# sourceMappingURL=operator.guard.js.map