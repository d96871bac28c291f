// The single words, marks, phrases and patterns of the data that reading goes by, so that each can be switched off.
import type { ClutterRule } from '../../src/article/clutter-data.ts';
import type { ReadingData } from '../../src/article/reading-rules.ts';

/** A regular expression that fits nothing. A list that is joined must not become empty: that would fit everything. */
const NEVER = '(?!)';

/** Tells by its id, such as "clutter/share/marks/share-bar", whether an entry stays. */
type Stays = (id: string) => boolean;

/**
 * The data with only the entries that stay. Entries are the strings of all lists but those that hold names of a
 * standard (meta elements, character references), and the services of the embeds.
 */
export function keepEntries(data: ReadingData, stays: Stays): ReadingData {
  const { clutter, lineSigns, articleHead, embeds, pictures, blockMarks } = data;
  const kept = <Part>(part: Part, path: string) => keepInLists(part, path, stays) as Part;
  return {
    ...data,
    clutter: clutter.map((rule) => ({
      ...rule,
      marks: rule.marks.filter((mark) => stays(markId(rule, mark))),
      names: rule.names.filter((name) => stays(nameId(rule, name))),
      phrases: Object.fromEntries(
        Object.entries(rule.phrases).map(([language, phrases]) => [
          language,
          phrases.filter((phrase) => stays(phraseId(rule, phrase))),
        ]),
      ),
    })),
    lineSigns: kept(lineSigns, 'lineSigns'),
    articleHead: { ...articleHead, patterns: kept(articleHead.patterns, 'articleHead') },
    embeds: { ...embeds, services: embeds.services.filter(({ address }) => stays(serviceId(address))) },
    pictures: kept(pictures, 'pictures'),
    blockMarks: kept(blockMarks, 'blockMarks'),
  };
}

/** The ids of the entries, without those of the clutter, which are told apart by `clutterByEntry`. */
export function patternEntries(data: ReadingData): string[] {
  const ids: string[] = [];
  keepEntries({ ...data, clutter: [], embeds: { ...data.embeds, services: [] } }, (id) => ids.push(id) > 0);
  return ids;
}

export function serviceId(address: string): string {
  return `embeds/${address}`;
}

/** The clutter rules with a rule for each entry, in the same order, whose `reason` is the id of the entry. */
export function clutterByEntry(rules: readonly ClutterRule[]): ClutterRule[] {
  return rules.flatMap((rule) => {
    const of = (reason: string, entry: Partial<ClutterRule>) => ({
      ...rule,
      ...{ marks: [], names: [], phrases: {} },
      ...entry,
      reason,
    });
    return [
      ...rule.names.map((name) => of(nameId(rule, name), { names: [name] })),
      ...rule.marks.map((mark) => of(markId(rule, mark), { marks: [mark] })),
      ...Object.values(rule.phrases)
        .flat()
        .map((phrase) => of(phraseId(rule, phrase), { phrases: { und: [phrase] } })),
    ];
  });
}

function markId({ id }: ClutterRule, mark: string): string {
  return `clutter/${id}/marks/${mark}`;
}

function nameId({ id }: ClutterRule, name: string): string {
  return `clutter/${id}/names/${name}`;
}

/** A phrase stands once in a file, whatever its language. */
function phraseId({ id }: ClutterRule, phrase: string): string {
  return `clutter/${id}/phrases/${phrase}`;
}

function keepInLists(part: unknown, path: string, stays: Stays): unknown {
  if (Array.isArray(part)) {
    const kept = part.filter((entry) => stays(`${path}/${entry}`));
    return kept.length < part.length ? [...kept, NEVER] : part;
  }
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, keepInLists(value, `${path}/${name}`, stays)]),
  );
}
