import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ROLES, type Role } from './entities/api-key.entity.js';

/** Who sent a REST request: a person or a program, known by its API key. */
export interface Operator {
  /** Id of the API key, a UUID. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** A request that the guard has let in. */
export interface OperatorRequest extends Request {
  operator: Operator;
}

/** Whether `role` may do what `needed` may. */
export const mayActAs = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);

export const PUBLIC = Symbol('public');
export const REQUIRED_ROLE = Symbol('required role');

/** A route that needs no credentials. All others do. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(PUBLIC, true);

/** The least role for a route or a controller; without it viewer for GET and operator for everything that changes. */
export const RequiresRole = (role: Role): ClassDecorator & MethodDecorator => SetMetadata(REQUIRED_ROLE, role);

/** The operator behind the request, as a parameter of a route. */
export const CurrentOperator = createParamDecorator(
  (_: unknown, context: ExecutionContext): Operator => context.switchToHttp().getRequest<OperatorRequest>().operator,
);
