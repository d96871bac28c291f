import { copyText } from './clipboard.ts';
import { button, element } from './element.ts';
import type { ReaderPorts, ShownArticle } from './ports.ts';

/** How what a panel lists is written for the clipboard. */
export type CopyFormat = 'text' | 'markdown';

/**
 * Makes the buttons that copy what a panel lists, and the place where it is said what came of it. Where the browser
 * refuses, the text is put into a field to be copied from.
 */
export function createCopyTools(
  { document, translate }: Pick<ReaderPorts, 'document' | 'translate'>,
  shown: ShownArticle,
  write: (format: CopyFormat) => string,
): HTMLElement {
  const report = element(document, 'div', 'copy-report');
  const buttons = element(
    document,
    'div',
    'copy-buttons',
    button(document, 'action', translate('panelCopyText'), () => void copy('text')),
    button(document, 'action', translate('panelCopyMarkdown'), () => void copy('markdown')),
  );
  const tools = element(document, 'div', 'copy-tools', buttons, report);
  return tools;

  async function copy(format: CopyFormat): Promise<void> {
    const text = write(format);
    const copied = await copyText(document, tools, text);
    if (shown.signal.aborted) return;
    const said = translate(copied ? 'panelCopied' : 'panelCopyByHand');
    report.replaceChildren(element(document, 'p', '', said));
    if (!copied) offer(text);
    shown.announce(said);
  }

  function offer(text: string): void {
    const field = element(document, 'textarea', 'copy-field');
    field.value = text;
    field.readOnly = true;
    field.rows = 6;
    field.setAttribute('aria-label', translate('panelCopyField'));
    report.append(field);
    field.focus();
    field.select();
  }
}
