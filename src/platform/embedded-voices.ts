import voices from '../../assets/voice/voices.json' with { type: 'json' };
import type { Voice } from '../speech/engine.ts';
import { primaryLanguage } from '../text/primary-language.ts';

/** How one of the voices in the package speaks when nothing is changed. */
export interface VoiceManner {
  /** One of eSpeak's variants of a voice; empty for the voice as it is. */
  variant: string;
  wordsPerMinute: number;
  /** From 0 to 99, as eSpeak counts; 50 is the voice's own. */
  pitch: number;
  /** How much the pitch moves, from 0 to 99. */
  range: number;
}

/** What the synthesiser needs to know of a voice. */
export interface EmbeddedVoice {
  id: string;
  /** BCP 47. */
  language: string;
  /** Its file within eSpeak's folder "lang". */
  file: string;
  /** Whose words and rules of pronunciation it takes: a name of eSpeak's dictionaries. */
  dictionary: string;
  /** How much it can be hurried; see `tempoOf`. */
  shortening: number;
  manner: VoiceManner;
}

interface LanguageRow {
  language: string;
  voice: string;
  dictionary?: string;
  shortening?: number;
}

/** In an id, what tells the second voice of a language from the first; private use in BCP 47. */
const SECOND = '-x-second';

const rows: readonly LanguageRow[] = voices.languages;

/** The voices in the package: two of each language, so that quotations may be told from the rest. */
export const EMBEDDED_VOICES: readonly EmbeddedVoice[] = rows.flatMap(
  ({ language, voice, dictionary, shortening = 1 }) => {
    const same = { language, file: voice, dictionary: dictionary ?? primaryLanguage(language), shortening };
    return [
      { ...same, id: language, manner: voices.manners.first },
      { ...same, id: `${language}${SECOND}`, manner: voices.manners.second },
    ];
  },
);

/** Where a page says the language alone, what most of its readers expect. */
const DEFAULT_REGIONS = new Set(['en-US', 'es-ES', 'pt-BR']);

/**
 * The voices in the package as a person chooses among them, the first of each language before its second.
 * @param interfaceLanguage BCP 47; what languages are named in
 */
export function listEmbeddedVoices(interfaceLanguage: string): Voice[] {
  const names = new Intl.DisplayNames([interfaceLanguage, 'en'], { type: 'language' });
  return EMBEDDED_VOICES.map(({ id, language }) => {
    const isSecond = id.endsWith(SECOND);
    const name = names.of(language) ?? language;
    return {
      engine: 'embedded',
      id,
      name: isSecond ? `${name} 2` : name,
      language,
      isLocal: true,
      isDefault: !isSecond && (!language.includes('-') || DEFAULT_REGIONS.has(language)),
    };
  });
}

export function findEmbeddedVoice(id: string): EmbeddedVoice | null {
  return EMBEDDED_VOICES.find((voice) => voice.id === id) ?? null;
}

/** The file in the package with what a dictionary's languages need. */
export function dictionaryFile(dictionary: string): string {
  return `voice-${dictionary}.bin`;
}

/** The file in the package with what every voice needs. */
export const COMMON_FILE = 'voice-common.bin';
