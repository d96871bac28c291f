import type { Range, Span } from '../text/span.ts';
import type { Casting } from './casting.ts';
import { clauseStart } from './cut-piece.ts';
import type { Clock, SpeechManner } from './engine.ts';
import type { Paces } from './pace.ts';
import type { FailureReason, PlayerListener, PlayerState } from './player-state.ts';
import { Recovery, type Remedy, reasonFor } from './recovery.ts';
import type { Script } from './script.ts';
import { mainLanguage, type ScriptPlace, sentenceStart } from './script-place.ts';
import { sentenceAfterStep } from './script-step.ts';
import { isSameManner, planSpeech, type SpeechPlan } from './speech-plan.ts';
import { sourceOf } from './spoken-place.ts';
import { type Trouble, Utterance } from './utterance.ts';

/** What a narration is done with. */
export interface NarrationPorts {
  casting: Casting;
  paces: Paces;
  /** As set by the person, read anew for each request. */
  manner(): SpeechManner;
  clock: Clock;
  listener: PlayerListener;
}

/** Browsers tell their voices a moment after they are first asked, in milliseconds. */
const VOICE_PATIENCE = 1500;
/** Changes of the manner within this are one, in milliseconds: a slider is moved in many steps. */
const SETTLING = 250;
/** A step back after this begins the sentence again, in milliseconds. */
const WELL_INSIDE = 2000;

/** Speaks one script from wherever it stands, piece by piece, and never stops without a reason: the state machine of the player. */
export class Narration {
  readonly script: Script;
  readonly #ports: NarrationPorts;
  readonly #mainLanguage: string;
  #listener: PlayerListener;
  #state: PlayerState = { name: 'idle' };
  #place: ScriptPlace;
  /** What is with the engine now. */
  #current: { plan: SpeechPlan; utterance: Utterance } | null = null;
  #stopWaiting = () => {};
  #awaitsVoice = false;
  #stopSettling = () => {};
  /** The manner was changed: what is spoken has to be spoken anew from the next word. */
  #isStale = false;
  readonly #recovery = new Recovery();
  #toldSentence = -1;
  #toldWord: Span | null = null;
  /** When the sentence was first heard. */
  #begunAt: number | null = null;

  /** Stands at a sentence; an impossible number is taken for the nearest. */
  constructor(script: Script, sentence: number, ports: NarrationPorts) {
    this.script = script;
    this.#ports = ports;
    this.#listener = ports.listener;
    this.#mainLanguage = mainLanguage(script);
    this.#place = sentenceStart(this.#nearest(sentence));
  }

  get state(): PlayerState {
    return this.#state;
  }

  /** As in Player. */
  get sentence(): number {
    return this.#state.name === 'ended' ? 0 : this.#place.sentence;
  }

  play(): void {
    if (this.#isActive) return;
    if (this.#state.name === 'ended') this.#stand(0);
    this.#ports.casting.forgive();
    this.#recovery.reset();
    if (this.script.length === 0) this.#fail('nothing-to-read');
    else this.#speakAnew();
  }

  pause(): void {
    if (!this.#isActive) return;
    const { plan, utterance } = this.#current ?? {};
    if (plan !== undefined && utterance?.hasSounded) {
      const offset = clauseStart(plan.piece.text, plan.place.offset + utterance.word);
      this.#place = { ...plan.place, offset };
    }
    this.#silence();
    this.#become({ name: 'paused' });
  }

  stop(): void {
    this.#stand(0);
    this.#toldSentence = -1;
    this.#become({ name: 'idle' });
  }

  step(unit: 'sentence' | 'paragraph', direction: 1 | -1): void {
    const from = this.#state.name === 'ended' ? this.script.length : this.#place.sentence;
    const isWellInside = this.#begunAt !== null && this.#ports.clock.now() - this.#begunAt > WELL_INSIDE;
    const target = sentenceAfterStep(this.script, from, { unit, direction, isWellInside });
    if (target !== null) this.goTo(target);
  }

  goTo(sentence: number): void {
    if (this.script.length === 0) return;
    const wasActive = this.#isActive;
    this.#stand(this.#nearest(sentence));
    this.#tellSentence();
    // A listener may have moved on already.
    if (wasActive && this.#isActive && this.#current === null) this.#speakAnew();
    else if (this.#state.name === 'ended' || this.#state.name === 'failed') this.#become({ name: 'paused' });
  }

  mannerChanged(): void {
    this.#stopSettling();
    // What is spoken next asks for the manner anyway.
    if (this.#current === null) return;
    this.#stopSettling = this.#ports.clock.after(SETTLING, () => {
      const { plan, utterance } = this.#current ?? {};
      if (utterance?.hasSounded) this.#isStale = true;
      else if (plan !== undefined && this.#isOutdated(plan)) this.#speak(plan.request.pauseBefore === 0);
    });
  }

  /** Voices have come or gone. What is spoken is spoken on as long as it is heard. */
  voicesChanged(): void {
    if (this.#awaitsVoice && this.#plan(this.#place, true) !== 'no-voice') this.#speak(true);
  }

  /** Silences it; the listener is told nothing more. */
  dispose(): void {
    this.#listener = { stateChanged() {}, sentenceReached() {}, wordReached() {}, noticed() {} };
    this.stop();
  }

  get #isActive(): boolean {
    return this.#state.name === 'preparing' || this.#state.name === 'speaking';
  }

  #plan(place: ScriptPlace, isFirst: boolean): SpeechPlan | 'end' | 'no-voice' {
    const { casting, paces, manner } = this.#ports;
    const { script } = this;
    return planSpeech({ script, mainLanguage: this.#mainLanguage, casting, paces, manner: manner() }, place, isFirst);
  }

  #speakAnew(): void {
    this.#become({ name: 'preparing' });
    if (this.#state.name === 'preparing' && this.#current === null) this.#speak(true);
  }

  /** Speaks from where it stands; `isFirst` leaves out the pause before. */
  #speak(isFirst: boolean): void {
    this.#silence();
    const plan = this.#plan(this.#place, isFirst);
    if (plan === 'end') this.#end();
    else if (plan === 'no-voice') this.#awaitVoice();
    else this.#carryOut(plan);
  }

  #carryOut(plan: SpeechPlan): void {
    const { place, voice, engine, piece, pace, request } = plan;
    const utterance: Utterance = new Utterance(engine, request, piece.language, pace, this.#ports.clock, {
      sounded: () => this.#sounded(plan),
      worded: (word) => this.#worded(plan, utterance, word),
      ended: () => this.#ended(plan),
      broke: (trouble) => this.#broke(plan, utterance.restart, trouble),
    });
    if (place.sentence !== this.#place.sentence) this.#begunAt = null;
    this.#place = place;
    this.#current = { plan, utterance };
    const isReplacement = this.#ports.casting.take(voice, piece.language, piece.role);
    utterance.speak();
    if (isReplacement) this.#listener.noticed('voice-replaced');
  }

  #awaitVoice(): void {
    this.#awaitsVoice = true;
    this.#stopWaiting = this.#ports.clock.after(VOICE_PATIENCE, () => this.#fail('no-voice'));
    this.#become({ name: 'preparing' });
  }

  #sounded(plan: SpeechPlan): void {
    if (plan.place.piece === 0 && plan.place.offset === 0) this.#begunAt = this.#ports.clock.now();
    this.#become({ name: 'speaking' });
    if (this.#current?.plan === plan) this.#tellSentence();
    // A listener may have stopped it.
    if (this.#current?.plan !== plan) return;
    const next = this.#plan({ ...plan.place, offset: plan.end }, false);
    if (typeof next !== 'string') prepare(next);
  }

  #worded(plan: SpeechPlan, utterance: Utterance, [start, end]: Range): void {
    // It has gone on beyond where it began, so the trouble is over.
    if (start > 0) this.#recovery.hearWord();
    const { offset } = plan.place;
    const isStale = this.#isStale && this.#isOutdated(plan);
    this.#isStale = false;
    if (isStale) {
      this.#place = { ...plan.place, offset: offset + utterance.restart };
      this.#speak(true);
    } else this.#tellWord(sourceOf(plan.sentence, plan.piece, [offset + start, offset + end]));
  }

  #ended(plan: SpeechPlan): void {
    this.#recovery.reset();
    this.#place = { ...plan.place, offset: plan.end };
    this.#speak(false);
  }

  #broke({ place, voice }: SpeechPlan, restart: number, trouble: Trouble): void {
    this.#place = { ...place, offset: place.offset + restart };
    this.#current = null;
    const { casting } = this.#ports;
    const remedy = this.#recovery.remedyFor(trouble);
    if (remedy === 'other-voice') casting.avoid(voice, trouble);
    if (remedy !== 'other-voice') this.#apply(remedy, trouble);
    else if (this.#plan(this.#place, true) !== 'no-voice') this.#apply('same-voice', trouble);
    else {
      casting.forgive();
      this.#apply(this.#recovery.remedyForOnlyVoice(trouble), trouble);
    }
  }

  #apply(remedy: Exclude<Remedy, 'other-voice'>, trouble: Trouble): void {
    if (remedy === 'give-up') this.#fail(reasonFor(trouble));
    else if (remedy === 'same-voice') this.#speakAnew();
    else {
      this.#stopWaiting = this.#ports.clock.after(remedy, () => this.#speak(true));
      this.#become({ name: 'preparing' });
    }
  }

  /** Whether what is spoken would be spoken in another manner now. */
  #isOutdated({ place, request }: SpeechPlan): boolean {
    const now = this.#plan(place, true);
    return typeof now === 'string' || !isSameManner(now.request, request);
  }

  #end(): void {
    this.#silence();
    this.#tellWord(null);
    this.#become({ name: 'ended' });
  }

  #fail(reason: FailureReason): void {
    this.#silence();
    this.#tellWord(null);
    this.#become({ name: 'failed', reason });
  }

  #stand(sentence: number): void {
    this.#silence();
    this.#place = sentenceStart(sentence);
    this.#begunAt = null;
    this.#recovery.reset();
    this.#tellWord(null);
  }

  #silence(): void {
    this.#stopWaiting();
    this.#stopSettling();
    this.#awaitsVoice = false;
    this.#isStale = false;
    const former = this.#current;
    this.#current = null;
    former?.utterance.stop();
  }

  #nearest(sentence: number): number {
    return Math.max(0, Math.min(Math.trunc(sentence) || 0, this.script.length - 1));
  }

  #become(state: PlayerState): void {
    if (state.name === this.#state.name && state.name !== 'failed') return;
    this.#state = state;
    this.#listener.stateChanged(state);
  }

  #tellSentence(): void {
    const { sentence } = this.#place;
    if (sentence === this.#toldSentence) return;
    this.#toldSentence = sentence;
    this.#listener.sentenceReached(sentence);
  }

  #tellWord(word: Span | null): void {
    const told = this.#toldWord;
    if (told?.block === word?.block && told?.start === word?.start && told?.end === word?.end) return;
    this.#toldWord = word;
    this.#listener.wordReached(word);
  }
}

function prepare({ engine, request }: SpeechPlan): void {
  try {
    engine.prepare(request);
  } catch {
    // It is only a hint; the request itself will tell.
  }
}
