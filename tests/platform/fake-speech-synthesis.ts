import type { SpeechWindow } from '../../src/platform/web-speech.ts';

export type FakeVoice = Pick<SpeechSynthesisVoice, 'voiceURI' | 'name' | 'lang' | 'localService' | 'default'>;

/** A voice with what a test does not care about filled in. */
export function fakeVoice(voice: Partial<FakeVoice> = {}): FakeVoice {
  const name = voice.name ?? 'Anna';
  return { voiceURI: name, name, lang: 'en-US', localService: true, default: false, ...voice };
}

export class FakeUtterance extends EventTarget {
  readonly text: string;
  voice: FakeVoice | null = null;
  lang = '';
  rate = 1;
  pitch = 1;
  volume = 1;

  constructor(text: string) {
    super();
    this.text = text;
  }

  /** Lets the browser say something of this utterance. */
  tell(type: 'start' | 'end' | 'error' | 'boundary', more: object = {}): void {
    this.dispatchEvent(Object.assign(new Event(type), more));
  }
}

/** The browser's synthesis, which does nothing by itself: a test says what comes of it. */
export class FakeSynthesis extends EventTarget {
  voices: readonly FakeVoice[] = [fakeVoice()];
  speaking = false;
  pending = false;
  paused = false;
  /** What was called, in order: `speak TEXT` and `cancel`. */
  readonly calls: string[] = [];
  readonly utterances: FakeUtterance[] = [];
  /** What happens while a text is handed over. */
  onSpeak: (utterance: FakeUtterance) => void = () => undefined;

  /** A new array each time, as in every browser. */
  getVoices(): FakeVoice[] {
    return [...this.voices];
  }

  speak(utterance: FakeUtterance): void {
    this.calls.push(`speak ${utterance.text}`);
    this.utterances.push(utterance);
    this.speaking = true;
    this.onSpeak(utterance);
  }

  cancel(): void {
    this.calls.push('cancel');
    this.speaking = false;
  }

  pause(): void {
    this.calls.push('pause');
  }

  resume(): void {
    this.calls.push('resume');
  }

  /** The utterance that was handed over last. */
  get last(): FakeUtterance {
    const utterance = this.utterances.at(-1);
    if (utterance === undefined) throw new Error('nothing was handed over');
    return utterance;
  }

  /** The last utterance is over, as far as the browser is concerned. */
  finish(type: 'end' | 'error' = 'end', more: object = {}): void {
    this.speaking = false;
    this.last.tell(type, more);
  }

  /** A window that has this synthesis. */
  get window(): SpeechWindow {
    return { speechSynthesis: this, SpeechSynthesisUtterance: FakeUtterance } as never;
  }
}
