import type { MessageKey, Translate } from '../../assets/message-key.ts';
import type { Obstacle } from '../article/obstacle.ts';
import type { Notice, NoticeAction } from './ports.ts';

/** What a notice says: its heading, then why, then what to do next. */
type NoticeText = readonly [heading: MessageKey, ...sentences: MessageKey[]];

const NOTICES: Record<Obstacle | 'loading' | 'reading', NoticeText> = {
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
  return Object.hasOwn(NOTICES, word) && word !== 'loading' && word !== 'reading';
}

/** The notice of an obstacle, or of a wait (`loading`, `reading`: these are busy). */
export function noticeOf(
  about: Obstacle | 'loading' | 'reading',
  translate: Translate,
  actions: NoticeAction[] = [],
): Notice {
  const [heading, ...sentences] = NOTICES[about];
  return {
    heading: translate(heading),
    sentences: sentences.map((sentence) => translate(sentence)),
    actions,
    busy: about === 'loading' || about === 'reading',
  };
}
