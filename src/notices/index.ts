// What the blocks may use.
export { NoticePage, NoticeQuery, NoticeView } from './dto/notice.dto.js';
export type { NewNotice } from './notice-writer.js';
export { NoticesModule } from './notices.module.js';
export { StationNotices } from './notices.service.js';
