import type { MessageKey } from '../../assets/message-key.ts';
import { counted } from '../reader/counted.ts';
import { element } from '../reader/element.ts';
import type { OptionsPorts } from './ports.ts';

/** A longer list gets a field to search in. */
export const MOST_WITHOUT_FILTER = 20;
/** So many entries are shown at a time. */
export const SHOWN_AT_A_TIME = 100;

/** What a list shows of its items. */
export interface LongListKind<Item> {
  /** What the ids of its elements begin with. */
  name: string;
  /** Says what the list is, to screen readers, and what the field is for. */
  label: MessageKey;
  filterLabel: MessageKey;
  empty: MessageKey;
  /** The number of items that fit what was typed. */
  matches: { one: MessageKey; other: MessageKey };
  keyOf(item: Item): string;
  /** What the list is ordered by. */
  titleOf(item: Item): string;
  /** What is searched in. */
  textsOf(item: Item): readonly string[];
  /** What a row holds; the buttons last. */
  row(item: Item): HTMLElement[];
}

/** A list in alphabetical order that stays quick with thousands of items. */
export interface LongList<Item> {
  root: HTMLElement;
  show(items: readonly Item[]): void;
  /** Puts a line with an Undo button in the place of an item that is gone, and the focus on it. One at a time. */
  showGone(item: Item, text: string, undo: () => void): void;
  /** Puts the focus on the first button of an item's row; false where the row is not shown. */
  focus(key: string): boolean;
}

/** Makes the list, empty. */
export function createLongList<Item>(ports: OptionsPorts, kind: LongListKind<Item>): LongList<Item> {
  const { document, translate } = ports;
  const collator = new Intl.Collator(translate('languageOfMessages'), { numeric: true });
  let items: readonly Item[] = [];
  let gone: { item: Item; row: HTMLElement } | null = null;
  let shownCount = SHOWN_AT_A_TIME;
  /** `content` tells whether an item that is read anew is the same: its row then stays, and what has the focus in it. */
  const rows = new Map<string, { content: string; row: HTMLElement }>();

  const filter = element(document, 'input');
  filter.type = 'search';
  filter.id = `${kind.name}-filter`;
  const filterLabel = element(document, 'label', '', translate(kind.filterLabel));
  filterLabel.htmlFor = filter.id;
  filter.addEventListener('input', () => {
    shownCount = SHOWN_AT_A_TIME;
    gone = null;
    const count = render();
    matches.textContent = wanted() === '' ? '' : counted(translate, count, kind.matches.one, kind.matches.other);
  });
  const matches = element(document, 'p', 'help matches');
  matches.setAttribute('role', 'status');

  const list = element(document, 'ul', 'entries');
  // Without its bullets, Safari's screen reader takes a list for none unless it is told.
  list.setAttribute('role', 'list');
  list.setAttribute('aria-label', translate(kind.label));
  const empty = element(document, 'p', 'help', translate(kind.empty));
  const more = element(document, 'button', 'more', '');
  more.type = 'button';
  more.addEventListener('click', () => {
    const before = shownCount;
    shownCount += SHOWN_AT_A_TIME;
    render();
    list.children[before]?.querySelector('button')?.focus();
  });
  const root = element(document, 'div', 'long-list', empty, matches, list, more);
  render();

  return {
    root,
    show(next) {
      items = [...next].sort((one, other) => collator.compare(kind.titleOf(one), kind.titleOf(other)));
      if (gone !== null && items.some((item) => gone !== null && isSameKey(item, gone.item))) gone = null;
      render();
    },
    showGone(item, text, undo) {
      const line = element(document, 'p', 'gone-text', text);
      line.id = `${kind.name}-gone`;
      const button = element(document, 'button', 'undo', translate('optionsUndo'));
      button.type = 'button';
      button.setAttribute('aria-describedby', line.id);
      button.addEventListener('click', undo);
      gone = { item, row: element(document, 'li', 'entry gone', line, button) };
      items = items.filter((one) => !isSameKey(one, item));
      render();
      button.focus();
    },
    focus(key) {
      const button = rows.get(key)?.row.querySelector('button');
      button?.focus();
      return button?.isConnected ?? false;
    },
  };

  function isSameKey(one: Item, other: Item): boolean {
    return kind.keyOf(one) === kind.keyOf(other);
  }

  function wanted(): string {
    return filter.isConnected ? fold(filter.value) : '';
  }

  /** @returns how many items fit what was typed. */
  function render(): number {
    const needsFilter = items.length > MOST_WITHOUT_FILTER || (filter.isConnected && filter.value !== '');
    if (needsFilter && !filter.isConnected) root.prepend(filterLabel, filter);
    if (!needsFilter) {
      filterLabel.remove();
      filter.remove();
      filter.value = '';
      matches.textContent = '';
    }
    const text = wanted();
    const fitting =
      text === '' ? items : items.filter((item) => kind.textsOf(item).some((one) => fold(one).includes(text)));
    const withGone = gone === null ? fitting : placed(fitting, gone.item);
    const shown = withGone.slice(0, shownCount);
    const focused = document.activeElement;
    const button = buttonsOf(list).find((one) => one === focused);
    const [key, before] = [...rows].find(([, { row }]) => button && row.contains(button)) ?? [];
    const elements = shown.map((item) => (gone?.item === item ? gone.row : rowOf(item)));
    keepRows(shown);
    list.replaceChildren(...elements);
    list.hidden = elements.length === 0;
    empty.hidden = items.length > 0 || gone !== null;
    more.hidden = withGone.length <= shown.length;
    const next = Math.min(SHOWN_AT_A_TIME, withGone.length - shown.length);
    more.textContent = next > 0 ? counted(translate, next, 'optionsGlossaryMoreOne', 'optionsGlossaryMore') : '';
    if (button === undefined || document.activeElement === button) return fitting.length;
    // A row that is put back into the list has lost the focus that it had; another one may stand in its place.
    const row = key === undefined ? undefined : rows.get(key)?.row;
    if (list.contains(button)) button.focus();
    else if (row && before) buttonsOf(row)[buttonsOf(before.row).indexOf(button)]?.focus();
    return fitting.length;
  }

  function placed(sorted: readonly Item[], item: Item): Item[] {
    const at = sorted.findIndex((other) => collator.compare(kind.titleOf(other), kind.titleOf(item)) > 0);
    return at < 0 ? [...sorted, item] : [...sorted.slice(0, at), item, ...sorted.slice(at)];
  }

  function rowOf(item: Item): HTMLElement {
    const key = kind.keyOf(item);
    const content = JSON.stringify(item);
    const known = rows.get(key);
    if (known?.content === content) return known.row;
    const row = element(document, 'li', 'entry', ...kind.row(item));
    rows.set(key, { content, row });
    return row;
  }

  function buttonsOf(row: HTMLElement): HTMLButtonElement[] {
    return [...row.querySelectorAll('button')];
  }

  function keepRows(shown: readonly Item[]): void {
    const keys = new Set(shown.map(kind.keyOf));
    for (const key of rows.keys()) if (!keys.has(key)) rows.delete(key);
  }
}

/** As people type when they search: without capitals and accents. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim();
}
