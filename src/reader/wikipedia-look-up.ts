import type { MessageKey } from '../../assets/message-key.ts';
import { button, element } from './element.ts';
import type { PageAnswer, PageSummary } from './glossary-ports.ts';
import type { ReaderPorts } from './ports.ts';

const TROUBLE: Readonly<Record<Exclude<PageAnswer['status'], 'found'>, MessageKey>> = {
  'needs-permission': 'wikipediaNeedsPermission',
  offline: 'wikipediaOffline',
  'not-found': 'wikipediaNotFound',
  'no-answer': 'wikipediaNoAnswer',
};

export interface WikipediaLookUpOptions extends Pick<ReaderPorts, 'document' | 'translate'> {
  /** Never rejects. */
  lookUp(title: string): Promise<PageAnswer>;
  announce(text: string): void;
}

/** Makes the button that asks Wikipedia for the summary of an article, and the place where the answer is shown. */
export function createWikipediaLookUp(options: WikipediaLookUpOptions, title: string): HTMLElement {
  const { document, translate, announce } = options;
  const label = translate('wikipediaLookUp');
  const ask = button(document, 'action', label, () => void show());
  // A term that may mean several things has a button for each.
  ask.setAttribute('aria-label', translate('panelSubject', label, title.replaceAll('_', ' ')));
  const answer = element(document, 'div', 'wikipedia-answer');
  return element(document, 'div', 'wikipedia', ask, answer);

  /** Pressed again while the person is asked for the permission, it leads to where they are asked. */
  async function show(): Promise<void> {
    answer.replaceChildren(element(document, 'p', '', translate('wordSearching')));
    const found = await options.lookUp(title);
    if (!answer.isConnected) return;
    if (found.status !== 'found') {
      answer.replaceChildren(element(document, 'p', '', translate(TROUBLE[found.status])));
      return announce(translate(TROUBLE[found.status]));
    }
    const summary = createSummary(found);
    answer.replaceChildren(summary);
    announce(translate('wikipediaFound'));
    // The button has done its work, and is where the focus is.
    ask.hidden = true;
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: 'nearest' });
  }

  function createSummary(page: PageSummary): HTMLElement {
    const heading = element(document, 'h3', 'card-part', translate('wikipediaFound'));
    const extract = element(document, 'blockquote', 'said quoted', page.extract);
    extract.lang = page.language;
    extract.dir = 'auto';
    const link = element(document, 'a', 'outer-link', translate('wikipediaReadOn', page.title));
    link.href = page.address;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    const licence = element(document, 'p', 'meaning-source', translate('wikipediaLicence', page.licence));
    const made = element(document, 'div', '', heading, extract, element(document, 'p', '', link), licence);
    made.tabIndex = -1;
    return made;
  }
}
