import type { MessageKey } from '../../assets/message-key.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { button, element, icon } from './element.ts';
import { CROSS } from './listen-icons.ts';
import { SLEEP_CHOICES, type SleepChoice } from './listen-sleep.ts';
import { createVoiceChoice, type VoiceChoiceOptions } from './listen-voice.ts';
import type { ListeningPorts } from './listening-ports.ts';

/** The numbers that the panel offers, next to the voice. */
const RANGES = ['speechRate', 'speechPitch', 'speechVolume'] as const;
type RangeSetting = (typeof RANGES)[number];

const UNITS = { times: 'settingValueTimes', percent: 'settingValuePercent' } as const satisfies Record<
  (typeof SETTINGS)[RangeSetting]['unit'],
  MessageKey
>;

export interface ListenOptionsOptions extends VoiceChoiceOptions, Pick<ListeningPorts, 'settings'> {
  sleep: { readonly choice: SleepChoice; choose(choice: SleepChoice): void };
}

/** What "Voice and more" opens: the voice and how it sounds, what is marked, and when it stops. */
export interface ListenOptions {
  element: HTMLElement;
  /** Opens it and moves the focus into it, or closes it and moves the focus back to the button. */
  toggle(opener: HTMLButtonElement): void;
  /** @returns false where it is closed already. */
  close(): boolean;
  /** Shows what is in force now, where it is open. */
  update(): void;
}

/** Makes the panel, which is hidden. */
export function createListenOptions(options: ListenOptionsOptions): ListenOptions {
  const { document, translate, settings, sleep } = options;
  const voice = createVoiceChoice(options);
  const ranges = RANGES.map((id) => createRange(id));
  const marks = createSelect('speechMarks', translate(SETTINGS.speechMarks.label), marksChoices(), (value) =>
    change('speechMarks', value),
  );
  const sleeps = createSelect('sleep', translate('listenSleep'), sleepChoices(), (choice) => sleep.choose(choice));
  const heading = element(document, 'h2', 'listen-heading', translate('listenOptions'));
  heading.id = 'listen-heading';
  const closeButton = button(document, 'listen-button', '', () => close());
  closeButton.replaceChildren(icon(document, CROSS));
  closeButton.setAttribute('aria-label', translate('listenOptionsClose'));
  closeButton.title = translate('listenOptionsClose');
  const fields = [voice.element, ...ranges.map((range) => range.element), marks.element, sleeps.element];
  const panel = element(
    document,
    'div',
    'listen-options',
    element(document, 'div', 'listen-options-head', heading, closeButton),
    element(document, 'div', 'listen-fields', ...fields),
  );
  panel.id = 'listen-options';
  panel.setAttribute('role', 'group');
  panel.setAttribute('aria-labelledby', heading.id);
  panel.hidden = true;
  let openedBy: HTMLButtonElement | null = null;
  return {
    element: panel,
    toggle(opener) {
      if (close()) return;
      openedBy = opener;
      opener.setAttribute('aria-expanded', 'true');
      panel.hidden = false;
      update();
      voice.focus();
    },
    close,
    update,
  };

  function close(): boolean {
    if (panel.hidden) return false;
    const hadFocus = panel.matches(':focus-within');
    panel.hidden = true;
    openedBy?.setAttribute('aria-expanded', 'false');
    if (hadFocus) openedBy?.focus({ preventScroll: true });
    return true;
  }

  function update(): void {
    if (panel.hidden) return;
    voice.update();
    const current = settings.current();
    for (const range of ranges) range.show(current);
    marks.show(current.speechMarks);
    sleeps.show(sleep.choice);
  }

  function change<Id extends RangeSetting | 'speechMarks'>(id: Id, value: Settings[Id]): void {
    // What cannot be stored holds all the same, as long as this page is open.
    void settings.change(id, value).catch(() => undefined);
  }

  function marksChoices(): [Settings['speechMarks'], string][] {
    const choices = Object.entries(SETTINGS.speechMarks.choices) as [Settings['speechMarks'], MessageKey][];
    return choices.map(([value, label]) => [value, translate(label)]);
  }

  function sleepChoices(): [SleepChoice, string][] {
    const minutes = new Intl.NumberFormat(translate('languageOfMessages'), {
      style: 'unit',
      unit: 'minute',
      unitDisplay: 'long',
    });
    return SLEEP_CHOICES.map((choice) => {
      return [choice, choice === 'end' ? translate('listenSleepEnd') : minutes.format(choice)];
    });
  }

  function createSelect<Value extends string | number>(
    name: string,
    label: string,
    choices: readonly (readonly [Value, string])[],
    choose: (value: Value) => void,
  ): { element: HTMLElement; show(value: Value): void } {
    const select = element(document, 'select');
    select.id = `listen-${name}`;
    for (const [value, text] of choices) {
      const option = element(document, 'option', '', text);
      option.value = String(value);
      select.append(option);
    }
    select.addEventListener('change', (event) => {
      const chosen = choices[select.selectedIndex];
      if (event.isTrusted && chosen) choose(chosen[0]);
    });
    const labelled = element(document, 'label', '', label);
    labelled.htmlFor = select.id;
    return {
      element: element(document, 'div', 'listen-field', labelled, select),
      show(value) {
        select.value = String(value);
      },
    };
  }

  function createRange(id: RangeSetting): { element: HTMLElement; show(current: Settings): void } {
    const { minimum, maximum, step, unit, label } = SETTINGS[id];
    const slider = element(document, 'input');
    slider.type = 'range';
    slider.id = `listen-${id}`;
    slider.min = String(minimum);
    slider.max = String(maximum);
    slider.step = String(step);
    const value = element(document, 'span', 'listen-value');
    // The slider says it itself.
    value.setAttribute('aria-hidden', 'true');
    slider.addEventListener('input', (event) => {
      if (event.isTrusted) change(id, slider.valueAsNumber);
    });
    const labelled = element(document, 'label', '', translate(label));
    labelled.htmlFor = slider.id;
    return {
      element: element(document, 'div', 'listen-field', labelled, slider, value),
      show(current) {
        const number = new Intl.NumberFormat(translate('languageOfMessages')).format(current[id]);
        if (slider.valueAsNumber !== current[id]) slider.value = String(current[id]);
        value.textContent = translate(UNITS[unit], number);
        slider.setAttribute('aria-valuetext', value.textContent);
      },
    };
  }
}
