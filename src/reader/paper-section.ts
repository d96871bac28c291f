import type { MessageKey } from '../../assets/message-key.ts';
import { element } from './element.ts';
import type { ReaderPorts, ShownArticle } from './ports.ts';

export interface PaperSectionOptions extends Pick<ReaderPorts, 'document' | 'translate' | 'settings'> {
  shown: ShownArticle;
  /** Names the panel whose styles it takes. */
  name: 'glossary' | 'speakers';
  heading: MessageKey;
  /** Makes what follows the article; null where nothing does, or it stands there already. */
  create(): HTMLElement | null;
}

/** Puts a section behind the article while it is printed, where the settings say so; on the screen it is never seen. */
export function addPaperSection(options: PaperSectionOptions): void {
  const { document, settings, shown } = options;
  const window = document.defaultView;
  if (!window) return;
  let section: HTMLElement | null = null;
  const remove = () => {
    section?.remove();
    section = null;
  };
  const add = () => {
    remove();
    const body = settings.current().onPaper === 'all' ? options.create() : null;
    if (body) section = createSection(options, body);
    if (section) shown.stage.append(section);
  };
  const listen = ({ type, isTrusted }: Event) => {
    if (!isTrusted) return;
    if (type === 'beforeprint') add();
    else remove();
  };
  // A preview in a browser's tools has no event of its own, and changes the medium alone.
  const medium = window.matchMedia?.('print');
  const followMedium = () => (medium.matches ? add() : remove());
  window.addEventListener('beforeprint', listen);
  window.addEventListener('afterprint', listen);
  medium?.addEventListener('change', followMedium);
  shown.signal.addEventListener('abort', () => {
    window.removeEventListener('beforeprint', listen);
    window.removeEventListener('afterprint', listen);
    medium?.removeEventListener('change', followMedium);
    remove();
  });
}

function createSection({ document, translate, name, heading }: PaperSectionOptions, body: HTMLElement): HTMLElement {
  const title = element(document, 'h2', 'panel-heading', translate(heading));
  const section = element(document, 'section', `panel ${name} paper-section`, title, body);
  section.lang = translate('languageOfMessages');
  section.dir = translate('directionOfMessages');
  return section;
}
