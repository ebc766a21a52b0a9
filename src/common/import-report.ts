import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

export const IMPORT_OUTCOMES = ['created', 'changed', 'unchanged', 'refused'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** How an import is carried out. */
export class ImportQuery {
  /** true: nothing is written, the report says what would be. */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IsOptional()
  @Transform(({ obj, key }) => {
    const word = (obj as Record<string, unknown>)[key];
    return word === 'true' ? true : word === 'false' ? false : word;
  })
  @IsBoolean()
  dryRun?: boolean;
}

/** What became of one row. */
export class ImportedRow {
  /** The line on which it begins; the first line of the CSV is 1. */
  line: number;

  /** What it is about: a stationId, the value of a token; null for a PIN code, or where the row names nothing. */
  @ApiProperty({ type: String, nullable: true })
  key: string | null;

  @ApiProperty({ enum: IMPORT_OUTCOMES, enumName: 'ImportOutcome' })
  outcome: ImportOutcome;

  /** Why it was refused: `code` and `detail` of the problem that a single request would have got. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  problem: Record<string, unknown> | null;

  /** Of a station that was registered without a password: the one that was made for it, shown this once. */
  @ApiPropertyOptional({ type: String })
  password?: string;
}

/** What became of an import, row by row in the order of the CSV. */
export class ImportReport {
  dryRun: boolean;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;

  @ApiProperty({ type: [ImportedRow] })
  rows: ImportedRow[];
}
