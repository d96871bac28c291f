import type { Term } from '../glossary/term.ts';
import { button, element } from './element.ts';
import type { ReaderPorts } from './ports.ts';

export interface KnowButtonOptions extends Pick<ReaderPorts, 'document' | 'translate'> {
  isKnown: boolean;
  /** Marks the term no more, or again; false where that could not be remembered. */
  know(isKnown: boolean): Promise<boolean>;
  announce(text: string): void;
}

/** Makes the button by which a reader says that a term needs no explaining, and takes it back in the same place. */
export function createKnowButton(options: KnowButtonOptions, { term }: Pick<Term, 'term'>): HTMLElement {
  const { document, translate, announce } = options;
  let { isKnown } = options;
  const report = element(document, 'p', 'know-report');
  const change = button(document, 'action', '', () => void press());
  update();
  return element(document, 'div', 'know', report, change);

  function update(): void {
    change.textContent = translate(isKnown ? 'termKnownUndo' : 'termKnow');
    report.textContent = isKnown ? translate('termKnown', term) : '';
    report.hidden = !isKnown;
  }

  async function press(): Promise<void> {
    isKnown = !isKnown;
    update();
    const isStored = await options.know(isKnown);
    const said = translate(isKnown ? 'termKnown' : 'termMarkedAgain', term);
    const trouble = translate('termKnownNotStored');
    if (!isStored) {
      report.hidden = false;
      report.textContent = trouble;
    }
    announce(isStored ? said : trouble);
  }
}
