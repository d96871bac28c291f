import type { Translate } from '../../assets/message-key.ts';
import type { NoticeSubject, NoticeTexts } from './notice-texts.ts';
import type { Notice, NoticeAction } from './ports.ts';

/** The notice of an obstacle, or of a wait (`loading`, `reading`: these are busy). */
export function noticeOf(
  about: NoticeSubject,
  texts: NoticeTexts,
  translate: Translate,
  actions: NoticeAction[] = [],
): Notice {
  const [heading, ...sentences] = texts[about];
  return {
    heading: translate(heading),
    sentences: sentences.map((sentence) => translate(sentence)),
    actions,
    busy: about === 'loading' || about === 'reading',
  };
}
