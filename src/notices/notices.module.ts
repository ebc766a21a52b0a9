import { Module } from '@nestjs/common';
import { StationsModule } from '../modules/stations/index.js';
import { NoticeWriter } from './notice-writer.js';
import { StationNotices } from './notices.service.js';

/** What stations told, kept as they said it; the blocks give it its meaning. */
@Module({ imports: [StationsModule], providers: [NoticeWriter, StationNotices], exports: [StationNotices] })
export class NoticesModule {}
