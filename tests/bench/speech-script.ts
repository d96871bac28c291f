import { JSDOM, VirtualConsole } from 'jsdom';
import { readArticle } from '../../src/article/read-article.ts';
import { READING_DATA } from '../../src/article/reading-data.ts';
import { compileRules } from '../../src/article/reading-rules.ts';
import { createEspeak } from '../../src/platform/espeak.ts';
import { SAMPLE_RATE } from '../../src/platform/voice-protocol.ts';
import { buildScript } from '../../src/speech/build-script.ts';
import type { SpokenPiece, SpokenSentence } from '../../src/speech/script.ts';
import { sourceOf } from '../../src/speech/spoken-place.ts';
import { loadStrippedSynthesizer, readVoiceFile } from '../platform/real-espeak.ts';

/** A sample as loud as this is heard; of 32,767. */
export const HEARD = 300;

/** The first piece of a sentence as the embedded voice says it; times in milliseconds from its first sample. */
export interface ExpectedSentence {
  /** As it stands in the article. */
  text: string;
  /** Whether all of it is this one piece. */
  isWhole: boolean;
  pause: number;
  /** When the first and the last sound is to be heard, and the length. */
  first: number;
  last: number;
  length: number;
  words: { text: string; time: number }[];
}

export interface ExpectedSpeech {
  sentences: ExpectedSentence[];
  /** Time of synthesis in times of the length of the sound, in Node. */
  realTimeFactor: number;
}

/** What is to be heard of a page: read, cut and spoken as the reading view does it. */
export async function expectSpeech(html: string, url: string, voice: string, rate: number): Promise<ExpectedSpeech> {
  const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
  const reading = readArticle(window.document, { window, rules: compileRules(READING_DATA) });
  if (reading === null) throw new Error('there is no article');
  const { article } = reading;
  const texts = new Map(article.blocks.map(({ id, text }) => [id, text]));
  texts.set('title', article.title);
  const script = buildScript(
    article.blocks.map(({ id, kind, text }) => ({ id, kind, text, language: null, label: null, silent: [] })),
    {
      title: article.title,
      titleBlock: 'title',
      language: article.language,
      read: { caption: false, table: false, code: false, note: false },
      quotations: 'plain',
      quotes: [],
      pronunciations: [],
    },
  );
  const espeak = createEspeak(readVoiceFile, loadStrippedSynthesizer);
  // The first is cold, and would be counted among the others.
  await espeak.synthesize({ text: 'Ready.', voice, rate, pitch: 1 }, () => undefined);
  const sentences: ExpectedSentence[] = [];
  let spent = 0;
  let sounded = 0;
  for (const sentence of script) {
    const [piece] = sentence.pieces;
    if (!piece) continue;
    const samples: number[] = [];
    const words: ExpectedSentence['words'] = [];
    const started = performance.now();
    await espeak.synthesize({ text: piece.text, voice, rate, pitch: 1 }, (sound, times) => {
      for (const sample of sound) samples.push(sample);
      for (const [start, end, sample] of times)
        words.push({ text: wordOf(sentence, piece, [start, end], texts), time: (sample / SAMPLE_RATE) * 1000 });
    });
    spent += performance.now() - started;
    sounded += (samples.length / SAMPLE_RATE) * 1000;
    const timeOf = (sample: number) => (sample / SAMPLE_RATE) * 1000;
    const { span } = sentence;
    sentences.push({
      text: texts.get(span?.block ?? '')?.slice(span?.start, span?.end) ?? '',
      isWhole: sentence.pieces.length === 1,
      pause: piece.pauseBefore / rate,
      first: timeOf(samples.findIndex((sample) => Math.abs(sample) >= HEARD)),
      last: timeOf(samples.findLastIndex((sample) => Math.abs(sample) >= HEARD)),
      length: timeOf(samples.length),
      words,
    });
  }
  return { sentences, realTimeFactor: spent / sounded };
}

function wordOf(
  sentence: SpokenSentence,
  piece: SpokenPiece,
  range: readonly [number, number],
  texts: ReadonlyMap<string, string>,
): string {
  const span = sourceOf(sentence, piece, range);
  return span === null ? '' : (texts.get(span.block)?.slice(span.start, span.end) ?? '');
}
