import type { MessageKey } from '../../assets/message-key.ts';
import { element } from '../reader/element.ts';
import { createKeyList } from './key-list.ts';
import type { WelcomePorts } from './ports.ts';
import { createPresetChoice } from './preset-choice.ts';
import { createSampleArticle } from './sample-article.ts';

const ICON = 'icons/lectern-32.png';
const OPTIONS_PAGE = 'options.html';

export interface WelcomePage {
  /** The one element to put into the body. */
  root: HTMLElement;
  /** Shows the keys as the browser has them now. */
  refresh(): Promise<void>;
}

/** Makes the first-run page: how to open an article, three presets, the keys and privacy, beside an article to try it on. */
export function createWelcomePage(ports: WelcomePorts): WelcomePage {
  const { document, translate, shortcuts } = ports;
  const picture = element(document, 'img', 'press-picture');
  picture.src = ICON;
  picture.alt = '';
  const chord = element(document, 'kbd');
  const orPress = element(document, 'span', 'press-keys', translate('welcomePressKeys'), ' ', chord);
  orPress.hidden = true;
  const open = element(document, 'button', 'action', translate('welcomeOpen'));
  open.type = 'button';
  open.addEventListener('click', ({ isTrusted }) => {
    if (isTrusted) ports.openArticle();
  });
  const settings = element(document, 'a', 'all-settings', translate('welcomeSettings'));
  settings.href = OPTIONS_PAGE;
  const title = element(document, 'h1', '', translate('welcomeTitle'));
  title.id = 'welcome-title';
  // Beside the article, as the boxes of a news page are: reading takes the article, and leaves the guide alone.
  const guide = element(
    document,
    'aside',
    'welcome-guide',
    title,
    section(
      'welcomeTry',
      element(document, 'p', 'press', translate('welcomePress'), ' ', picture),
      element(document, 'div', 'press-ways', orPress, open),
      element(document, 'p', 'help', translate('welcomePin')),
    ),
    section('welcomePresets', createPresetChoice(ports)),
    section('welcomeKeys', createKeyList(ports)),
    section('welcomePrivacy', element(document, 'p', 'help', translate('welcomePrivacyText'))),
    settings,
  );
  guide.setAttribute('aria-labelledby', title.id);
  const root = element(document, 'div', 'page welcome', guide, createSampleArticle(ports));
  return {
    root,
    async refresh() {
      const all = await shortcuts.list();
      const opening = all.find(({ command }) => command === '_execute_action')?.keys ?? null;
      chord.textContent = opening ?? '';
      orPress.hidden = opening === null;
    },
  };

  function section(heading: MessageKey, ...children: HTMLElement[]): HTMLElement {
    return element(document, 'section', '', element(document, 'h2', '', translate(heading)), ...children);
  }
}
