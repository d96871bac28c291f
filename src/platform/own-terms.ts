import type { GlossaryEntry } from '../glossary/entry.ts';
import { asGlossaryEntry, checkOwnEntry, keyOfOwnTerm, type OwnEntry, tidyOwnEntry } from '../glossary/own-entry.ts';
import type { OwnTerms } from './article-questions.ts';
import type { KnownTerms } from './known-terms.ts';
import type { KeepReply } from './messages.ts';
import type { OwnGlossary } from './own-glossary.ts';

/** What the reader has written and said of terms, for finding terms and for what is told from a reading view. */
export interface KeptTerms extends OwnTerms {
  /** Keeps in mind that the reader knows a term, or does not. Never rejects: at worst the term is explained once more. */
  know(id: string, term: string, isKnown: boolean): Promise<void>;
  /** Puts a term into the reader's own glossary; another way of writing it that is there stays. */
  keep(term: string, definition: string): Promise<KeepReply>;
}

/** Storage that cannot be read is as good as empty: the article's terms are explained all the same. */
export function createOwnTerms(glossary: OwnGlossary, known: KnownTerms): KeptTerms {
  let converted: { from: readonly OwnEntry[]; entries: readonly GlossaryEntry[] } = { from: [], entries: [] };
  return {
    async entries() {
      const own = await glossary.list().catch(() => converted.from);
      if (own !== converted.from) converted = { from: own, entries: own.map(asGlossaryEntry) };
      return converted.entries;
    },
    async known() {
      const terms = await known.list().catch(() => []);
      return terms.map(({ id }) => id);
    },
    know: (id, term, isKnown) => (isKnown ? known.add([{ id, term }]) : known.remove([id])).catch(() => undefined),
    async keep(term, definition) {
      try {
        const key = keyOfOwnTerm(term);
        const before = (await glossary.list()).find((entry) => keyOfOwnTerm(entry.term) === key);
        const entry = tidyOwnEntry({ term, also: before?.also ?? [], definition });
        if (checkOwnEntry(entry) !== null) return 'not-stored';
        const { surplus } = await glossary.put([entry]);
        return surplus.length > 0 ? 'full' : 'kept';
      } catch {
        return 'not-stored';
      }
    },
  };
}
