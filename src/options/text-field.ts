import type { MessageKey } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';
import type { OptionsPorts } from './ports.ts';

/** A field for a text, before it is made. */
export interface TextFieldKind {
  tag: 'input' | 'textarea';
  label: MessageKey;
  help: MessageKey | null;
}

/** A field for a text with its name, its help and a line for what is wrong with it. */
export interface TextField {
  control: HTMLInputElement | HTMLTextAreaElement;
  /** In the order in which they are to stand. */
  elements: HTMLElement[];
  /** Says what is wrong with the text; null where nothing is. */
  showProblem(text: string | null): void;
}

/** Makes a field, empty. */
export function createTextField(
  { document, translate }: Pick<OptionsPorts, 'document' | 'translate'>,
  id: string,
  { tag, label, help }: TextFieldKind,
): TextField {
  const control = element(document, tag);
  control.id = id;
  control.autocomplete = 'off';
  const title = element(document, 'label', '', translate(label));
  title.htmlFor = id;
  const helpLine = help === null ? null : element(document, 'p', 'help', translate(help));
  if (helpLine !== null) helpLine.id = `${id}-help`;
  const problemLine = element(document, 'p', 'field-problem');
  problemLine.id = `${id}-problem`;
  const lines = helpLine === null ? [problemLine] : [helpLine, problemLine];
  control.setAttribute('aria-describedby', lines.map((line) => line.id).join(' '));
  return {
    control,
    elements: [title, control, ...lines],
    showProblem(text) {
      problemLine.textContent = text ?? '';
      if (text === null) control.removeAttribute('aria-invalid');
      else control.setAttribute('aria-invalid', 'true');
    },
  };
}
