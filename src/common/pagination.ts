import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDate, IsInt, IsOptional, IsString, Max, MaxDate, MaxLength, Min, MinDate } from 'class-validator';
import { ValidationFailedError } from './problems.js';

/** What every list takes in its query: how many, and where to go on. */
export class PageQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 500,
    default: 50,
    description: 'How many items a page holds at most',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit = 50;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before; absent: the first page' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;
}

/** Marks a time in a query: any that PostgreSQL can be asked for, in the years 1 to 9999. */
export const IsQueryTime = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    Type(() => Date),
    IsDate(),
    MinDate(new Date('0001-01-01T00:00:00.000Z')),
    MaxDate(new Date('9999-12-31T23:59:59.999Z')),
  );

/** A page of a list. Pages follow keys, not offsets: what is added meanwhile shifts nothing. */
export interface Page<T> {
  items: T[];
  /** Where the next page begins; null on the last one. */
  nextCursor: string | null;
}

/**
 * A page of rows that were read with `LIMIT limit + 1`.
 * @param positionOf the sort key of a row, as texts; the last one must be unique
 */
export function pageOf<Row>(rows: Row[], limit: number, positionOf: (row: Row) => string[]): Page<Row> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? encodeCursor(positionOf(items.at(-1)!)) : null };
}

export const encodeCursor = (position: string[]): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/**
 * The sort key that a cursor stands for, undefined without a cursor.
 * @param checks one for each text of the key, so that a made-up cursor never reaches the database
 * @throws ValidationFailedError for a cursor that no page has given
 */
export function decodeCursor(
  cursor: string | undefined,
  ...checks: ((text: string) => boolean)[]
): string[] | undefined {
  if (cursor === undefined) return undefined;
  const position = parsed(cursor);
  const known =
    Array.isArray(position) &&
    position.length === checks.length &&
    checks.every((check, i) => typeof position[i] === 'string' && check(position[i]));
  if (!known)
    throw new ValidationFailedError('The cursor is not one of this list. Take it from nextCursor, unchanged.');
  return position as string[];
}

/** A check for `decodeCursor`: a time as `toISOString` writes it and PostgreSQL reads it, in the years 1 to 9999. */
export function isTime(text: string): boolean {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString() === text && /^(?!0000)\d{4}-/.test(text);
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
