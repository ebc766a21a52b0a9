import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import type { ConcurrentTransactions } from '../authorization-decision.js';
import { NoControlCharacters } from './no-control-characters.js';

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
}

/** A group of tokens with the rules that hold for it, its own or the installation's. */
export class IdTokenGroupView extends IdTokenGroupRules {
  groupId: string;
}

/** Groups in the order of their ids. */
export class IdTokenGroupPage {
  @ApiProperty({ type: [IdTokenGroupView] })
  items: IdTokenGroupView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
