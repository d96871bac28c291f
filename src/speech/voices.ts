import { isSameVoice } from './casting.ts';
import type { Voice } from './engine.ts';
import { FIT, languageFit } from './language-fit.ts';
import type { VoiceRole } from './script.ts';

/** What a voice is wanted for. */
export interface VoiceWish {
  /** BCP 47. */
  language: string;
  role: VoiceRole;
  /** The person's choice for that language; null where Lectern is to choose. */
  preferred: Pick<Voice, 'engine' | 'id'> | null;
  /** Not to be taken. */
  failed: readonly Voice[];
}

/** The kinds of voices, the best first. */
const KINDS = ['system', 'embedded', 'remote', 'odd'] as const;

/**
 * Voices that nobody would read with: novelties, singers and relics of macOS, and the variants of eSpeak ("+croak"). After
 * Hadrien Gardeur, web-speech-recommended-voices, "novelty" and "very low quality".
 */
const ODD_NAME =
  /^(?:Albert|Bad News|Bahh|Bells|Boing|Bubbles|Cellos|Deranged|Good News|Hysterical|Jester|(?:Pipe )?Organ|Superstar|Trinoids|Whisper|Wobble|Zarvox|Eddy|Flo|Fred|Grandma|Grandpa|Jacques|Junior|Kathy|Princess|Ralph|Reed|Rocko|Sandy|Shelley)\b|\+/;
/** The same voices, whose names are translated. */
const ODD_ID = /^com\.apple\.(?:eloquence|speech\.synthesis\.voice)\./;

/** How makers call their better voices. */
const GOOD = /\b(?:enhanced|premium|natural|neural|siri)\b/i;

/**
 * The voice for a language and role: the person's choice; else a local voice of the system for the language, of the region where
 * there is one, its default and better ones first; else the embedded voice; else an odd one, such as a novelty. A voice that
 * sends the text elsewhere is never taken unless the person chose it. The second role gets another voice of the same engine
 * where there is one that is not odd, else the same. Null where there is none.
 */
export function chooseVoice(voices: readonly Voice[], { language, role, preferred, failed }: VoiceWish): Voice | null {
  const avoided = new Set(failed.map(keyOf));
  const free = voices.filter((voice) => !avoided.has(keyOf(voice)));
  const own = preferred === null ? undefined : free.find((voice) => isSameVoice(voice, preferred));
  const ranked = rank(
    free.filter(({ isLocal }) => isLocal),
    language,
  );
  const first = own ?? ranked[0];
  if (first === undefined) return null;
  return role === 'first' ? first : (findSecond(first, ranked) ?? first);
}

/** The voices for a language, as they stand in a menu: from the best to the oddest, remote ones behind those of the machine. */
export function listVoices(voices: readonly Voice[], language: string): Voice[] {
  return rank(voices, language);
}

/** Names often carry the speaker first: "Samantha (Enhanced)" is Samantha. */
function findSecond(first: Voice, ranked: readonly Voice[]): Voice | undefined {
  return ranked.find(
    (voice) =>
      voice.engine === first.engine && !isOdd(voice) && !isSameVoice(voice, first) && speaker(voice) !== speaker(first),
  );
}

function speaker({ name }: Voice): string {
  return name.replace(/\s*\(.*$/, '').toLowerCase();
}

interface Ranked {
  voice: Voice;
  order: readonly number[];
}

function rank(voices: readonly Voice[], language: string): Voice[] {
  const fits = new Map<string, number | null>();
  const ranked: Ranked[] = [];
  for (const voice of voices) {
    // Some systems have thousands of voices, for some hundred languages.
    const key = `${voice.language} ${voice.isDefault}`;
    if (!fits.has(key)) fits.set(key, languageFit(voice.language, voice.isDefault, language));
    const fit = fits.get(key) ?? null;
    if (fit !== null) ranked.push({ voice, order: orderOf(voice, fit) });
  }
  return ranked.sort(compare).map(({ voice }) => voice);
}

/** What counts, the most important first; smaller is better. */
function orderOf(voice: Voice, fit: number): readonly number[] {
  const isForeign = fit >= FIT.script;
  const kind = KINDS.indexOf(kindOf(voice));
  return [isForeign ? 1 : 0, kind, fit, voice.isDefault ? 0 : 1, GOOD.test(voice.name) ? 0 : 1];
}

function kindOf(voice: Voice): (typeof KINDS)[number] {
  if (!voice.isLocal) return 'remote';
  if (voice.engine === 'embedded') return 'embedded';
  return isOdd(voice) ? 'odd' : 'system';
}

function isOdd({ engine, name, id }: Voice): boolean {
  return engine === 'system' && (ODD_NAME.test(name) || ODD_ID.test(id));
}

function compare(one: Ranked, other: Ranked): number {
  for (const [index, value] of one.order.entries()) {
    const difference = value - (other.order[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.voice.name < other.voice.name ? -1 : Number(one.voice.name > other.voice.name);
}

function keyOf({ engine, id }: Voice): string {
  return `${engine} ${id}`;
}
