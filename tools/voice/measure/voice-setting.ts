/** One way in which a voice may speak. */
export interface VoiceSetting {
  /** A file of eSpeak NG's folder "lang", or a voice of Flite as "flite:slt". */
  voice: string;
  /** A file of eSpeak NG's folder "voices/!v", a path to a file of one's own, or "default" for the voice as it is. */
  variant: string;
  wordsPerMinute: number;
  /** From 0 to 99, as eSpeak counts. */
  pitch: number;
  /** How much the pitch moves, from 0 to 99. */
  range: number;
  /** How many times as fast, as a reader of the article sets it. */
  speed: number;
  /** The effects of SoX that the sound goes through before it is recognised, or "none". */
  filter: string;
}

/** All combinations of what the lists name, the last list turning fastest. */
export function combineSettings(lists: Record<keyof VoiceSetting, readonly string[]>): VoiceSetting[] {
  let settings: Record<string, string>[] = [{}];
  for (const [name, values] of Object.entries(lists))
    settings = settings.flatMap((setting) => values.map((value) => ({ ...setting, [name]: value })));
  return settings.map(({ voice = '', variant = '', filter = '', ...numbers }) => ({
    voice,
    variant,
    wordsPerMinute: Number(numbers.wordsPerMinute),
    pitch: Number(numbers.pitch),
    range: Number(numbers.range),
    speed: Number(numbers.speed),
    filter,
  }));
}
