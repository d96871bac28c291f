import advertisement from '../../assets/clutter/advertisement.json' with { type: 'json' };
import comments from '../../assets/clutter/comments.json' with { type: 'json' };
import cookie from '../../assets/clutter/cookie.json' with { type: 'json' };
import copyright from '../../assets/clutter/copyright.json' with { type: 'json' };
import hiddenLabel from '../../assets/clutter/hidden-label.json' with { type: 'json' };
import newsletter from '../../assets/clutter/newsletter.json' with { type: 'json' };
import related from '../../assets/clutter/related.json' with { type: 'json' };
import share from '../../assets/clutter/share.json' with { type: 'json' };
import tags from '../../assets/clutter/tags.json' with { type: 'json' };
import video from '../../assets/clutter/video.json' with { type: 'json' };
import type { MessageKey } from '../../assets/message-key.ts';

/** How a kind of clutter is known: a file of assets/clutter, whose README says what each field means. */
export interface ClutterRule {
  id: string;
  /** A key of the messages; the test of the data holds each file to that. */
  reason: string;
  marks: readonly string[];
  names: readonly string[];
  mostWords: number;
  phrases: Readonly<Record<string, readonly string[]>>;
}

/** In the order in which they are tried; a more particular rule stands before a more general one. */
export const CLUTTER_RULES: readonly ClutterRule[] = [
  hiddenLabel,
  advertisement,
  share,
  newsletter,
  cookie,
  comments,
  tags,
  copyright,
  video,
  related,
];

/** What a rule took, and the reason a reader is shown. */
export interface ClutterVerdict {
  rule: string;
  reason: MessageKey;
}

interface Compiled {
  verdict: ClutterVerdict;
  phrases: RegExp;
  mostWords: number;
}

const COMPILED: readonly Compiled[] = CLUTTER_RULES.map((rule) => ({
  verdict: { rule: rule.id, reason: rule.reason as MessageKey },
  phrases: new RegExp(`^(?:${Object.values(rule.phrases).flat().map(phraseSource).join('|')})$`, 'u'),
  mostWords: rule.mostWords,
}));

/** The verdicts by mark and by whole name. A lookup by words is many times as fast as one pattern of all marks. */
const BY_MARK = new Map<string, ClutterVerdict>();
const BY_NAME = new Map<string, ClutterVerdict>();
let longestMark = 0;
CLUTTER_RULES.forEach(({ marks, names }, index) => {
  const verdict = COMPILED[index]?.verdict;
  if (verdict === undefined) return;
  for (const name of names) if (!BY_NAME.has(name)) BY_NAME.set(name, verdict);
  for (const mark of marks) {
    if (!BY_MARK.has(mark)) BY_MARK.set(mark, verdict);
    longestMark = Math.max(longestMark, mark.split('-').length);
  }
});

/** The rule that an element falls under by its class names or its id; null for none. */
export function verdictOfMarks(names: string): ClutterVerdict | null {
  for (const name of names.split(/\s+/)) {
    if (name === '') continue;
    const words = wordsOfName(name);
    const verdict = BY_NAME.get(words.join('-')) ?? verdictOfWords(words);
    if (verdict !== null) return verdict;
  }
  return null;
}

function verdictOfWords(words: readonly string[]): ClutterVerdict | null {
  for (let start = 0; start < words.length; start++) {
    let mark = '';
    for (let end = start; end < Math.min(words.length, start + longestMark); end++) {
      mark = end === start ? (words[end] ?? '') : `${mark}-${words[end]}`;
      const verdict = BY_MARK.get(mark);
      if (verdict !== undefined) return verdict;
    }
  }
  return null;
}

/** The rule that a whole block's text falls under; null for none. */
export function verdictOfText(text: string): ClutterVerdict | null {
  const bare = bareLine(text);
  if (bare === '' || bare.length > 600) return null;
  const words = bare.split(' ').length;
  return COMPILED.find(({ phrases, mostWords }) => words <= mostWords && phrases.test(bare))?.verdict ?? null;
}

/** A class name in words: "articleShare__bar" is "article", "share", "bar". */
function wordsOfName(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A line as phrases are written: lower case, without the marks and arrows around it. */
function bareLine(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u200b]+/g, ' ')
    .replace(/^[^\p{L}\p{N}©(【]+|[^\p{L}\p{N})】]+$/gu, '');
}

/** A phrase as a pattern: `*` stands for any words or none, with the space, colon or dash that sets them off. */
function phraseSource(phrase: string): string {
  return phrase.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/^\* | \* | \*$|\*/g, (star) => {
    if (star === '* ') return '(?:.* )?';
    if (star === ' * ') return ' (?:.* )?';
    return star === ' *' ? '(?:[ :：–—-].*)?' : '.*';
  });
}
