import type { Voice } from '../speech/engine.ts';
import { button, element } from './element.ts';
import type { ListeningPorts } from './listening-ports.ts';
import type { ShownArticle } from './ports.ts';

/** The choice of a voice for the language that is read, with a sample. */
export interface VoiceChoice {
  element: HTMLElement;
  /** Shows which voices there are, and which is chosen. */
  update(): void;
  focus(): void;
}

export interface VoiceChoiceOptions extends Pick<ListeningPorts, 'document' | 'translate' | 'voices'> {
  shown: ShownArticle;
  /** The language (BCP 47) of what is read now. */
  language(): string;
  /** Reads a sentence in the voice as it is set. */
  hearSample(): void;
}

/** Makes the choice. A voice that is not on the machine is asked for before the first word goes to it. */
export function createVoiceChoice(options: VoiceChoiceOptions): VoiceChoice {
  const { document, translate, voices, shown, hearSample } = options;
  const names = new Intl.DisplayNames([translate('languageOfMessages')], { type: 'language' });
  const label = element(document, 'label');
  const select = element(document, 'select');
  select.id = 'listen-voice';
  label.htmlFor = select.id;
  const sample = button(document, 'action', translate('listenSample'), hearSample);
  const question = element(document, 'p', 'listen-question');
  const consent = element(
    document,
    'div',
    'listen-consent',
    question,
    button(document, 'action', translate('listenRemoteUse'), () => agree()),
    button(document, 'action', translate('listenRemoteRefuse'), () => refuse()),
  );
  consent.hidden = true;

  let offered: readonly Voice[] = [];
  let listed = '';
  let asked: Voice | null = null;
  select.addEventListener('change', (event) => {
    if (event.isTrusted) take(offered[select.selectedIndex - 1] ?? null);
  });
  return {
    element: element(document, 'div', 'listen-field listen-voice', label, select, sample, consent),
    update,
    focus: () => select.focus({ preventScroll: true }),
  };

  function update(): void {
    const language = options.language();
    offered = voices.list(language);
    label.textContent = translate('listenVoice', nameOf(language));
    const list = JSON.stringify([language, offered.map(({ engine, id }) => [engine, id])]);
    // Not while it is open, where nothing has changed: the list would close.
    if (list !== listed) {
      const made = [translate('listenVoiceAutomatic'), ...offered.map(describe)];
      select.replaceChildren(...made.map((text) => element(document, 'option', '', text)));
      listed = list;
    }
    if (!asked) showChosen();
  }

  function showChosen(): void {
    const chosen = voices.chosen(options.language());
    select.selectedIndex = 1 + offered.findIndex((voice) => chosen !== null && isSame(voice, chosen));
  }

  function describe(voice: Voice): string {
    const place = nameOf(voice.language);
    if (voice.engine === 'embedded') return translate('listenVoiceOwn', place);
    return translate(voice.isLocal ? 'listenVoiceLocal' : 'listenVoiceRemote', voice.name, place);
  }

  function nameOf(language: string): string {
    try {
      return names.of(language) ?? language;
    } catch {
      // An engine may give what is no language tag.
      return language;
    }
  }

  function take(voice: Voice | null): void {
    ask(voice && !voices.isAllowed(voice) ? voice : null);
    if (!asked) choose(voice);
  }

  function ask(voice: Voice | null): void {
    asked = voice;
    consent.hidden = voice === null;
    if (!voice) return;
    question.textContent = translate('listenRemoteQuestion', voice.name);
    shown.announce(question.textContent);
  }

  function agree(): void {
    const voice = asked;
    ask(null);
    select.focus({ preventScroll: true });
    if (!voice) return;
    void voices.allow(voice).catch(() => undefined);
    choose(voice);
  }

  function refuse(): void {
    ask(null);
    showChosen();
    select.focus({ preventScroll: true });
  }

  function choose(voice: Voice | null): void {
    void voices.choose(options.language(), voice).catch(() => undefined);
  }
}

function isSame(one: Voice, other: Voice): boolean {
  return one.engine === other.engine && one.id === other.id;
}

/** Lectern's own voice for a language (BCP 47); null where there is none, or where it is chosen already. */
export function findOwnVoice(voices: ListeningPorts['voices'], language: string): Voice | null {
  if (voices.chosen(language)?.engine === 'embedded') return null;
  return voices.list(language).find(({ engine }) => engine === 'embedded') ?? null;
}
