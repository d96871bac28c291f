import type { MessageKey } from '../../assets/message-key.ts';
import type { VoiceChoice } from '../platform/kept-voices.ts';
import { element } from '../reader/element.ts';
import type { Voice } from '../speech/engine.ts';
import { primaryLanguage } from '../text/primary-language.ts';
import { createHearButton } from './hear-button.ts';
import type { OptionsPorts } from './ports.ts';
import type { StatusLine } from './status-line.ts';
import { sampleText } from './voice-sample.ts';

/** What a person decides about the voice of a language. */
export interface VoiceFieldActions {
  /** Null leaves the choice to Lectern. */
  choose(voice: Voice | null): void;
  /** The person agrees that this voice sends the text over the internet, and chooses it. */
  allow(voice: Voice): void;
}

/** The voice of one language: a list to choose from, a question where one needs it, and a sample. */
export interface VoiceField {
  root: HTMLElement;
  /** Shows the voices that there are for the language, and the one that is chosen. */
  show(voices: readonly Voice[], chosen: VoiceChoice | null): void;
}

/** Where the person has chosen a voice that is not there now. */
const GONE = 'gone';

/** Makes the field of a language, with no voices yet. */
export function createVoiceField(
  ports: Pick<OptionsPorts, 'document' | 'translate' | 'speech'>,
  language: string,
  status: StatusLine,
  actions: VoiceFieldActions,
): VoiceField {
  const { document, translate, speech } = ports;
  const names = new Intl.DisplayNames(translate('languageOfMessages'), { type: 'language' });
  const primary = primaryLanguage(language);
  const languageName = nameOf(primary);
  let voices = new Map<string, Voice>();
  let chosen: VoiceChoice | null = null;
  /** The voice about which the person is asked. */
  let asked: Voice | null = null;
  let shown = '';

  const select = element(document, 'select');
  select.id = `voice-${primary}`;
  const label = element(document, 'label', '', languageName);
  label.htmlFor = select.id;
  const note = element(document, 'p', 'help');
  note.id = `${select.id}-note`;
  select.setAttribute('aria-describedby', note.id);
  select.addEventListener('change', changed);

  const question = element(document, 'p');
  question.setAttribute('role', 'status');
  question.id = `${select.id}-question`;
  const answers = element(
    document,
    'div',
    'actions',
    answer('listenRemoteUse', agree),
    answer('listenRemoteRefuse', refuse),
  );
  const questionBox = element(document, 'div', 'voice-question', question);
  const hear = createHearButton(ports, {
    label: 'listenSample',
    of: languageName,
    status,
    hearing: () => ({ text: sampleText(language), language, voice: selectedVoice() }),
  });
  const root = element(
    document,
    'div',
    'voice',
    label,
    element(document, 'div', 'voice-choice', select, hear),
    note,
    questionBox,
  );
  render();

  return {
    root,
    show(available, choice) {
      const next = new Map(available.map((voice) => [keyOf(voice), voice]));
      chosen = choice;
      // A list that is put together anew would close while somebody looks through it.
      const content = JSON.stringify([...next.keys(), choice]);
      if (content === shown) return;
      shown = content;
      voices = next;
      asked = asked === null ? null : (voices.get(keyOf(asked)) ?? null);
      render();
    },
  };

  function render(): void {
    const automatic = element(document, 'option', '', translate('listenVoiceAutomatic'));
    automatic.value = '';
    const all = [...voices.values()];
    const groups: [MessageKey, Voice[]][] = [
      ['optionsVoicesSystem', all.filter(({ engine, isLocal }) => engine === 'system' && isLocal)],
      ['optionsVoicesOwn', all.filter(({ engine, isLocal }) => engine === 'embedded' && isLocal)],
      ['optionsVoicesRemote', all.filter(({ isLocal }) => !isLocal)],
    ];
    const filled = groups.filter(([, { length }]) => length > 0).map(([name, ones]) => optionGroup(name, ones));
    select.replaceChildren(automatic, ...filled);
    if (chosen !== null && !voices.has(keyOf(chosen))) {
      const gone = element(document, 'option', '', translate('optionsVoicesGone'));
      gone.value = GONE;
      automatic.after(gone);
    }
    showChosen();
  }

  function optionGroup(name: MessageKey, ones: readonly Voice[]): HTMLElement {
    const group = element(document, 'optgroup');
    group.label = translate(name);
    for (const voice of ones) {
      const option = element(document, 'option', '', titleOf(voice));
      option.value = keyOf(voice);
      group.append(option);
    }
    return group;
  }

  function showChosen(): void {
    const voice = chosen === null ? null : (voices.get(keyOf(chosen)) ?? null);
    // One that came here without an answer is asked about again.
    if (asked === null && voice !== null && !speech.kept.isAllowed(voice)) asked = voice;
    select.value = asked !== null ? keyOf(asked) : chosen === null ? '' : voice === null ? GONE : keyOf(chosen);
    question.textContent = asked === null ? '' : translate('listenRemoteQuestion', asked.name);
    if (asked === null) answers.remove();
    else questionBox.append(answers);
    // A sample is sent as well.
    hear.hidden = asked !== null || voices.size === 0;
    if (voices.size === 0) note.textContent = translate('optionsVoicesNone');
    else if (chosen !== null && voice === null) note.textContent = translate('optionsVoicesGoneHelp');
    else note.textContent = voice !== null && !voice.isLocal ? translate('optionsVoicesSends') : '';
  }

  /** The focus stays on the list: with the arrow keys a person may only be on the way to another voice. */
  function changed(): void {
    const voice = selectedVoice();
    asked = voice === null || speech.kept.isAllowed(voice) ? null : voice;
    if (asked === null && select.value !== GONE) actions.choose(voice);
    showChosen();
  }

  function agree(): void {
    const voice = asked;
    asked = null;
    if (voice !== null) actions.allow(voice);
  }

  function refuse(): void {
    const isChosen = asked !== null && chosen !== null && keyOf(asked) === keyOf(chosen);
    asked = null;
    // Without a yes, it cannot stay the chosen one.
    if (isChosen) actions.choose(null);
  }

  function answer(key: MessageKey, run: () => void): HTMLButtonElement {
    const button = element(document, 'button', 'action', translate(key));
    button.type = 'button';
    button.setAttribute('aria-describedby', question.id);
    button.addEventListener('click', () => {
      run();
      showChosen();
      // The button that was pressed goes away.
      select.focus();
    });
    return button;
  }

  function selectedVoice(): Voice | null {
    return voices.get(select.value) ?? null;
  }

  function titleOf(voice: Voice): string {
    const spoken = nameOf(voice.language);
    // Those in the package are named after their languages.
    return voice.engine === 'embedded' ? voice.name : translate('optionsVoicesName', voice.name, spoken);
  }

  /** A tag that is none stands for itself. */
  function nameOf(tag: string): string {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  }
}

function keyOf({ engine, id }: VoiceChoice): string {
  return `${engine} ${id}`;
}
