// Articles in which a person marked who says what, as plain text with tags: tools/attribution-corpus/README.md.

import type { Range } from '../src/text/span.ts';

export interface AnnotatedAttribution {
  source: Range[];
  cue: Range[];
  content: Range[];
  /** The canonical name of who speaks; null where the article names nobody. */
  speaker: string | null;
}

export interface AnnotatedSpeaker {
  /** For an unnamed source its own words. */
  name: string;
  kind: 'person' | 'organisation' | 'unnamed';
  role: string | null;
}

export interface AnnotatedArticle {
  id: string;
  topic: string;
  country: string;
  text: string;
  attributions: AnnotatedAttribution[];
  speakers: AnnotatedSpeaker[];
}

const HEAD = /^=== id: ([a-z0-9-]+); topic: ([^;]+); country: ([^;]+)$/;
const TAG = /<(\/?)([scq])(\d+)>/g;
const SPEAKER = /^(.+) \((person|organisation|unnamed)\): ([\d, ]+?)(?: \| role: (.+))?$/;
const PARTS = { s: 'source', c: 'cue', q: 'content' } as const;

/** Reads every article of a file; throws with the article's id where a tag or a line does not fit. */
export function readAnnotatedArticles(file: string): AnnotatedArticle[] {
  return file
    .replaceAll('\r\n', '\n')
    .split(/^(?==== )/m)
    .filter((piece) => piece.startsWith('=== '))
    .map(readOne);
}

function readOne(piece: string): AnnotatedArticle {
  const [head = '', ...rest] = piece.split('\n');
  const [, id, topic, country] = HEAD.exec(head) ?? [];
  if (id === undefined || topic === undefined || country === undefined)
    throw new Error(`The first line of an article does not fit: ${head}`);
  const [body, list, ...more] = rest.join('\n').split(/^---$/m);
  if (body === undefined || list === undefined || more.length > 0)
    throw new Error(`${id}: no list of speakers after ---`);
  const { text, attributions } = readTags(body.trim(), id);
  const speakers = list
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => readSpeaker(line.trim(), attributions, text, id));
  const numbers = [...attributions].filter(([, { listed }]) => !listed).map(([number]) => number);
  if (numbers.length > 0) throw new Error(`${id}: nobody is given for ${numbers.join(', ')}`);
  const ordered = [...attributions.values()].map(({ source, cue, content, speaker }) => ({
    source,
    cue,
    content,
    speaker,
  }));
  return { id, topic, country, text, attributions: ordered, speakers };
}

type Numbered = Map<number, AnnotatedAttribution & { listed: boolean }>;

function readTags(body: string, id: string): { text: string; attributions: Numbered } {
  const attributions: Numbered = new Map();
  const open = new Map<string, number>();
  let text = '';
  let from = 0;
  for (const match of body.matchAll(TAG)) {
    text += body.slice(from, match.index);
    from = match.index + match[0].length;
    const [, closing, letter, digits] = match;
    const name = `${letter}${digits}`;
    if (closing === '') {
      if (open.has(name)) throw new Error(`${id}: <${name}> is open already`);
      open.set(name, text.length);
      continue;
    }
    const start = open.get(name);
    if (start === undefined || start === text.length) throw new Error(`${id}: </${name}> closes nothing`);
    open.delete(name);
    const number = Number(digits);
    const attribution = attributions.get(number) ?? { source: [], cue: [], content: [], speaker: null, listed: false };
    attributions.set(number, attribution);
    if (letter === 's' || letter === 'c' || letter === 'q') attribution[PARTS[letter]].push([start, text.length]);
  }
  text += body.slice(from);
  if (open.size > 0) throw new Error(`${id}: <${[...open.keys()].join('>, <')}> stays open`);
  if (/[<>]/.test(text)) throw new Error(`${id}: a tag that is none near "${/.{0,20}[<>].{0,20}/.exec(text)?.[0]}"`);
  for (const [number, { content, source }] of attributions) {
    if (content.length === 0) throw new Error(`${id}: attribution ${number} has no content`);
    if (source.length > 1) throw new Error(`${id}: attribution ${number} has two sources`);
  }
  return { text, attributions };
}

function readSpeaker(line: string, attributions: Numbered, text: string, id: string): AnnotatedSpeaker {
  const [, name, kind, numbers, role] = SPEAKER.exec(line) ?? [];
  if (name === undefined || (kind !== 'person' && kind !== 'organisation' && kind !== 'unnamed'))
    throw new Error(`${id}: a speaker's line does not fit: ${line}`);
  if (kind !== 'unnamed' && !text.includes(name)) throw new Error(`${id}: ${name} is not in the text`);
  if (role !== undefined && !text.includes(role)) throw new Error(`${id}: the role "${role}" is not in the text`);
  for (const number of (numbers ?? '').split(',').map(Number)) {
    const attribution = attributions.get(number);
    if (attribution === undefined) throw new Error(`${id}: there is no attribution ${number}`);
    attribution.listed = true;
    if (kind !== 'unnamed') attribution.speaker = name;
  }
  return { name, kind, role: role ?? null };
}
