import { counted } from '../reader/counted.ts';
import { element } from '../reader/element.ts';
import type { OptionsPorts } from './ports.ts';

/** Hides what was not looked for; `hidden` stays what it is, because parts of the page hide themselves. */
const UNMATCHED = 'unmatched';
/** What a section says of itself. Its lists, which can be long, have searches of their own. */
const SPOKEN_FOR = ':scope > :is(h2, h3, p, label, button), .actions > button, .entry-form > :is(h3, label)';

/** Something that is shown or hidden as a whole, with the words by which it is found. */
export interface SearchTarget {
  root: HTMLElement;
  text: string;
}

/** The search of the page. */
export interface SettingsSearch {
  root: HTMLElement;
  /** Shows everything again. */
  clear(): void;
}

/** Makes the search: it leaves the targets that have every word, and the sections with one of them or with the words. */
export function createSettingsSearch(
  { document, translate }: Pick<OptionsPorts, 'document' | 'translate'>,
  targets: readonly SearchTarget[],
  sections: readonly HTMLElement[],
): SettingsSearch {
  const searched = targets.map(({ root, text }) => ({ root, text: simplify(text) }));
  const field = element(document, 'input');
  field.type = 'search';
  field.id = 'settings-search';
  field.autocomplete = 'off';
  const label = element(document, 'label', '', translate('optionsSearch'));
  label.htmlFor = field.id;
  const clearing = element(document, 'button', 'action', translate('optionsSearchClear'));
  clearing.type = 'button';
  clearing.addEventListener('click', () => {
    clear();
    // The button that was pressed goes away.
    field.focus();
  });
  const found = element(document, 'p', 'help found');
  found.setAttribute('role', 'status');
  field.addEventListener('input', search);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || field.value === '') return;
    event.preventDefault();
    clear();
  });
  const root = element(
    document,
    'search',
    'settings-search',
    label,
    element(document, 'div', 'search-line', field, clearing),
    found,
  );
  search();
  return { root, clear };

  function clear(): void {
    field.value = '';
    search();
  }

  function search(): void {
    const words = simplify(field.value).split(/\s+/).filter(Boolean);
    const fits = (text: string) => words.every((word) => text.includes(word));
    let count = 0;
    const show = (root: HTMLElement, isFound: boolean) => root.classList.toggle(UNMATCHED, !isFound);
    for (const { root: target, text } of searched) {
      const isFound = fits(text);
      show(target, isFound);
      if (isFound) count += 1;
    }
    for (const section of sections) {
      const inside = searched.filter(({ root: target }) => section.contains(target));
      const isFound =
        inside.length > 0
          ? inside.some(({ root: target }) => !target.classList.contains(UNMATCHED))
          : fits(simplify(textOf(section)));
      show(section, isFound);
      if (isFound && inside.length === 0 && !section.hidden) count += 1;
    }
    clearing.hidden = field.value === '';
    // The page as a whole is looked at again by its style sheet: what lies between settings has no use without them.
    document.documentElement.classList.toggle('searching', words.length > 0);
    if (words.length === 0) found.textContent = '';
    else if (count === 0) found.textContent = translate('optionsSearchNone');
    else found.textContent = counted(translate, count, 'optionsSearchFoundOne', 'optionsSearchFound');
  }
}

function textOf(section: HTMLElement): string {
  return Array.from(section.querySelectorAll(SPOKEN_FOR), ({ textContent }) => textContent).join(' ');
}

/** Without capitals and accents: those who look for "Übersicht" may write "ubersicht". */
function simplify(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
