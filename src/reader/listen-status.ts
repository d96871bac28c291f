import type { MessageKey } from '../../assets/message-key.ts';
import type { Clock } from '../speech/engine.ts';
import type { FailureReason, PlayerNotice, PlayerState } from '../speech/player-state.ts';
import type { SpokenSentence } from '../speech/script.ts';
import type { ListenBar } from './listen-bar.ts';
import { FAILURES, type Remedy } from './listen-failures.ts';
import type { ReaderPorts, ShownArticle } from './ports.ts';

/** A wait shorter than this is none to the eye, in milliseconds. */
const SEEN_AFTER = 400;
/** A wait longer than this is told to screen readers too, in milliseconds; before it, they would talk into the voice. */
const HEARD_AFTER = 2000;

const REMEDIES = { again: 'panelTryAgain', 'own-voice': 'listenOwnVoice' } as const satisfies Record<
  Remedy,
  MessageKey
>;

/** How many words of a sentence tell where somebody stopped. */
const WORDS_OF_PLACE = 8;

const NOTICES = {
  'voice-replaced': 'listenVoiceReplaced',
  'time-is-up': 'listenTimeIsUp',
  silent: 'listenSilent',
} as const satisfies Record<PlayerNotice, MessageKey>;

export interface ListenStatusOptions extends Pick<ReaderPorts, 'translate'> {
  bar: ListenBar;
  shown: ShownArticle;
  clock: Clock;
  /** Whether a remedy can help now. */
  canHelp(remedy: Remedy): boolean;
  help(remedy: Remedy): void;
}

/** The line in the bar that says what goes on where no voice is heard; announced once, and never while a voice speaks. */
export class ListenStatus {
  readonly #options: ListenStatusOptions;
  #timers: (() => void)[] = [];
  /** Whether the line says that one has to wait. */
  #isWaiting = false;

  constructor(options: ListenStatusOptions) {
    this.#options = options;
  }

  clear(): void {
    this.#stopWaiting();
    this.#isWaiting = false;
    this.#options.bar.say('');
  }

  /** Says what a state needs to have said; `isExcerptOver`: what ended was no more than a selection. */
  showState(state: PlayerState, isExcerptOver: boolean): void {
    const { translate } = this.#options;
    if (state.name === 'preparing') this.#wait();
    else if (state.name === 'speaking') this.#heard();
    else if (state.name === 'failed') this.fail(state.reason);
    else if (state.name === 'ended') this.#tell(translate(isExcerptOver ? 'listenSelectionEnded' : 'listenEnded'));
    else this.#stopWaiting();
  }

  fail(reason: FailureReason): void {
    const { translate, canHelp, help } = this.#options;
    const { message, remedies } = FAILURES[reason];
    const actions = remedies.filter(canHelp).map((remedy) => ({
      label: translate(REMEDIES[remedy]),
      run: () => help(remedy),
    }));
    this.#tell(translate(message), actions);
  }

  /** Something that a person is to know; for the eye alone while a voice speaks. */
  notice(notice: PlayerNotice, isSounding: boolean): void {
    const { translate, bar } = this.#options;
    this.#stopWaiting();
    if (isSounding) bar.say(translate(NOTICES[notice]));
    else this.#tell(translate(NOTICES[notice]));
  }

  /** Asks whether to go on at the sentence where an earlier visit stopped, and moves the focus to the first answer. */
  askWhereToBegin(sentence: SpokenSentence | undefined, answers: { there(): void; top(): void }): void {
    const { translate, bar } = this.#options;
    const words = (sentence?.pieces ?? []).map(({ text }) => text).join(' ');
    const start = words.split(/\s+/, WORDS_OF_PLACE).join(' ');
    this.#tell(translate('listenStoppedAt', start.length < words.length ? translate('listenCut', start) : start), [
      { label: translate('listenGoOnThere'), run: answers.there },
      { label: translate('listenFromTheTop'), run: answers.top },
    ]);
    bar.firstAction()?.focus({ preventScroll: true });
  }

  /** The voice is asked for; where it is there at once, nothing is said. */
  #wait(): void {
    this.#stopWaiting();
    const { clock, translate, shown, bar } = this.#options;
    const text = translate('listenPreparing');
    const say = () => {
      bar.say(text);
      this.#isWaiting = true;
    };
    this.#timers = [clock.after(SEEN_AFTER, say), clock.after(HEARD_AFTER, () => shown.announce(text))];
  }

  /** What was said of the wait has served; what was said of the voice may still be read. */
  #heard(): void {
    this.#stopWaiting();
    if (this.#isWaiting) this.clear();
  }

  #tell(text: string, actions: Parameters<ListenBar['say']>[1] = []): void {
    this.#stopWaiting();
    this.#isWaiting = false;
    this.#options.bar.say(text, actions);
    this.#options.shown.announce(text);
  }

  #stopWaiting(): void {
    for (const stop of this.#timers) stop();
    this.#timers = [];
  }
}
