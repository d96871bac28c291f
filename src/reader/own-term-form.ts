import type { MessageKey } from '../../assets/message-key.ts';
import { button, element } from './element.ts';
import type { KeepAnswer } from './glossary-ports.ts';
import type { ReaderPorts } from './ports.ts';

const TROUBLE: Readonly<Record<Exclude<KeepAnswer, 'kept'>, MessageKey>> = {
  full: 'wordOwnFull',
  'not-stored': 'wordOwnNotStored',
  'no-answer': 'wordNoAnswer',
};

export interface OwnTermFormOptions extends Pick<ReaderPorts, 'document' | 'translate'> {
  /** Never rejects. */
  keep(term: string, definition: string): Promise<KeepAnswer>;
  announce(text: string): void;
}

/** Makes a button that opens a small form, by which a reader puts words and their meaning into a glossary of their own. */
export function createOwnTermForm(options: OwnTermFormOptions, words: string): HTMLElement {
  const { document, translate, announce } = options;
  const term = element(document, 'input', 'form-field');
  term.value = words;
  const meaning = element(document, 'textarea', 'form-field');
  meaning.rows = 3;
  for (const field of [term, meaning]) field.dir = 'auto';
  const report = element(document, 'p', 'form-report');
  report.id = 'own-term-report';
  report.hidden = true;
  const save = button(document, 'action', translate('wordOwnSave'), () => void press());
  // No form element: Enter in a field would send it, and a page can forbid that.
  const form = element(
    document,
    'div',
    'own-term',
    element(document, 'label', '', element(document, 'span', '', translate('wordOwnTerm')), term),
    element(document, 'label', '', element(document, 'span', '', translate('wordOwnMeaning')), meaning),
    save,
  );
  form.id = 'own-term';
  form.hidden = true;
  const open = button(document, 'action', translate('wordAddOwn'), () => {
    form.hidden = !form.hidden;
    open.setAttribute('aria-expanded', String(!form.hidden));
    if (form.hidden) return;
    meaning.focus({ preventScroll: true });
    form.scrollIntoView({ block: 'nearest' });
  });
  open.setAttribute('aria-expanded', 'false');
  open.setAttribute('aria-controls', form.id);
  return element(document, 'div', 'own-term-frame', open, form, report);

  async function press(): Promise<void> {
    const [written, definition] = [term.value.trim(), meaning.value.trim()];
    const missing = [term, meaning].find((field) => field.value.trim() === '');
    if (missing) {
      say(translate('wordOwnMissing'));
      missing.focus();
      return;
    }
    const answer = await options.keep(written, definition);
    say(answer === 'kept' ? translate('wordOwnKept', written) : translate(TROUBLE[answer]));
    if (answer !== 'kept' || !form.isConnected) return;
    const hadFocus = form.matches(':focus-within');
    form.hidden = true;
    open.hidden = true;
    report.tabIndex = -1;
    if (hadFocus) report.focus({ preventScroll: true });
  }

  function say(text: string): void {
    report.textContent = text;
    report.hidden = false;
    announce(text);
  }
}
