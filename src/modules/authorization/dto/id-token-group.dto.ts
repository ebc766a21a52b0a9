import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, Length, ValidateIf } from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import type { ConcurrentTransactions } from '../authorization-decision.js';

const CONCURRENT_TRANSACTIONS = ['allowed', 'refused'] as const satisfies readonly ConcurrentTransactions[];

/** A group, as it stands in the path. */
export class IdTokenGroupPath {
  /** As written with the tokens; letter case counts. */
  @IsString()
  @Length(1, 36)
  @NoControlCharacters()
  groupId: string;
}

/** The rules of a group. */
export class IdTokenGroupRules {
  /** `refused`: a token of the group that has a transaction open cannot start another one (ConcurrentTx). */
  @ApiProperty({ enum: CONCURRENT_TRANSACTIONS, enumName: 'ConcurrentTransactions' })
  @IsIn(CONCURRENT_TRANSACTIONS)
  concurrentTransactions: ConcurrentTransactions;

  /**
   * A master pass: its tokens may stop anybody's transaction, and start none (C16). Stations of 2.0.1 have to know the
   * group as `MasterPassGroupId` of their component `AuthCtrlr`; 1.6 knows no master pass. False unless given.
   */
  @ApiPropertyOptional({ type: Boolean })
  @ValidateIf((_, masterPass) => masterPass !== undefined)
  @IsBoolean()
  masterPass?: boolean;
}

/** A group of tokens with the rules that hold for it, its own or the installation's. */
export class IdTokenGroupView extends IdTokenGroupRules {
  groupId: string;

  declare masterPass: boolean;
}

/** Groups in the order of their ids. */
export class IdTokenGroupPage {
  @ApiProperty({ type: [IdTokenGroupView] })
  items: IdTokenGroupView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
