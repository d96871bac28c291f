import { counted } from '../reader/counted.ts';
import { applySettings } from '../reader/theme.ts';
import type { Settings } from '../settings/settings.ts';
import type { OptionsPorts } from './ports.ts';
import { createPreviewArticle } from './preview-article.ts';

/** Makes a short article under the style sheet of the reading view itself, so that it shows what an article will look like. */
export function createPreview({
  document,
  translate,
  store,
}: Pick<OptionsPorts, 'document' | 'translate' | 'store'>): HTMLElement {
  const { root, progress, outline, term, speaker, words } = createPreviewArticle({ document, translate });
  show(store.current());
  store.subscribe(show, new AbortController().signal);
  return root;

  function show(settings: Settings): void {
    applySettings(root, settings);
    // The reading view does these with scripts of its own; here they stand still, on one paragraph.
    root.dataset.lineFocus = settings.lineFocus;
    root.dataset.ruler = settings.ruler;
    root.dataset.paragraphFocus = settings.paragraphFocus;
    outline.hidden = settings.outline === 'off';
    progress.hidden = settings.progress === 'off';
    const minutes = Math.ceil(words / settings.readingPace);
    progress.textContent = counted(translate, minutes, 'optionsPreviewMinutesOne', 'optionsPreviewMinutes');
    term.classList.toggle('unmarked', settings.termMarks === 'plain');
    speaker.classList.toggle('unmarked', settings.speakerNames === 'plain');
  }
}
