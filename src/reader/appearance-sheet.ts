import type { MessageKey } from '../../assets/message-key.ts';
import { SETTING_SAVE_FAILURES, saveFailureOf } from '../settings/save-failures.ts';
import { SETTINGS, type SettingId, type Settings } from '../settings/settings.ts';
import { isSettingValue } from '../settings/validation.ts';
import {
  type AppearanceField,
  createCheckField,
  createListField,
  createNumberField,
  createRadioField,
  type FieldPorts,
} from './appearance-fields.ts';
import type { AppearancePorts } from './appearance-ports.ts';
import { type AppearancePresets, createAppearancePresets } from './appearance-presets.ts';
import { type AppearanceStatus, createAppearanceStatus } from './appearance-status.ts';
import { button, element } from './element.ts';
import type { ShownArticle } from './ports.ts';
import { PresetTrial } from './preset-trial.ts';
import { keepReadingPlace } from './reading-place.ts';
import { SidePanel } from './side-panel.ts';
import { createThemeSwatches } from './theme-swatches.ts';

/** What share of the size of the article's text, and of the width of the view, that of the sheet's own text is. */
const SHARE_OF_TEXT = 0.7;
const SHARE_OF_WIDTH = 0.05;
/** In CSS pixels. */
const SMALLEST_TEXT = 16;
const LARGEST_TEXT = 28;

/** The sheet with what people change often; the article beside it is the preview. */
export class AppearanceSheet {
  readonly #ports: AppearancePorts;
  readonly #shown: ShownArticle;
  readonly #panel: SidePanel;
  readonly #status: AppearanceStatus;
  readonly #presets: AppearancePresets;
  readonly #trial: PresetTrial;
  readonly #fields: readonly AppearanceField[];
  #saidReading = '';
  /** What is to be said only where a choice needs more than the sheet has. */
  readonly #hints: readonly { line: HTMLElement; isNeeded(settings: Settings): boolean }[];

  constructor(ports: AppearancePorts, shown: ShownArticle) {
    const { document, translate, settings } = ports;
    this.#ports = ports;
    this.#shown = shown;
    this.#panel = new SidePanel({
      ...ports,
      shown,
      name: 'appearance',
      heading: 'appearanceButton',
      fill: () => this.#fill(),
      closed: () => this.#moveTrial(),
    });
    this.#status = createAppearanceStatus(ports, shown.announce);
    this.#trial = new PresetTrial({ ...ports, shown, status: this.#status, changed: () => this.#followTrial() });
    this.#presets = createAppearancePresets({ ...ports, shown, status: this.#status, trial: this.#trial });
    const fieldPorts: FieldPorts = {
      document,
      translate,
      change: (id, value) => void this.#change(id, value),
      announce: shown.announce,
    };
    const theme = createThemeSwatches(fieldPorts);
    const size = createNumberField(fieldPorts, 'fontSize');
    const typeface = createListField(fieldPorts, 'typeface');
    const spacing = (['lineHeight', 'letterSpacing', 'lineWidth'] as const).map((id) =>
      createNumberField(fieldPorts, id),
    );
    const lineFocus = createListField(fieldPorts, 'lineFocus');
    const checks = (['ruler', 'paragraphFocus'] as const).map((id) => createCheckField(fieldPorts, id, 'on', 'off'));
    const page = (['images', 'links'] as const).map((id) => createRadioField(fieldPorts, id, 'appearance-page'));
    this.#fields = [theme, size, typeface, ...spacing, lineFocus, ...checks, ...page];

    const ownColours = this.#hint('appearanceOwnColours');
    const namedFont = this.#hint('appearanceInstalledFont');
    this.#hints = [
      { line: ownColours, isNeeded: (current) => current.theme === 'own' },
      { line: namedFont, isNeeded: ({ typeface, installedFont }) => typeface === 'installed' && installedFont === '' },
    ];
    const all = button(document, 'action', translate('appearanceAllSettings'), () => ports.openOptions());
    const elementsOf = (fields: readonly AppearanceField[]) => fields.map((field) => field.element);
    // Firefox makes every scroller a Tab stop.
    this.#panel.body.tabIndex = -1;
    this.#panel.body.append(
      size.element,
      this.#group('settingTheme', theme.element, ownColours),
      this.#presets.element,
      this.#group('optionsGroupType', typeface.element, namedFont, ...elementsOf(spacing)),
      this.#group('optionsGroupFocus', lineFocus.element, ...elementsOf(checks), ...elementsOf(page)),
      element(document, 'p', 'appearance-all', all),
    );
    this.#show(settings.current());
    settings.subscribe((current) => this.#show(current), shown.signal);
    // The page may be left next.
    shown.signal.addEventListener('abort', () => void settings.flush());
  }

  toggle(): void {
    this.#panel.toggle();
  }

  async #fill(): Promise<void> {
    this.#moveTrial();
    await this.#ports.settings.ready;
    this.#fit();
    await this.#presets.refresh();
    this.#reportReading();
  }

  /** Says once what of the stored settings could not be read or used: what people had set seems to be lost otherwise. */
  #reportReading(): void {
    const { settings, translate } = this.#ports;
    const { unreadable, problems } = settings.report();
    const sentences = problems.map(({ id }) => translate('optionsValueUnusable', translate(SETTINGS[id].label)));
    if (unreadable) sentences.unshift(translate('optionsUnreadable'));
    const text = sentences.join(' ');
    if (text !== '' && text !== this.#saidReading && !this.#trial.isOn) this.#status.show(text, 'problem');
    this.#saidReading = text;
  }

  /**
   * The sheet's own text has a size of its own, which follows the article's when the sheet opens and not while a slider is
   * being dragged: what one holds is not to move away under the hand.
   */
  #fit(): void {
    const { fontSize } = this.#ports.settings.current();
    const { stage } = this.#shown;
    const wanted = Math.round(Math.min(fontSize * SHARE_OF_TEXT, stage.offsetWidth * SHARE_OF_WIDTH));
    const size = Math.min(LARGEST_TEXT, Math.max(SMALLEST_TEXT, wanted));
    stage.style.setProperty('--sheet-text', `${size}px`);
  }

  /** A preset may make the text twice as large, for somebody who can then read the sheet as well. */
  #followTrial(): void {
    this.#presets.update();
    if (!this.#panel.isOpen) return;
    this.#fit();
    const { body } = this.#panel;
    const focused = body.querySelector(':focus')?.getBoundingClientRect();
    const seen = body.getBoundingClientRect();
    // Not `scrollIntoView`: in Firefox it moves the article as well.
    if (focused && focused.bottom > seen.bottom) body.scrollTop += focused.bottom - seen.bottom + 8;
    else if (focused && focused.top < seen.top) body.scrollTop -= seen.top - focused.top + 8;
  }

  /** The line stands in the sheet; while a preset is tried it stays over the article when the sheet closes. */
  #moveTrial(): void {
    const { stage } = this.#shown;
    const { element: line } = this.#status;
    if (this.#panel.isOpen) {
      this.#panel.element.append(line);
      return;
    }
    if (this.#trial.isOn) stage.append(line);
    else this.#status.clear();
  }

  async #change(id: SettingId, value: string | number): Promise<void> {
    const { settings, trials, translate } = this.#ports;
    if (!isSettingValue(id, value)) return;
    const values = { [id]: value };
    let stored: Promise<void> = Promise.resolve();
    keepReadingPlace(this.#shown, () => {
      trials.expect(values);
      stored = settings.change(id, value);
    });
    // What was done before is over; only a trial goes on.
    if (!this.#trial.isOn) this.#status.clear();
    try {
      await stored;
    } catch (error) {
      this.#status.show(translate(SETTING_SAVE_FAILURES[saveFailureOf(error)]), 'problem');
    }
    trials.settle(values);
  }

  #show(current: Settings): void {
    for (const field of this.#fields) field.show(current);
    for (const { line, isNeeded } of this.#hints) line.hidden = !isNeeded(current);
  }

  #hint(text: MessageKey): HTMLElement {
    const { document, translate } = this.#ports;
    return element(document, 'p', 'appearance-help', translate(text));
  }

  #group(heading: MessageKey, ...content: HTMLElement[]): HTMLElement {
    const { document, translate } = this.#ports;
    const title = element(document, 'h3', 'appearance-heading', translate(heading));
    return element(document, 'section', 'appearance-group', title, ...content);
  }
}
