import { element } from '../reader/element.ts';
import { applySettings } from '../reader/theme.ts';
import type { OptionsPorts } from './ports.ts';

/** Makes a short article under the style sheet of the reading view itself, so that it shows what an article will look like. */
export function createPreview({ document, translate, store }: OptionsPorts): HTMLElement {
  const preview = element(
    document,
    'div',
    'lectern preview',
    element(
      document,
      'div',
      'document',
      element(document, 'h3', 'title', translate('optionsPreviewHeadline')),
      element(document, 'p', '', translate('optionsPreviewText')),
    ),
  );
  applySettings(preview, store.current());
  store.subscribe((settings) => applySettings(preview, settings), new AbortController().signal);
  return preview;
}
