import { primaryLanguage } from '../text/primary-language.ts';
import type { Range } from '../text/span.ts';

/** A stretch of a text in one language. */
export interface ScriptRun {
  range: Range;
  /** BCP 47. */
  language: string;
}

/** A script that a voice of another language cannot read, and what to take a text in it for. */
interface Script {
  /** The language of its words, where the text around them is in another script. */
  language: string;
  letters: string;
  /** Fewer letters than this are no word but a sign, such as π. */
  fewest: number;
  /** The languages that are written in it; Latin is that of all that stand nowhere here. */
  languages: readonly string[];
}

const SCRIPTS: readonly Script[] = [
  {
    language: 'ar',
    letters: String.raw`\p{sc=Arab}`,
    fewest: 2,
    languages: ['ar', 'ckb', 'fa', 'ps', 'sd', 'ug', 'ur'],
  },
  { language: 'he', letters: String.raw`\p{sc=Hebr}`, fewest: 2, languages: ['he', 'iw', 'yi'] },
  {
    language: 'ru',
    letters: String.raw`\p{sc=Cyrl}`,
    fewest: 2,
    languages: ['be', 'bg', 'kk', 'ky', 'mk', 'mn', 'ru', 'sr', 'tg', 'uk', 'uz'],
  },
  { language: 'el', letters: String.raw`\p{sc=Grek}`, fewest: 3, languages: ['el'] },
  { language: 'hi', letters: String.raw`\p{sc=Deva}`, fewest: 2, languages: ['hi', 'mr', 'ne', 'sa'] },
  { language: 'th', letters: String.raw`\p{sc=Thai}`, fewest: 2, languages: ['th'] },
  { language: 'ko', letters: String.raw`\p{sc=Hang}`, fewest: 2, languages: ['ko'] },
  { language: 'ja', letters: String.raw`\p{sc=Hira}\p{sc=Kana}`, fewest: 2, languages: ['ja'] },
  { language: 'zh', letters: String.raw`\p{sc=Han}`, fewest: 2, languages: ['ja', 'ko', 'yue', 'zh'] },
  { language: 'en', letters: String.raw`\p{sc=Latn}`, fewest: 3, languages: [] },
];

/** Letters that tell a language from the usual one of its script. */
const TELLING: readonly [RegExp, string][] = [
  [/[ґєії]/iu, 'uk'],
  [/[ٹڈڑںے]/u, 'ur'],
  [/[پچژگ]/u, 'fa'],
];
const NON_SCRIPTED = String.raw`\p{sc=Zyyy}\p{sc=Zinh}`;
/** Languages that are written in Latin letters too. */
const ALSO_LATIN = ['sr', 'uz', 'kk', 'ku'];

interface Reading {
  /** Letters of scripts that the language is not written in. */
  foreign: RegExp;
  scripts: readonly { script: Script; run: RegExp }[];
}

const READINGS = new Map<string, Reading>();

/**
 * Cuts a text where words of another script than its language's begin and end: each in the language that the script suggests.
 * Ranges in order and without gaps. Linear in the text.
 */
export function findScriptRuns(text: string, language: string): ScriptRun[] {
  const whole: Range = [0, text.length];
  const reading = readingOf(primaryLanguage(language));
  if (!reading.foreign.test(text)) return [{ range: whole, language }];
  const found: ScriptRun[] = [];
  for (const { script, run } of reading.scripts)
    for (const { 0: words, index } of text.matchAll(run))
      if ((words.match(/\p{L}/gu)?.length ?? 0) >= script.fewest) found.push(runOf(words, index, script));
  found.sort((one, other) => one.range[0] - other.range[0]);
  return fillGaps(found, whole, language);
}

function runOf(words: string, start: number, script: Script): ScriptRun {
  const telling = TELLING.find(([letters, told]) => script.languages.includes(told) && letters.test(words));
  return { range: [start, start + words.length], language: telling?.[1] ?? script.language };
}

function fillGaps(found: readonly ScriptRun[], [from, to]: Range, language: string): ScriptRun[] {
  const runs: ScriptRun[] = [];
  let at = from;
  for (const run of found) {
    if (run.range[0] < at) continue;
    if (run.range[0] > at) runs.push({ range: [at, run.range[0]], language });
    runs.push(run);
    at = run.range[1];
  }
  if (to > at) runs.push({ range: [at, to], language });
  return runs;
}

function readingOf(primary: string): Reading {
  const known = READINGS.get(primary);
  if (known !== undefined) return known;
  const written = SCRIPTS.filter(({ languages }) => languages.includes(primary));
  const latin = SCRIPTS.filter(({ language }) => language === 'en');
  const own = written.length === 0 || ALSO_LATIN.includes(primary) ? [...written, ...latin] : written;
  const others = SCRIPTS.filter((script) => !own.includes(script));
  const reading: Reading = {
    foreign: new RegExp(`[${others.map(({ letters }) => letters).join('')}]`, 'u'),
    scripts: others.map((script) => ({ script, run: runPattern(script.letters) })),
  };
  READINGS.set(primary, reading);
  return reading;
}

/** Words of a script with no more than a few spaces and signs between them. */
function runPattern(letters: string): RegExp {
  return new RegExp(String.raw`[${letters}](?:[${letters}\p{M}]|[${NON_SCRIPTED}]{1,3}(?=[${letters}]))*`, 'gu');
}
