// PolNeAR, the Political News Attribution Relations corpus: Newell, Margolin and Ruths (2018), "An attribution relations
// corpus for political news", LREC. Its repository has a folder for each split, data/train and so on, with the articles in
// text/NAME.txt and what an annotator marked in attributions/NAME_ANNOTATOR.ann.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import reportingWords from '../../assets/language/reporting-words.json' with { type: 'json' };
import { isSpeechAct } from '../../src/speakers/speech-acts.ts';
import { type BratAttribution, readBratAttributions } from './brat-annotations.ts';
import { type CueMeanings, createCueMeanings } from './cue-meanings.ts';
import { paragraphsOf, type TrainingArticle } from './training-article.ts';

const REPORTING: ReadonlySet<string> = new Set([...reportingWords.en, 'according']);
const QUOTATION_MARK = /["“”]/;

/**
 * Reads the articles of one split of PolNeAR ("train", "dev"): from `train.ndjson.gz`, with one JSON object a line, where
 * the folder has it, else from the layout of the corpus's repository, given by the repository's folder or its `data`.
 * Throws where there is neither, and with the file's name where an annotation does not fit its text.
 */
export function readPolnear(folder: string, split: string): TrainingArticle[] {
  const lines = join(folder, `${split}.ndjson.gz`);
  if (existsSync(lines)) return readLines(lines);
  const [home] = [join(folder, 'data', split), join(folder, split)].filter(
    (each) => existsSync(join(each, 'text')) && existsSync(join(each, 'attributions')),
  );
  if (home !== undefined) return readRepository(home);
  throw new Error(
    `${folder} holds no PolNeAR: neither ${split}.ndjson.gz nor data/${split} with text and attributions is there.`,
  );
}

function readLines(file: string): TrainingArticle[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as TrainingArticle);
}

function readRepository(home: string): TrainingArticle[] {
  const meanings = createCueMeanings();
  const annotations = readdirSync(join(home, 'attributions'))
    .filter((name) => name.endsWith('.ann'))
    .sort();
  const names = readdirSync(join(home, 'text'))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -'.txt'.length))
    .sort();
  return names.flatMap((id) => {
    // A few articles were marked by all annotators, to see how far they agree: the first is taken.
    const file = annotations.find((name) => name.startsWith(`${id}_`) && !name.slice(id.length + 1).includes('_'));
    if (file === undefined) return [];
    // A checkout may have changed the ends of the lines, which the annotations count as one character each.
    const text = readFileSync(join(home, 'text', `${id}.txt`), 'utf8').replaceAll('\r\n', '\n');
    try {
      const marked = readBratAttributions(readFileSync(join(home, 'attributions', file), 'utf8'), text);
      const attributions = marked.map((each) => ({ ...each, speech: isSpeech(each, text, meanings) }));
      return [{ id, text, paragraphs: paragraphsOf(text), attributions }];
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

/**
 * PolNeAR marks what people support or want as well, and does not tell it from what they say. Of its train split this
 * judges 86 in 100 as `train.ndjson.gz` does.
 */
function isSpeech({ content, cue }: BratAttribution, text: string, meanings: CueMeanings): boolean {
  if (content.some((range) => QUOTATION_MARK.test(text.slice(...range)))) return true;
  const words = meanings.wordsOf(cue, text);
  return meanings.meanSpeaking(words) || words.some((word) => REPORTING.has(word)) || isSpeechAct(words.join(' '));
}
