import type { MessageKey } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';
import { applySettings } from '../reader/theme.ts';
import type { WelcomePorts } from './ports.ts';

const PARAGRAPHS: readonly MessageKey[] = [
  'welcomeParagraph1',
  'welcomeParagraph2',
  'welcomeParagraph3',
  'welcomeParagraph4',
];

/** Makes an invented news article under an invented advertisement; it follows the settings and what is tried of them. */
export function createSampleArticle({
  document,
  translate,
  store,
}: Pick<WelcomePorts, 'document' | 'translate' | 'store'>): HTMLElement {
  const text = (tag: 'p' | 'h2', key: MessageKey, className = '') => element(document, tag, className, translate(key));
  const article = element(
    document,
    'article',
    'document',
    element(
      document,
      'header',
      '',
      text('h2', 'welcomeHeadline', 'title'),
      text('p', 'welcomeStandfirst', 'standfirst'),
    ),
    ...PARAGRAPHS.map((key) => text('p', key)),
  );
  article.lang = translate('languageOfMessages');
  const paper = element(document, 'div', 'lectern sample-paper', article);
  // What scrolls is to be scrolled by keys, too.
  paper.tabIndex = 0;
  paper.setAttribute('role', 'region');
  paper.setAttribute('aria-label', translate('welcomeSample'));
  applySettings(paper, store.current());
  store.subscribe((settings) => applySettings(paper, settings), new AbortController().signal);
  const advertisement = element(
    document,
    'aside',
    'advertisement',
    text('p', 'welcomeAd', 'advertisement-label'),
    text('p', 'welcomeAdText'),
  );
  advertisement.setAttribute('aria-label', translate('welcomeAd'));
  return element(
    document,
    'div',
    'sample',
    element(document, 'header', 'site-banner', text('p', 'welcomeSite')),
    advertisement,
    element(document, 'main', 'sample-main', paper),
  );
}
