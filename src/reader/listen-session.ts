import type { Settings } from '../settings/settings.ts';
import type { Voice } from '../speech/engine.ts';
import type { FailureReason, PlayerState } from '../speech/player-state.ts';
import { createListenBar, type ListenActions, type ListenBar } from './listen-bar.ts';
import { showListenLabel } from './listen-button.ts';
import { type CourseListener, ListenCourse } from './listen-course.ts';
import { ListenHere } from './listen-here.ts';
import { answerListenKeys } from './listen-keys.ts';
import { createListenOptions, type ListenOptions } from './listen-options.ts';
import { ListenOutside } from './listen-outside.ts';
import { ListenPlace } from './listen-place.ts';
import { nextRate, rateInWords, rateLimits } from './listen-rate.ts';
import { sentencesIn } from './listen-selection.ts';
import { SleepTimer } from './listen-sleep.ts';
import { ListenStatus } from './listen-status.ts';
import { ListenTrail } from './listen-trail.ts';
import { findOwnVoice } from './listen-voice.ts';
import type { ListeningPorts, ListeningSubject, SpeechSettingId } from './listening-ports.ts';
import type { ShownArticle } from './ports.ts';
import { onSelectionChange, selectedRange } from './view-selection.ts';

/** One article, listened to: it brings the player together with the bar, the marks and the keys. */
export class Listening {
  readonly #ports: ListeningPorts;
  readonly #shown: ShownArticle;
  readonly #course: ListenCourse;
  readonly #bar: ListenBar;
  readonly #options: ListenOptions;
  readonly #status: ListenStatus;
  readonly #trail: ListenTrail;
  readonly #here: ListenHere;
  readonly #place: ListenPlace;
  readonly #sleep: SleepTimer;
  readonly #outside: ListenOutside;
  #settings: Settings;
  #isOpen = false;
  /** Counts what a person asked for, so that an answer that comes late is not taken for the last. */
  #request = 0;

  constructor(ports: ListeningPorts, subject: ListeningSubject) {
    const { document, translate, settings, clock, voices } = ports;
    const { shown, address } = subject;
    this.#ports = ports;
    this.#shown = shown;
    this.#settings = settings.current();
    this.#course = new ListenCourse(ports, subject, this.#courseListener());
    this.#place = new ListenPlace(ports.places, address, clock);
    this.#sleep = new SleepTimer(clock, () => this.#fallAsleep());
    const ownVoice = () => findOwnVoice(voices, this.#course.language);
    this.#options = createListenOptions({
      ...{ document, translate, settings, voices, shown },
      sleep: this.#sleep,
      language: () => this.#course.language,
      hearSample: () => void this.#hearSample(),
    });
    this.#bar = createListenBar({ document, translate, actions: this.#actions(), options: this.#options.element });
    this.#status = new ListenStatus({
      ...{ translate, clock, shown, bar: this.#bar },
      canHelp: (remedy) => remedy === 'again' || ownVoice() !== null,
      help: (remedy) => this.#help(remedy === 'again' ? null : ownVoice()),
    });
    this.#trail = new ListenTrail({
      ...{ document, settings, clock, shown, bar: this.#bar.element },
      followChanged: (isFollowing) => this.#bar.offer('voice', !isFollowing),
    });
    this.#here = new ListenHere({ document, translate, shown, read: (sentence) => void this.#play(sentence) });
    this.#outside = new ListenOutside(ports, subject, {
      play: () => void this.#play(null),
      pause: () => this.#course.pause(),
      previoustrack: () => this.#step('paragraph', -1),
      nexttrack: () => this.#step('paragraph', 1),
      stop: () => this.close(),
    });
    answerListenKeys(shown, {
      isOpen: () => this.#isOpen,
      settings: () => settings.current(),
      playOrPause: () => this.#playOrPause(),
      step: (direction) => this.#step('sentence', direction),
      escape: () => this.#escape(),
    });
    settings.subscribe((changed) => this.#changeSettings(changed), shown.signal);
    voices.onChange((isChoice) => this.#changeVoices(isChoice), shown.signal);
    ports.onGiveWay(() => this.#course.pause(), shown.signal);
    ports.onSilent(() => this.#status.notice('silent', false), shown.signal);
    onSelectionChange(document, () => this.#offerSelection(), shown.signal);
    shown.signal.addEventListener('abort', () => this.#end());
    this.#showSettings();
  }

  toggle(): void {
    if (this.#isOpen) this.#playOrPause();
    else void this.#open();
  }

  readAloud(text: string, language: string | null): Promise<FailureReason | null> {
    return this.#course.readAloud(text, language);
  }

  stopReadingAloud(): void {
    this.#course.stopAside();
  }

  /** Falls silent and puts the bar away. */
  close(): void {
    if (!this.#isOpen) return;
    const hadFocus = this.#bar.element.matches(':focus-within');
    this.#putAway();
    this.#course.stop();
    if (hadFocus) this.#shown.listenButton.focus({ preventScroll: true });
  }

  async #open(): Promise<void> {
    const { element, listenButton, stage } = this.#shown;
    // Before anything moves the focus, and with it the selection.
    const selected = this.#selected();
    this.#isOpen = true;
    this.#bar.open(stage);
    listenButton.setAttribute('aria-expanded', 'true');
    const { activeElement } = element.getRootNode() as Document | ShadowRoot;
    // Who pressed the button goes on in the bar; who used the key reads on where they are.
    if (activeElement === listenButton) this.#bar.playButton.focus({ preventScroll: true });
    this.#trail.follow();
    this.#offerSelection();
    const request = ++this.#request;
    await this.#course.ready(0);
    if (!this.#isLast(request)) return;
    this.#here.show(this.#course.script);
    const chosen = sentencesIn(this.#shown, this.#course.script, selected);
    if (chosen) return this.#play(chosen[0]);
    const kept = await this.#place.find(this.#course.script);
    if (!this.#isLast(request)) return;
    if (kept === null) return this.#play(0);
    this.#status.askWhereToBegin(this.#course.script[kept], {
      there: () => void this.#play(kept),
      top: () => void this.#play(0),
    });
  }

  #isLast(request: number): boolean {
    return this.#isOpen && !this.#shown.signal.aborted && request === this.#request;
  }

  #playOrPause(): void {
    if (this.#course.isSounding) this.#course.pause();
    else void this.#play(null);
  }

  /** Speaks on, from a sentence where one is given. */
  async #play(sentence: number | null): Promise<void> {
    const request = ++this.#request;
    this.#status.clear();
    await this.#course.play(sentence, () => this.#isLast(request));
    if (this.#isLast(request)) this.#trail.follow();
  }

  #step(unit: 'sentence' | 'paragraph', direction: 1 | -1): void {
    this.#request++;
    this.#status.clear();
    this.#course.step(unit, direction);
    this.#trail.follow();
  }

  #readSelection(): void {
    const found = sentencesIn(this.#shown, this.#course.script, this.#selected());
    if (!found) return;
    this.#request++;
    this.#status.clear();
    this.#course.playExcerpt(found);
    this.#trail.follow();
  }

  #offerSelection(): void {
    if (this.#isOpen) this.#bar.offer('selection', this.#selected() !== null);
  }

  /** What is selected in the article; null where that is nothing. */
  #selected(): Range | null {
    const range = selectedRange(this.#ports.document, this.#shown.element);
    return range && !range.collapsed && range.toString().trim() !== '' ? range.cloneRange() : null;
  }

  #actions(): ListenActions {
    return {
      playOrPause: () => this.#playOrPause(),
      step: (unit, direction) => this.#step(unit, direction),
      changeRate: (direction) => this.#change('speechRate', nextRate(this.#settings.speechRate, direction)),
      readSelection: () => this.#readSelection(),
      backToVoice: () => this.#trail.follow(),
      toggleOptions: () => this.#options.toggle(this.#bar.optionsButton),
      close: () => this.close(),
    };
  }

  /** What was opened last goes first; what is open beside the article goes before the bar that one still listens by. */
  #escape(): boolean {
    if (!this.#isOpen) return false;
    const { card, panel } = this.#shown.shared;
    if (this.#options.close()) return true;
    if (this.#bar.element.matches(':focus-within') || !(card.close() || panel.close())) this.close();
    return true;
  }

  #courseListener(): CourseListener {
    return {
      stateChanged: (state, isNews) => this.#showState(state, isNews),
      noticed: (notice) => this.#status.notice(notice, this.#course.state.name === 'speaking'),
      textChanged: (script) => this.#isOpen && this.#here.show(script),
      sentenceReached: (sentence, span) => {
        if (!this.#isOpen) return;
        // From here on it is read as the article, and the settings, are by now.
        if (this.#course.isOutdated) return void this.#play(sentence);
        this.#trail.showSentence(span);
        if (!this.#course.isExcerpt && this.#course.isSounding) this.#place.reached(this.#course.script, sentence);
      },
      wordReached: (word) => this.#isOpen && this.#trail.showWord(word),
    };
  }

  #showState(state: PlayerState, isNews: boolean): void {
    this.#outside.tellSpeaking(this.#course.isSounding);
    if (!this.#isOpen) return;
    const isExcerptOver = state.name === 'ended' && this.#course.isExcerpt;
    const label = this.#bar.showState(isExcerptOver ? 'paused' : state.name);
    showListenLabel(this.#shown.listenButton, label);
    this.#outside.showState(state);
    if (isNews) this.#status.showState(state, isExcerptOver);
    else this.#status.clear();
    if (state.name === 'paused') this.#place.flush();
    if (state.name === 'ended' || state.name === 'idle') this.#trail.clear();
    if (isNews && state.name === 'ended' && !isExcerptOver) this.#place.forget();
  }

  #fallAsleep(): void {
    if (!this.#course.isSounding) return;
    this.#course.pause();
    this.#status.notice('time-is-up', false);
    this.#options.update();
  }

  async #hearSample(): Promise<void> {
    const request = ++this.#request;
    const reason = await this.#course.readSample();
    if (reason !== null && this.#isLast(request)) this.#status.fail(reason);
  }

  /** Tries again, with another voice where one is given. */
  #help(voice: Voice | null): void {
    if (voice) void this.#ports.voices.choose(this.#course.language, voice).catch(() => undefined);
    void this.#play(null);
  }

  #change<Id extends SpeechSettingId>(id: Id, value: Settings[Id]): void {
    // What cannot be stored holds all the same, as long as this page is open.
    void this.#ports.settings.change(id, value).catch(() => undefined);
  }

  #changeVoices(isChoice: boolean): void {
    if (isChoice) this.#course.mannerChanged();
    this.#options.update();
  }

  #changeSettings(changed: Settings): void {
    const before = this.#settings;
    this.#settings = changed;
    const isOther = (id: SpeechSettingId) => changed[id] !== before[id];
    if ((['speechRate', 'speechPitch', 'speechVolume'] as const).some(isOther)) this.#course.mannerChanged();
    if (this.#isOpen && isOther('speechMarks')) this.#trail.redraw();
    this.#showSettings();
  }

  #showSettings(): void {
    const { speechRate: rate } = this.#settings;
    this.#bar.showRate(rateInWords(this.#ports.translate, rate), rateLimits(rate));
    this.#bar.showKeys(this.#settings);
    this.#options.update();
  }

  #putAway(): void {
    const { listenButton } = this.#shown;
    this.#request++;
    this.#place.flush();
    this.#isOpen = false;
    this.#options.close();
    this.#sleep.choose('end');
    this.#status.clear();
    this.#trail.clear();
    this.#here.clear();
    this.#outside.clearMedia();
    this.#bar.close();
    listenButton.setAttribute('aria-expanded', 'false');
    showListenLabel(listenButton, this.#bar.showState('idle'));
  }

  /** Something else is shown now. */
  #end(): void {
    if (this.#isOpen) this.#putAway();
    this.#course.dispose();
    this.#outside.tellSpeaking(false);
  }
}
