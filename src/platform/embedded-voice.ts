import type { Clock, Engine, SpeechFault, SpeechListener, SpeechRequest, Voice } from '../speech/engine.ts';
import { AudioTrack } from './audio-track.ts';
import type { SoundOutput } from './sound-output.ts';
import { SpeechAudio, type SpeechAudioPorts } from './speech-audio.ts';
import { SynthesizedSound } from './synthesized-sound.ts';
import type { VoicePort, VoiceText } from './voice-port.ts';
import { SAMPLE_RATE } from './voice-protocol.ts';

/** In UTF-16 units: about two minutes of speech, which is as much as is kept in memory for one request. */
const LONGEST_TEXT = 2000;
/** How many sounds are made ready ahead. */
const MOST_PREPARED = 2;
/** An alarm is never set later than this, in milliseconds: the audio clock and the machine's drift apart. */
const LATEST_LOOK = 250;
/** So long before its last sample is played a request has ended, in seconds: alarms and audio clocks are late by some of it. */
const HANDOVER = 0.03;
/** An output whose clock stands still for so long, in milliseconds and in looks, has lost its device; one look may be late. */
const STILL = { time: 1000, looks: 4 };

export interface EmbeddedVoiceOptions extends SpeechAudioPorts {
  voices: readonly Voice[];
  port: VoicePort;
}

/** Where a request ended, on the clock of its output in samples. */
interface LastEnd {
  output: SoundOutput;
  frame: number;
}

/** Told once a request has ended or failed, where it ended, and why it failed. */
type Over = (end: LastEnd | null, fault: SpeechFault | null) => void;

/** The voice that comes in the package: synthesised in the background, played here. */
export function createEmbeddedVoice(options: EmbeddedVoiceOptions): Engine {
  return new EmbeddedVoice(options);
}

class EmbeddedVoice implements Engine {
  readonly name = 'embedded';
  readonly #options: EmbeddedVoiceOptions;
  readonly #audio: SpeechAudio;
  #prepared: SynthesizedSound[] = [];
  #playback: Playback | null = null;
  /** Null while one is played, and where the last request was cut off. */
  #lastEnd: LastEnd | null = null;

  constructor(options: EmbeddedVoiceOptions) {
    this.#options = options;
    this.#audio = new SpeechAudio(options);
  }

  voices(): readonly Voice[] {
    return this.#options.voices;
  }

  /** They are always the same. */
  onVoices(): void {}

  longestText(): number {
    return LONGEST_TEXT;
  }

  prepare(request: SpeechRequest): void {
    const text = textOf(request);
    if (this.#prepared.some((sound) => sound.fault === null && isSame(sound.text, text))) return;
    this.#prepared.push(this.#synthesize(text));
    while (this.#prepared.length > MOST_PREPARED) this.#prepared.shift()?.drop();
  }

  speak(request: SpeechRequest, listener: SpeechListener): void {
    const after = this.#lastEnd;
    this.#silence();
    const sound = this.#take(textOf(request));
    const playback = new Playback(this.#options.clock, listener, sound, (end, fault) => {
      if (this.#playback !== playback) return;
      this.#playback = null;
      this.#lastEnd = end;
      if (fault === 'audio-busy') this.#audio.discard();
      else this.#audio.rest();
    });
    this.#playback = playback;
    this.#audio.open((output) => {
      if (this.#playback !== playback) return;
      const pause = Math.round((request.pauseBefore / 1000) * SAMPLE_RATE);
      if (output === null) playback.fail('not-allowed');
      else playback.begin(output, request.volume, after?.output === output ? after.frame + pause : null);
    });
  }

  /** What is made ready and not whole yet is dropped, too: somebody goes elsewhere, or stops. */
  cancel(): void {
    for (const sound of this.#prepared) if (!sound.isWhole) sound.drop();
    this.#prepared = this.#prepared.filter((sound) => sound.isWhole);
    this.#silence();
  }

  #silence(): void {
    this.#playback?.cut();
    this.#playback = null;
    this.#lastEnd = null;
    this.#audio.rest();
  }

  #take(text: VoiceText): SynthesizedSound {
    const ready = this.#prepared.find((sound) => sound.fault === null && isSame(sound.text, text));
    this.#prepared = this.#prepared.filter((sound) => sound !== ready && sound.fault === null);
    return ready ?? this.#synthesize(text);
  }

  #synthesize(text: VoiceText): SynthesizedSound {
    return new SynthesizedSound(text, this.#options.port);
  }
}

/** One request that is played. */
class Playback {
  readonly #clock: Clock;
  readonly #listener: SpeechListener;
  readonly #sound: SynthesizedSound;
  readonly #over: Over;
  #playing: { output: SoundOutput; track: AudioTrack } | null = null;
  #added = 0;
  #hasStarted = false;
  #nextWord = 0;
  #isOver = false;
  #takeBackAlarm = () => {};
  /** Where the output's clock stood, since when, and how often it was found there. */
  #still = { at: Number.NaN, since: 0, looks: 0 };

  constructor(clock: Clock, listener: SpeechListener, sound: SynthesizedSound, over: Over) {
    this.#clock = clock;
    this.#listener = listener;
    this.#sound = sound;
    this.#over = over;
    sound.onChange(() => this.#update());
  }

  /** @param begin on the output's clock, in samples; null for as soon as possible */
  begin(output: SoundOutput, volume: number, begin: number | null): void {
    this.#playing = { output, track: new AudioTrack(output, volume, begin) };
    this.#update();
  }

  fail(fault: SpeechFault): void {
    if (this.#isOver) return;
    this.cut();
    this.#over(null, fault);
    this.#listener.failed(fault);
  }

  /** Falls silent; nobody is told anything any more. */
  cut(): void {
    this.#isOver = true;
    this.#takeBackAlarm();
    this.#sound.drop();
    this.#playing?.track.cut();
  }

  #update(): void {
    if (this.#isOver) return;
    const { fault, pieces } = this.#sound;
    if (fault !== null) this.fail(fault);
    else if (this.#playing !== null) {
      for (const piece of pieces.slice(this.#added)) this.#playing.track.add(piece);
      this.#added = pieces.length;
      this.#look();
    }
  }

  /** Looks at the output's clock, tells what is heard now, and comes back for what is heard next. */
  #look(): void {
    this.#takeBackAlarm();
    if (this.#isOver || this.#playing === null) return;
    const { output, track } = this.#playing;
    const heard = output.heardUntil;
    const begun = track.timeOf(0);
    if (!this.#hasStarted && begun !== null && heard >= begun) {
      this.#hasStarted = true;
      this.#listener.started();
    }
    // Whoever is told may cancel it.
    if (!this.#isOver) this.#tellWord(track, heard);
    if (this.#isOver) return;
    // The next request is handed over before the last sound has left the loudspeaker: no gap is to be heard between.
    const end = (track.end ?? 0) / SAMPLE_RATE - HANDOVER;
    if (this.#sound.isWhole && output.playedUntil >= end) {
      this.#finish(output, track);
      return;
    }
    if (this.#standsStill(output)) {
      this.fail('audio-busy');
      return;
    }
    const next = this.#hasStarted ? this.#timeOfWord(track) : begun;
    const rest = end - output.playedUntil;
    const never = Number.POSITIVE_INFINITY;
    // Where all that is here was played, the next piece will wake it.
    const until = Math.min(next === null ? never : next - heard, rest <= 0 ? never : rest);
    const wait = Math.min(LATEST_LOOK, Math.max(1, Math.ceil(until * 1000)));
    this.#takeBackAlarm = this.#clock.after(wait, () => this.#look());
  }

  #standsStill({ playedUntil }: SoundOutput): boolean {
    const now = this.#clock.now();
    if (playedUntil !== this.#still.at) this.#still = { at: playedUntil, since: now, looks: 0 };
    this.#still.looks++;
    return now - this.#still.since >= STILL.time && this.#still.looks > STILL.looks;
  }

  /** The newest of the words that are due: an alarm may be late. */
  #tellWord(track: AudioTrack, heard: number): void {
    let due: number | null = null;
    for (let time = this.#timeOfWord(track); time !== null && time <= heard; time = this.#timeOfWord(track)) {
      due = this.#nextWord;
      this.#nextWord++;
    }
    const word = due === null ? undefined : this.#sound.words[due];
    if (word) this.#listener.word(word[0], word[1]);
  }

  #timeOfWord(track: AudioTrack): number | null {
    const word = this.#sound.words[this.#nextWord];
    return word === undefined ? null : track.timeOf(word[2]);
  }

  #finish(output: SoundOutput, track: AudioTrack): void {
    if (!this.#hasStarted) this.#listener.started();
    // A last word may be on its way to the loudspeaker still, or have no sound of its own.
    const word = this.#sound.words.slice(this.#nextWord).at(-1);
    if (word && !this.#isOver) this.#listener.word(word[0], word[1]);
    if (this.#isOver) return;
    this.#isOver = true;
    this.#over(track.end === null ? null : { output, frame: track.end }, null);
    this.#listener.ended();
  }
}

function textOf({ text, voice, rate, pitch }: SpeechRequest): VoiceText {
  return { text, voice: voice.id, rate, pitch };
}

function isSame(one: VoiceText, other: VoiceText): boolean {
  return one.text === other.text && one.voice === other.voice && one.rate === other.rate && one.pitch === other.pitch;
}
