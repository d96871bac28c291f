import type { PlacedEntry } from '../../src/command-line/entries.ts';
import type { GlossaryEntry } from '../../src/glossary/entry.ts';
import { formsOf } from '../../src/glossary/forms.ts';
import { findTokens } from '../../src/glossary/tokens.ts';
import { readEverydayWords, readLines } from './everyday-words.ts';

/** So many words fit on a card and in the memory of who reads it. */
export const MOST_WORDS = 25;
const LISTS = new URL('../../assets/glossary-checks/', import.meta.url);
const MONTH = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/;
const SHORT_ACRONYM = /^\p{Lu}{2,3}$/u;
const WORD = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu;
/** Small words of other languages within names: "Ahrar al-Sham", "Rio de Janeiro". */
const PARTICLE = /^(?:al|el|ad|an|as|ash|bin|ibn|de|da|do|dos|del|la|le|du|van|von|der|y|e|i)$/;

/** Everything that is wrong with entries one by one and beside each other, each with its place, in plain words. */
export function checkEntries(entries: readonly PlacedEntry[], thisMonth: string): string[] {
  const isEveryday = readEverydayWords();
  const kinds = new Set(readLines(new URL('kinds.txt', LISTS)));
  const loaded = readLines(new URL('loaded-words.txt', LISTS));
  return [
    ...entries.flatMap(({ entry, place }) =>
      [
        ...faultsOfMeaning(entry, loaded, isEveryday),
        ...faultsOfMatching(entry, isEveryday),
        ...(kinds.has(entry.kind) ? [] : [`"${entry.kind}" is not in kinds.txt`]),
        ...(MONTH.test(entry.asof) && entry.asof <= thisMonth ? [] : [`"${entry.asof}" is no month up to now`]),
      ].map((fault) => `${place}: ${entry.term}: ${fault}`),
    ),
    ...faultsOfOrder(entries),
    ...faultsOfSharing(entries),
  ];
}

function faultsOfMeaning(
  entry: GlossaryEntry,
  loaded: readonly string[],
  isEveryday: (word: string) => boolean,
): string[] {
  const { is } = entry;
  const faults: string[] = [];
  const count = is.split(/\s+/).length;
  if (count > MOST_WORDS) faults.push(`the meaning has ${count} words, more than ${MOST_WORDS}`);
  if (!/^[\p{Lu}\p{N}].*\.$/su.test(is) || /[<>\n]/.test(is))
    faults.push('the meaning is not one line that begins with a capital and ends with a full stop');
  const spaced = ` ${is.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, ' ')} `;
  for (const word of loaded) if (spaced.includes(` ${word} `)) faults.push(`"${word}" is a loaded word`);
  const own = new Set([entry.term, entry.full ?? ''].join(' ').toLowerCase().match(WORD) ?? []);
  // A word with a capital is a name, or the first word, which mostly is "A" or "The".
  const strange = [...is.matchAll(WORD)]
    .map(([word]) => word.replace(/['’]s$/, ''))
    .filter((word) => !/\p{Lu}/u.test(word) && !PARTICLE.test(word) && !isEveryday(word) && !own.has(word));
  for (const word of new Set(strange)) faults.push(`"${word}" is not an everyday word`);
  return faults;
}

function faultsOfMatching(entry: GlossaryEntry, isEveryday: (word: string) => boolean): string[] {
  const faults: string[] = [];
  if (entry.match === 'with-cues' && entry.cues.length === 0) faults.push('"match: with-cues" needs cues');
  if (
    entry.cues.length === 0 &&
    entry.level !== 0 &&
    [entry.term, ...entry.also].some((form) => SHORT_ACRONYM.test(form))
  )
    faults.push('an acronym of two or three letters means many things: cues are needed');
  for (const form of [entry.term, ...entry.also]) {
    if (findTokens(form).length !== 1 || entry.match !== null) continue;
    const lower = form.toLowerCase();
    if (form !== lower && isEveryday(lower))
      faults.push(`"${form}" is a common word in small letters: "match: caps-only"`);
  }
  return faults;
}

function faultsOfOrder(entries: readonly PlacedEntry[]): string[] {
  const faults: string[] = [];
  entries.forEach(({ entry, place }, index) => {
    const before = entries[index - 1];
    if (before === undefined || fileOf(before.place) !== fileOf(place)) return;
    if (orderOf(before.entry) > orderOf(entry))
      faults.push(`${place}: ${entry.term} must stand before ${before.entry.term}`);
  });
  return faults;
}

function fileOf(place: string): string {
  return place.replace(/:\d+$/, '');
}

/** What entries are sorted by. */
export function orderOf({ term, full }: GlossaryEntry): string {
  return `${term.toLowerCase()}\n${(full ?? '').toLowerCase()}`;
}

function faultsOfSharing(entries: readonly PlacedEntry[]): string[] {
  const owners = new Map<string, Set<PlacedEntry>>();
  for (const placed of entries)
    for (const { keys } of formsOf(placed.entry)) {
      const form = keys.join(' ');
      owners.set(form, (owners.get(form) ?? new Set()).add(placed));
    }
  const faults: string[] = [];
  for (const [form, sharing] of owners) {
    if (sharing.size < 2) continue;
    const places = [...sharing].map(({ place }) => place).join(' and ');
    for (const { entry, place } of sharing)
      if (entry.cues.length === 0)
        faults.push(`${place}: ${entry.term}: "${form}" is shared by ${places}: cues are needed`);
  }
  return faults;
}
