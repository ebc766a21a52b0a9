import { createParamDecorator, SetMetadata } from '@nestjs/common';
import { ROLES } from './entities/api-key.entity.js';
/** Whether `role` may do what `needed` may. */
export const mayActAs = (role, needed) => ROLES.indexOf(role) >= ROLES.indexOf(needed);
export const PUBLIC = Symbol('public');
export const REQUIRED_ROLE = Symbol('required role');
/** A route that needs no credentials. All others do. */
export const Public = () => SetMetadata(PUBLIC, true);
/** The least role for a route or a controller; without it viewer for GET and operator for everything that changes. */
export const RequiresRole = (role) => SetMetadata(REQUIRED_ROLE, role);
/** The operator behind the request, as a parameter of a route. */
export const CurrentOperator = createParamDecorator((_, context) => context.switchToHttp().getRequest().operator);
//# sourceMappingURL=operator.js.map