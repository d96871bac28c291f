import { element } from '../reader/element.ts';
import type { OptionsPorts } from './ports.ts';
import type { ImportQuestion } from './settings-file-report.ts';

/** What comes of an answer; the question is gone by then. */
export interface ImportAnswers {
  import(): void;
  cancel(): void;
}

/** The question whether a file is to be imported. */
export interface ImportQuestionBox {
  root: HTMLElement;
  /** Shows what would change, and puts the focus there. */
  ask(question: ImportQuestion, answers: ImportAnswers): void;
  hide(): void;
}

/** Makes the box for the question, hidden. */
export function createImportQuestion({
  document,
  translate,
}: Pick<OptionsPorts, 'document' | 'translate'>): ImportQuestionBox {
  let answers: ImportAnswers | null = null;
  const title = element(document, 'h3', '', translate('optionsFileAsk'));
  title.id = 'settings-file-question';
  title.tabIndex = -1;
  const summary = element(document, 'p');
  const list = element(document, 'ul', 'import-changes');
  const take = answer('optionsFileImport', () => answers?.import());
  const cancel = answer('optionsGlossaryCancel', () => answers?.cancel());
  const buttons = element(document, 'div', 'actions', take, cancel);
  const root = element(document, 'div', 'import-question', title, summary, list, buttons);
  root.setAttribute('role', 'group');
  root.setAttribute('aria-labelledby', title.id);
  root.hidden = true;
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') cancel.click();
  });
  return {
    root,
    ask(question, next) {
      answers = next;
      summary.textContent = question.summary;
      list.replaceChildren(...question.details.map((line) => element(document, 'li', '', line)));
      root.hidden = false;
      // Not on "Import": one is to hear first what it would do.
      title.focus();
    },
    hide() {
      root.hidden = true;
    },
  };

  function answer(key: 'optionsFileImport' | 'optionsGlossaryCancel', run: () => void): HTMLButtonElement {
    const button = element(document, 'button', 'action', translate(key));
    button.type = 'button';
    button.addEventListener('click', () => {
      root.hidden = true;
      run();
    });
    return button;
  }
}
