// Which entries of the data, and which rules of make-up, have a hand in reading a page.
import type { Removal } from '../../src/article/article.ts';
import { EmbedRules } from '../../src/article/embed-rules.ts';
import { compileRules, type ReadingData, type ReadingRules } from '../../src/article/reading-rules.ts';
import { clutterByEntry, keepEntries, patternEntries, serviceId } from './rule-entries.ts';

/** The prefix of the ids of rules that are no data. */
export const STRUCTURE = 'structure/';

/** A pattern that tells what it was found in. All of RegExp's methods but `split` go through `exec`. */
class RecordingPattern extends RegExp {
  readonly #found: (text: string) => void;

  // What `split` makes of itself is to be a plain pattern.
  static override get [Symbol.species]() {
    return RegExp;
  }

  constructor(pattern: RegExp, found: (text: string) => void) {
    super(pattern.source, pattern.flags);
    this.#found = found;
  }

  override exec(text: string): RegExpExecArray | null {
    const match = super.exec(text);
    if (match !== null) this.#found(text);
    return match;
  }

  override [Symbol.split](text: string, limit?: number): string[] {
    this.exec(text);
    return super[Symbol.split](text, limit);
  }
}

class RecordingEmbeds extends EmbedRules {
  readonly addresses = new Set<string>();

  override targetOf(address: string) {
    this.addresses.add(address);
    return super.targetOf(address);
  }
}

/** Rules that read as those of `data` do, and remember what of the data fitted. */
export class RecordingRules {
  readonly rules: ReadingRules;
  readonly #embeds: RecordingEmbeds;
  /** By pattern, the texts that it was found in since the last page. */
  readonly #texts = new Map<string, Set<string>>();
  /** By pattern, what it is without any entry, and with one alone. */
  readonly #bare: ReadonlyMap<string, RegExp>;
  readonly #alone = new Map<string, { id: string; pattern: RegExp }[]>();
  readonly #services: readonly { id: string; rules: EmbedRules }[];

  constructor(data: ReadingData) {
    const compiled = compileRules({ ...data, clutter: clutterByEntry(data.clutter) });
    this.#embeds = new RecordingEmbeds(data.embeds);
    this.#services = data.embeds.services.map((service) => ({
      id: serviceId(service.address),
      rules: new EmbedRules({ ...data.embeds, services: [service] }),
    }));
    const alone = (id: string | null) => {
      const kept = keepEntries({ ...data, clutter: [] }, (entry) => entry === id);
      return patternsOf(compileRules(kept));
    };
    this.#bare = alone(null);
    for (const id of patternEntries(data))
      for (const [path, pattern] of alone(id))
        if (pattern.source !== this.#bare.get(path)?.source)
          this.#alone.set(path, [...(this.#alone.get(path) ?? []), { id, pattern }]);
    this.rules = {
      ...compiled,
      lines: (language) => this.#recorded(compiled.lines(language), 'lines'),
      head: { ...compiled.head, patterns: this.#recorded(compiled.head.patterns, 'head') },
      pictures: this.#recorded(compiled.pictures, 'pictures'),
      marks: this.#recorded(compiled.marks, 'marks'),
      embeds: this.#embeds,
    };
  }

  /**
   * The ids of what fitted since it was last asked. Of clutter and structure that is what took something out
   * (`removed`); of patterns, what was found in a text that the pattern would not be found in without its entries.
   */
  firedFor(removed: readonly Removal[]): Set<string> {
    const fired = new Set(
      removed.map(({ rule, reason }) => (reason.startsWith('clutter/') ? String(reason) : STRUCTURE + rule)),
    );
    for (const [path, texts] of this.#texts)
      for (const text of texts) {
        if (this.#bare.get(path)?.test(text)) continue;
        for (const { id, pattern } of this.#alone.get(path) ?? []) if (pattern.test(text)) fired.add(id);
      }
    for (const address of this.#embeds.addresses)
      for (const { id, rules } of this.#services) if (rules.targetOf(address) !== null) fired.add(id);
    this.#texts.clear();
    this.#embeds.addresses.clear();
    return fired;
  }

  #recorded<Group extends object>(group: Group, name: string): Group {
    const recorded = Object.entries(group).map(([key, value]) => {
      const path = `${name}/${key}`;
      return [key, value instanceof RegExp ? new RecordingPattern(value, (text) => this.#note(path, text)) : value];
    });
    return Object.fromEntries(recorded) as Group;
  }

  #note(path: string, text: string) {
    const texts = this.#texts.get(path);
    if (texts === undefined) this.#texts.set(path, new Set([text]));
    else texts.add(text);
  }
}

/** The patterns that are made of entries, by group and name. */
function patternsOf({ lines, head, pictures, marks }: ReadingRules): Map<string, RegExp> {
  const found = new Map<string, RegExp>();
  for (const [group, patterns] of Object.entries({ lines: lines(null), head: head.patterns, pictures, marks }))
    for (const [name, pattern] of Object.entries(patterns))
      if (pattern instanceof RegExp) found.set(`${group}/${name}`, pattern);
  return found;
}
