import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { ProblemError } from '../common/problems.js';
import { ApiKeysService } from './api-keys.service.js';
import type { Role } from './entities/api-key.entity.js';
import { FailedAttempts } from './failed-attempts.js';
import { mayActAs, PUBLIC, REQUIRED_ROLE, type Operator, type OperatorRequest } from './operator.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Closes every route: without a valid API key of a sufficient role nothing is answered. */
@Injectable()
export class OperatorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly apiKeys: ApiKeysService,
    private readonly failedAttempts: FailedAttempts,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets)) return true;
    const request = context.switchToHttp().getRequest<OperatorRequest>();
    request.operator = await this.authenticate(request, context.switchToHttp().getResponse<Response>());
    const needed =
      this.reflector.getAllAndOverride<Role | undefined>(REQUIRED_ROLE, targets) ??
      (READS.has(request.method) ? 'viewer' : 'operator');
    if (mayActAs(request.operator.role, needed)) return true;
    throw new ProblemError(
      'role-too-low',
      403,
      `This needs the role ${needed}, but the key "${request.operator.name}" has the role ${request.operator.role}.`,
    );
  }

  private async authenticate(request: Request, response: Response): Promise<Operator> {
    const key = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const operator = key && (await this.apiKeys.authenticate(key));
    if (operator) return operator;
    const wait = key ? this.failedAttempts.count(request.ip ?? '') : 0;
    if (wait > 0) {
      response.setHeader('Retry-After', String(wait));
      throw new ProblemError(
        'too-many-requests',
        429,
        `Too many wrong API keys from this address. Wait ${wait} seconds.`,
      );
    }
    response.setHeader('WWW-Authenticate', 'Bearer');
    throw key
      ? new ProblemError('unauthorized', 401, 'The API key is unknown or was revoked.')
      : new ProblemError('unauthorized', 401, 'Send an API key in the header "Authorization: Bearer ...".');
  }
}
