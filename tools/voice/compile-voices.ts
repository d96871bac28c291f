import { COMMON_FILE, dictionaryFile, EMBEDDED_VOICES } from '../../src/platform/embedded-voices.ts';
import { packFiles } from '../../src/platform/packed-files.ts';
import { cutRussianDictionary, readCommonRussianWords } from './cut-russian.ts';
import type { VoicePackage } from './read-voice-package.ts';

/** What eSpeak reads as it starts. */
const COMMON = ['phontab', 'phonindex', 'phondata', 'intonations'];

/**
 * The files of the voices in the package: what all share, and one of each dictionary.
 * @throws where eSpeak's package lacks something that assets/voice/voices.json names
 */
export function compileVoices({ files }: VoicePackage): Record<string, Uint8Array> {
  const pick = (names: Iterable<string>) =>
    new Map(
      Array.from(new Set(names), (name) => {
        const bytes = files.get(name);
        if (!bytes) throw new Error(`assets/voice/voices.json: eSpeak NG has no "${name}"`);
        return [name, bytes] as const;
      }),
    );
  const variants = EMBEDDED_VOICES.map(({ manner }) => manner.variant).filter((variant) => variant !== '');
  // eSpeak looks only once which languages there are, as it starts; what they are is small, and their words are not.
  const definitions = EMBEDDED_VOICES.map(({ file }) => `lang/${file}`);
  const compiled: Record<string, Uint8Array> = {
    [COMMON_FILE]: packFiles(pick([...COMMON, ...variants.map((name) => `voices/!v/${name}`), ...definitions])),
  };
  for (const { dictionary } of EMBEDDED_VOICES)
    compiled[dictionaryFile(dictionary)] ??= packFiles(cutToFit(pick([`${dictionary}_dict`])));
  return compiled;
}

/** Russian alone is larger than all others together. */
function cutToFit(files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const russian = files.get('ru_dict');
  if (russian) files.set('ru_dict', cutRussianDictionary(russian, readCommonRussianWords()));
  return files;
}
