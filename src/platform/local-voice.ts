/** Speaks a few sentences with a voice of this machine; what is spoken leaves it for nobody. */
export interface LocalVoice {
  /** Whether there is a voice for a language (BCP 47) now; voices may come late. */
  canSpeak(language: string): boolean;
  /** Calls `listener` whenever other voices have come, until `signal` is aborted. */
  onVoices(listener: () => void, signal: AbortSignal): void;
  /** Resolves once all is spoken, it is stopped, or the voice fails. */
  speak(text: string, language: string): Promise<void>;
  stop(): void;
}

/** A machine may take a request to speak and never answer; a short text is spoken in less than this, in milliseconds. */
const PATIENCE = 60_000;

/** Where the browser has no speech, or the machine no voice of its own, `canSpeak` is false for every language. */
export function createLocalVoice(window: Pick<Window, 'speechSynthesis'> & typeof globalThis): LocalVoice {
  const synthesis: SpeechSynthesis | undefined = window.speechSynthesis;
  const voiceFor = (language: string) => {
    const primary = language.toLowerCase().split('-')[0] ?? '';
    // Others send the text to a server.
    return synthesis?.getVoices().find(({ lang, localService }) => localService && isOf(primary, lang)) ?? null;
  };
  return {
    canSpeak: (language) => voiceFor(language) !== null,
    onVoices: (listener, signal) => synthesis?.addEventListener?.('voiceschanged', listener, { signal }),
    stop: () => synthesis?.cancel(),
    speak(text, language) {
      const voice = voiceFor(language);
      if (synthesis === undefined || voice === null) return Promise.resolve();
      return new Promise((resolve) => {
        const utterance = new window.SpeechSynthesisUtterance(text);
        const timer = setTimeout(resolve, PATIENCE);
        const end = () => {
          clearTimeout(timer);
          resolve();
        };
        utterance.voice = voice;
        utterance.lang = voice.lang;
        utterance.addEventListener('end', end);
        utterance.addEventListener('error', end);
        synthesis.cancel();
        synthesis.speak(utterance);
      });
    },
  };
}

function isOf(primary: string, tag: string): boolean {
  return tag.toLowerCase().split(/[-_]/)[0] === primary;
}
