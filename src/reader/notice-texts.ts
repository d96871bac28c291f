import type { MessageKey } from '../../assets/message-key.ts';
import type { Obstacle } from '../article/obstacle.ts';

/** What a notice says: its heading, then why, then what to do next. */
export type NoticeText = readonly [heading: MessageKey, ...sentences: MessageKey[]];

/** What a notice is about: an obstacle, or a wait. */
export type NoticeSubject = Obstacle | 'loading' | 'reading';

export type NoticeTexts = Readonly<Record<NoticeSubject, NoticeText>>;

/** The content script gets them from the background with each request: it is parsed at every click. */
export const NOTICE_TEXTS: NoticeTexts = {
  'front-page': ['noticeFrontPage', 'noticeFrontPageWhy', 'noticeFrontPageNext', 'noticeSelectText'],
  'too-short': ['noticeTooShort', 'noticeTooShortWhy', 'noticeSelectText'],
  'no-article': ['noticeNoArticle', 'noticeNoArticleWhy', 'noticeSelectText'],
  'foreign-frame': ['noticeForeignFrame', 'noticeForeignFrameWhy', 'noticeForeignFrameNext'],
  'empty-selection': ['noticeEmptySelection', 'noticeEmptySelectionWhy', 'noticeSelectText'],
  pdf: ['noticePdf', 'noticePdfWhy', 'noticePdfNext'],
  image: ['noticeImage', 'noticeImageWhy', 'noticeOpenArticle'],
  video: ['noticeVideo', 'noticeVideoWhy', 'noticeOpenArticle'],
  audio: ['noticeAudio', 'noticeAudioWhy', 'noticeOpenArticle'],
  feed: ['noticeFeed', 'noticeFeedWhy', 'noticeFeedNext'],
  xml: ['noticeXml', 'noticeXmlWhy', 'noticeOpenArticle'],
  'browser-page': ['noticeBrowserPage', 'noticeBrowserPageWhy', 'noticeOpenArticle'],
  'store-page': ['noticeStorePage', 'noticeStorePageWhy', 'noticeOpenArticle'],
  'file-access': ['noticeFileAccess', 'noticeFileAccessWhy', 'noticeFileAccessNext'],
  'closed-page': ['noticeClosedPage', 'noticeClosedPageWhy', 'noticeClosedPageNext'],
  expired: ['noticeExpired', 'noticeExpiredWhy', 'noticeExpiredNext'],
  loading: ['noticeLoading', 'noticeLoadingWhy'],
  reading: ['noticeReading'],
};

/** Whether a word from outside names an obstacle. */
export function isObstacle(word: string): word is Obstacle {
  return Object.hasOwn(NOTICE_TEXTS, word) && word !== 'loading' && word !== 'reading';
}
