import type { Term } from '../glossary/term.ts';
import type { Settings } from '../settings/settings.ts';
import { type CopyFormat, createCopyTools } from './copy-tools.ts';
import { counted } from './counted.ts';
import { button, element } from './element.ts';
import { createMentionLinks } from './mention-links.ts';
import { createOrderChoice } from './order-choice.ts';
import type { ShownArticle } from './ports.ts';
import type { TermEntries } from './term-entries.ts';
import { createMeanings, type TermListOptions } from './term-meanings.ts';

export interface GlossaryPanelOptions extends TermListOptions {
  shown: ShownArticle;
  /** Holds what is listed. */
  body: HTMLElement;
  /** Nothing can be unfolded on paper. */
  isOnPaper: boolean;
  changeOrder(order: Settings['termOrder']): void;
  /** Writes what is listed, to be copied. */
  write(format: CopyFormat): string;
  isKnown(term: Term): boolean;
  /** A term that the reader knows is to be explained again. */
  explainAgain(term: Term): void;
}

/** What the panel of the glossary holds. */
export interface GlossaryPanel {
  showEntries(entries: TermEntries, order: Settings['termOrder']): void;
  /** Shows the same anew: in another order, or with other terms that the reader knows. */
  update(entries: TermEntries, order: Settings['termOrder']): void;
  /** Moves the focus to a term. */
  focus(term: Term): void;
}

/** Makes what the panel lists, of no article yet. */
export function createGlossaryPanel(options: GlossaryPanelOptions): GlossaryPanel {
  const { document, translate, shown, body } = options;
  const orderChoice = createOrderChoice(options, 'termOrder', options.changeOrder);
  const list = element(document, 'div', 'term-list');
  const names = new Map<string, HTMLElement>();
  let isUnfolded = false;
  return {
    showEntries(entries, order) {
      // Two are needed for an order to choose.
      const isLong = entries.terms.length > 1 || entries.wellKnown.length > 1;
      body.replaceChildren(
        ...(isLong ? [orderChoice.element] : []),
        createCopyTools(options, shown, options.write),
        list,
      );
      update(entries, order);
    },
    update,
    focus: ({ id }) => names.get(id)?.focus(),
  };

  function update({ terms, wellKnown }: TermEntries, order: Settings['termOrder']): void {
    orderChoice.update(order);
    list.replaceChildren();
    if (terms.length > 0) list.append(createList(terms));
    if (wellKnown.length === 0) return;
    if (options.isOnPaper) {
      const heading = element(document, 'h3', '', translate('glossaryWellKnown'));
      list.append(element(document, 'section', 'well-known', heading, createList(wellKnown)));
      return;
    }
    const summary = element(document, 'summary', '', translate('glossaryWellKnown'));
    const folded = element(document, 'details', 'well-known', summary, createList(wellKnown));
    // Where there is nothing else, there is nothing to keep short.
    folded.open = isUnfolded || terms.length === 0;
    folded.addEventListener('toggle', () => {
      isUnfolded = folded.open;
    });
    list.append(folded);
  }

  function createList(terms: readonly Term[]): HTMLElement {
    return element(document, 'dl', 'terms', ...terms.map(createTerm));
  }

  function createTerm(term: Term): HTMLElement {
    const name = element(document, 'dt', '', term.term);
    name.dir = 'auto';
    name.tabIndex = -1;
    names.set(term.id, name);
    const isKnown = options.isKnown(term);
    const meaning = isKnown ? createKnown(term) : createMeanings(options, term);
    return element(document, 'div', 'term', name, element(document, 'dd', '', ...meaning, createMentions(term)));
  }

  function createKnown(term: Term): HTMLElement[] {
    const label = translate('termExplainAgain');
    const again = button(document, 'action', label, () => options.explainAgain(term));
    // Without the term, a screen reader's list of buttons would hold the same words again and again.
    again.setAttribute('aria-label', translate('panelSubject', label, term.term));
    return [element(document, 'p', 'term-known', translate('termKnownInList')), again];
  }

  /** The links are made when they are asked for: an article can name thousands of terms. */
  function createMentions(term: Term): HTMLElement {
    const { length } = term.mentions;
    const label = counted(translate, length, 'glossaryMentionsOne', 'glossaryMentionsOther');
    const details = element(document, 'details', 'mentions', element(document, 'summary', '', label));
    details.addEventListener('toggle', () => details.append(createMentionLinks(options, term.mentions)), {
      once: true,
    });
    return details;
  }
}
