import type { MessageKey } from '../../assets/message-key.ts';
import type { Settings } from '../settings/settings.ts';
import type { PlayerState } from '../speech/player-state.ts';
import { button, element, icon } from './element.ts';
import { showTooltip } from './icon-tooltip.ts';
import { tellHeight } from './listen-height.ts';
import * as icons from './listen-icons.ts';
import type { NoticeAction, ReaderPorts } from './ports.ts';
import { type SingleKeyId, showSingleKey } from './single-keys.ts';

/** What the buttons of the bar do. */
export interface ListenActions {
  playOrPause(): void;
  step(unit: 'sentence' | 'paragraph', direction: 1 | -1): void;
  /** A step slower or faster. */
  changeRate(direction: 1 | -1): void;
  readSelection(): void;
  backToVoice(): void;
  toggleOptions(): void;
  close(): void;
}

/** What the bar offers only at times. */
export type ListenOffer = 'selection' | 'voice';

export interface ListenBarOptions extends Pick<ReaderPorts, 'document' | 'translate'> {
  actions: ListenActions;
  /** What "Voice and more" opens. */
  options: HTMLElement;
}

/** The bar at the bottom of the view, by which one listens. */
export interface ListenBar {
  element: HTMLElement;
  /** Where the focus goes when the bar opens, and when something in it has gone that had it. */
  playButton: HTMLButtonElement;
  optionsButton: HTMLButtonElement;
  /** Puts it under the stage, and tells the style sheet how high it is. */
  open(stage: HTMLElement): void;
  close(): void;
  /** Gives the play button the name of what it does now. @returns that name. */
  showState(name: PlayerState['name']): string;
  /** @param limits whether it goes no slower, or no faster. */
  showRate(inWords: string, limits: { isSlowest: boolean; isFastest: boolean }): void;
  /** Shows a line with things to press; an empty one takes it away. Silent: whoever shows it announces it. */
  say(message: string, actions?: readonly NoticeAction[]): void;
  /** The first button of the line; null where it has none. */
  firstAction(): HTMLElement | null;
  offer(name: ListenOffer, isOffered: boolean): void;
  /** The buttons tell the single keys that do the same. */
  showKeys(settings: Settings): void;
}

const PLAY_BUTTON: Readonly<Record<PlayerState['name'], readonly [label: MessageKey, drawing: string]>> = {
  idle: ['listenStart', icons.PLAY],
  preparing: ['listenPause', icons.PAUSE],
  speaking: ['listenPause', icons.PAUSE],
  paused: ['listenGoOn', icons.PLAY],
  ended: ['listenAgain', icons.AGAIN],
  failed: ['listenStart', icons.PLAY],
};

/** Makes the bar, of a player that is idle. */
export function createListenBar({ document, translate, actions, options }: ListenBarOptions): ListenBar {
  /** A button with a drawing alone; its name is told to screen readers, and to the pointer that rests on it. */
  const drawn = (label: MessageKey, drawing: string, run: () => void, isDirected = false): HTMLButtonElement => {
    const made = button(document, 'listen-button', '', run);
    const line = icon(document, drawing);
    // What points back points the other way where one reads from right to left.
    if (isDirected) line.classList.add('directed');
    made.replaceChildren(line);
    name(made, translate(label));
    return made;
  };
  const step = (label: MessageKey, drawing: string, unit: 'sentence' | 'paragraph', direction: 1 | -1) =>
    drawn(label, drawing, () => actions.step(unit, direction), true);

  const paragraphBack = step('listenParagraphBack', icons.PARAGRAPH_BACK, 'paragraph', -1);
  const sentenceBack = step('listenSentenceBack', icons.SENTENCE_BACK, 'sentence', -1);
  const playButton = drawn('listenStart', icons.PLAY, actions.playOrPause);
  playButton.classList.add('listen-play');
  const sentenceOn = step('listenSentenceOn', icons.SENTENCE_ON, 'sentence', 1);
  const paragraphOn = step('listenParagraphOn', icons.PARAGRAPH_ON, 'paragraph', 1);
  const steps = element(document, 'div', 'listen-steps');
  for (const one of [paragraphBack, paragraphOn]) one.classList.add('listen-paragraph');
  steps.append(paragraphBack, sentenceBack, playButton, sentenceOn, paragraphOn);

  const slower = drawn('listenSlower', icons.SLOWER, () => actions.changeRate(-1));
  const faster = drawn('listenFaster', icons.FASTER, () => actions.changeRate(1));
  const rate = element(document, 'span', 'listen-rate');
  // Of the person's own doing, and two words long: who does not see it hears that the press was heard.
  rate.setAttribute('aria-live', 'polite');
  const pace = element(document, 'div', 'listen-pace', slower, rate, faster);

  const optionsButton = drawn('listenOptions', icons.CHOICES, actions.toggleOptions);
  optionsButton.setAttribute('aria-expanded', 'false');
  optionsButton.setAttribute('aria-controls', options.id);
  const closeButton = drawn('listenClose', icons.CROSS, actions.close);
  const ends = element(document, 'div', 'listen-ends', optionsButton, closeButton);

  const offers: Record<ListenOffer, HTMLButtonElement> = {
    selection: button(document, 'action', translate('listenReadSelection'), actions.readSelection),
    voice: button(document, 'action', translate('listenBackToVoice'), actions.backToVoice),
  };
  // A press would take the selection away before it is read.
  offers.selection.addEventListener('mousedown', (event) => event.preventDefault());
  const message = element(document, 'p', 'listen-message');
  const messageActions = element(document, 'div', 'listen-actions');
  const line = element(document, 'div', 'listen-line', message, messageActions, offers.selection, offers.voice);
  for (const one of [...Object.values(offers), message, messageActions, line]) one.hidden = true;

  const bar = element(document, 'div', 'listen-bar', options, line);
  bar.append(element(document, 'div', 'listen-row', steps, pace, ends));
  // A group: the view has no landmarks of its own, and this is no toolbar that arrow keys go through.
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', translate('listenBar'));
  bar.lang = translate('languageOfMessages');
  bar.dir = translate('directionOfMessages');

  let forgetHeight = () => {};
  return {
    element: bar,
    playButton,
    optionsButton,
    open(stage) {
      stage.after(bar);
      forgetHeight = tellHeight(bar, stage.parentElement ?? stage);
    },
    close() {
      bar.remove();
      forgetHeight();
    },
    showState(state) {
      const [label, drawing] = PLAY_BUTTON[state];
      playButton.replaceChildren(icon(document, drawing));
      name(playButton, translate(label));
      return translate(label);
    },
    showRate(inWords, { isSlowest, isFastest }) {
      if (rate.textContent !== inWords) rate.textContent = inWords;
      // Not `disabled`, which would drop the focus of who presses on and on.
      slower.setAttribute('aria-disabled', String(isSlowest));
      faster.setAttribute('aria-disabled', String(isFastest));
    },
    say(text, things = []) {
      const { activeElement } = bar.getRootNode() as Document | ShadowRoot;
      const hadFocus = messageActions.contains(activeElement);
      message.textContent = text;
      messageActions.replaceChildren(...things.map(({ label, run }) => button(document, 'action', label, run)));
      message.hidden = text === '';
      messageActions.hidden = things.length === 0;
      update();
      if (hadFocus) playButton.focus({ preventScroll: true });
    },
    firstAction: () => messageActions.querySelector('button'),
    offer(offered, isOffered) {
      const hadFocus = offers[offered].matches(':focus');
      offers[offered].hidden = !isOffered;
      update();
      if (hadFocus && !isOffered) playButton.focus({ preventScroll: true });
    },
    showKeys(settings) {
      showKey(settings, 'keyListen', playButton);
      showKey(settings, 'keySentenceBack', sentenceBack);
      showKey(settings, 'keySentenceOn', sentenceOn);
    },
  };

  function update(): void {
    line.hidden = message.hidden && Object.values(offers).every(({ hidden }) => hidden);
  }

  function name(made: HTMLButtonElement, label: string): void {
    made.setAttribute('aria-label', label);
    const key = made.getAttribute('aria-keyshortcuts');
    showTooltip(made, key === null ? label : translate('listenWithKey', label, key));
  }

  function showKey(settings: Settings, id: SingleKeyId, made: HTMLButtonElement): void {
    showSingleKey(settings, id, made);
    name(made, made.getAttribute('aria-label') ?? '');
  }
}
