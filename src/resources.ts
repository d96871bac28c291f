import { PREPARED_READING_DATA } from './article/prepared-reading-data.ts';
import type { PageResources } from './platform/messages.ts';
import { registerPart } from './platform/parts.ts';
import { NOTICE_TEXTS } from './reader/notice-texts.ts';
import styleSheet from './reader/reader.css';

// Injected in front of reading.js at the first press in a page, and kept by the page from then on.
registerPart('resources', {
  styleSheet,
  readingData: PREPARED_READING_DATA,
  noticeTexts: NOTICE_TEXTS,
} satisfies PageResources);
