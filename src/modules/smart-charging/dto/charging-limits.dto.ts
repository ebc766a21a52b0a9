import { ApiProperty } from '@nestjs/swagger';
import { NoticeView } from '../../../notices/index.js';

/** The limits of others that hold at a station, newest first. */
export class ChargingLimitsView {
  @ApiProperty({ type: [NoticeView] })
  items: NoticeView[];
}
