// What Lectern uses of eSpeak NG as Emscripten has compiled it. tools/voice/strip-synthesizer.ts makes the script.

/** Something that happens at a place of the sound. */
export interface EspeakEvent {
  type: string;
  /** In code points of the text, from 1. */
  text_position: number;
  /** In milliseconds from the beginning of the sound. */
  audio_position: number;
}

/** eSpeak NG with its settings. All answers are eSpeak's: 0 where it went well. */
export interface EspeakWorker {
  /** @param name a file of the folder "lang", with "+" and a variant behind it where one is wanted */
  set_voice(name: string): number;
  /** In words a minute, from 80 to 450; beyond, it goes no faster. */
  set_rate(rate: number): void;
  /** From 0 to 99. */
  set_pitch(pitch: number): void;
  /** From 0 to 99. */
  set_range(range: number): void;
  /**
   * Comes back when all is synthesised.
   * @param receive is given a tenth of a second of sound at a time; it ends the synthesis by answering true
   */
  synthesize(text: string, receive: (samples: Int16Array, events: EspeakEvent[]) => boolean): void;
}

export interface EspeakModule {
  /** The synthesiser's own files, in memory. */
  FS: {
    mkdirTree(path: string): void;
    writeFile(path: string, bytes: Uint8Array): void;
  };
  /** Reads its files; there can be one only. */
  eSpeakNGWorker: new () => EspeakWorker;
}

/** Makes the synthesiser, which has no files yet. */
export type CreateEspeakModule = (settings: {
  print(line: string): void;
  printErr(line: string): void;
}) => Promise<EspeakModule>;
