import type { TextBlock } from '../article/article.ts';
import { unpackGlossary } from '../glossary/compact-glossary.ts';
import { lookUp, readDictionary } from '../glossary/dictionary.ts';
import type { GlossaryEntry } from '../glossary/entry.ts';
import { findTerms } from '../glossary/find-terms.ts';
import { createMatcher, type Matcher } from '../glossary/matcher.ts';
import { findSpeakers } from '../speakers/find-speakers.ts';
import { readAttributionModel } from '../speakers/model.ts';
import { isEnglish } from '../text/is-english.ts';
import type { SpeakersReply, TermsReply, WordReply } from './messages.ts';
import { once } from './once.ts';

const MODEL_FILE = 'attribution.bin';
const GLOSSARY_FILE = 'glossary.bin';
const DICTIONARY_FILE = 'dictionary.bin';

/** What the reader has written and said of terms. */
export interface OwnTerms {
  /** The reader's own glossary; the same array as long as nothing changes. */
  entries(): Promise<readonly GlossaryEntry[]>;
  /** Ids of the terms that the reader knows. */
  known(): Promise<readonly string[]>;
}

/** What is asked of an article in the background, where the models are kept. */
export interface ArticleQuestions {
  findSpeakers(blocks: readonly TextBlock[], language: string | null): Promise<SpeakersReply>;
  findTerms(blocks: readonly TextBlock[], language: string | null): Promise<TermsReply>;
  lookUpWord(word: string, opensSentence: boolean): Promise<WordReply>;
}

/** Each model is read from the package with the first question that needs it. */
export function createArticleQuestions(
  readFile: (path: string) => Promise<Uint8Array>,
  own: OwnTerms,
): ArticleQuestions {
  const model = once(async () => readAttributionModel(await readFile(MODEL_FILE)));
  const dictionary = once(async () => readDictionary(await inflate(await readFile(DICTIONARY_FILE))));
  const glossary = once(async () =>
    unpackGlossary(new TextDecoder().decode(await inflate(await readFile(GLOSSARY_FILE)))),
  );
  const matchers = createMatchers();

  return {
    async findSpeakers(blocks, language) {
      const loaded = await model();
      return loaded === null ? 'no-model' : findSpeakers(blocks, language, loaded);
    },
    async findTerms(blocks, language) {
      const text = blocks.map((block) => block.text).join('\n');
      // The glossary is written in English: the names of other languages would meet the wrong entries.
      const entries = isEnglish(text, language) ? await glossary() : [];
      if (entries === null) return 'no-glossary';
      const [ownEntries, known] = await Promise.all([own.entries(), own.known()]);
      const { terms } = findTerms(blocks, matchers(entries, ownEntries));
      return { terms, known: [...known] };
    },
    async lookUpWord(word, opensSentence) {
      const loaded = await dictionary();
      return loaded === null ? 'no-dictionary' : (lookUp(loaded, word, opensSentence) ?? 'not-found');
    },
  };
}

/** Undoes deflate without a header (RFC 1951). Rejects where the bytes are no such thing. */
async function inflate(packed: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Keeps the matcher of the glossaries that were last asked for: building it takes longer than finding with it. */
function createMatchers(): (entries: readonly GlossaryEntry[], own: readonly GlossaryEntry[]) => Matcher {
  const kept = new Map<readonly GlossaryEntry[], { own: readonly GlossaryEntry[]; matcher: Matcher }>();
  return (entries, own) => {
    const found = kept.get(entries);
    if (found?.own === own) return found.matcher;
    const matcher = createMatcher(entries, own);
    // An empty glossary is a new array each time, and quick to build.
    if (entries.length > 0) kept.set(entries, { own, matcher });
    return matcher;
  };
}
