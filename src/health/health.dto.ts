import { ApiPropertyOptional } from '@nestjs/swagger';

export class Health {
  /** `ok`, or `unavailable` when this process should get no traffic. */
  status: string;

  /** What is wrong, if anything is. */
  @ApiPropertyOptional()
  reason?: string;
}
