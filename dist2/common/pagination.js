var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDate, IsInt, IsOptional, IsString, Max, MaxDate, MaxLength, Min, MinDate } from 'class-validator';
import { ValidationFailedError } from './problems.js';
/** What every list takes in its query: how many, and where to go on. */
export class PageQuery {
    limit = 50;
    cursor;
}
__decorate([
    ApiPropertyOptional({
        type: 'integer',
        minimum: 1,
        maximum: 500,
        default: 50,
        description: 'How many items a page holds at most',
    }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(500),
    __metadata("design:type", Object)
], PageQuery.prototype, "limit", void 0);
__decorate([
    ApiPropertyOptional({ description: '`nextCursor` of the page before; absent: the first page' }),
    IsOptional(),
    IsString(),
    MaxLength(1000),
    __metadata("design:type", String)
], PageQuery.prototype, "cursor", void 0);
/** Marks a time in a query: any that PostgreSQL can be asked for, in the years 1 to 9999. */
export const IsQueryTime = () => applyDecorators(IsOptional(), Type(() => Date), IsDate(), MinDate(new Date('0001-01-01T00:00:00.000Z')), MaxDate(new Date('9999-12-31T23:59:59.999Z')));
/**
 * A page of rows that were read with `LIMIT limit + 1`.
 * @param positionOf the sort key of a row, as texts; the last one must be unique
 */
export function pageOf(rows, limit, positionOf) {
    const items = rows.slice(0, limit);
    return { items, nextCursor: rows.length > limit ? encodeCursor(positionOf(items.at(-1))) : null };
}
export const encodeCursor = (position) => Buffer.from(JSON.stringify(position)).toString('base64url');
/**
 * The sort key that a cursor stands for, undefined without a cursor.
 * @param checks one for each text of the key, so that a made-up cursor never reaches the database
 * @throws ValidationFailedError for a cursor that no page has given
 */
export function decodeCursor(cursor, ...checks) {
    if (cursor === undefined)
        return undefined;
    const position = parsed(cursor);
    const known = Array.isArray(position) &&
        position.length === checks.length &&
        checks.every((check, i) => typeof position[i] === 'string' && check(position[i]));
    if (!known)
        throw new ValidationFailedError('The cursor is not one of this list. Take it from nextCursor, unchanged.');
    return position;
}
/** A check for `decodeCursor`: a time as `toISOString` writes it and PostgreSQL reads it, in the years 1 to 9999. */
export function isTime(text) {
    const time = new Date(text);
    return !Number.isNaN(time.getTime()) && time.toISOString() === text && /^(?!0000)\d{4}-/.test(text);
}
function parsed(cursor) {
    try {
        return JSON.parse(Buffer.from(cursor, 'base64url').toString());
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=pagination.js.map