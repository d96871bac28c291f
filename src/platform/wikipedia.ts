import {
  articleAddress,
  ENGLISH,
  editionOf,
  isOnWikipedia,
  otherTitleAddress,
  summaryAddress,
  titleInAddress,
} from './wikipedia-address.ts';

/** How long a person waits at most, in milliseconds, for both questions together. */
const TIME_LIMIT = 8_000;

/** Bytes of an answer; the longest summaries have a tenth of it. */
const MOST_BYTES = 200_000;

/** UTF-16 units of a summary and of a title that are shown. */
const MOST_OF_EXTRACT = 2_000;
const MOST_OF_TITLE = 300;

/** The licence of all texts of Wikipedia (foundation.wikimedia.org, Terms of Use, 7), as one word that no line breaks. */
const LICENCE = 'CC\u00A0BY-SA\u00A04.0';

/** The beginning of a Wikipedia article as plain text, or why there is none. */
export type PageSummaryReply = PageSummary | { status: 'needs-permission' | Failure };

export interface PageSummary {
  status: 'found';
  title: string;
  /** Plain text; a line break stands between paragraphs. */
  extract: string;
  /** Where people read the whole article. */
  address: string;
  /** The edition that it comes from, such as `en`; another than was asked for where that one has no such article. */
  language: string;
  licence: typeof LICENCE;
}

/** `offline`: Wikipedia cannot be reached. `no-answer`: it took too long, refused, or gave what cannot be used. */
type Failure = 'offline' | 'not-found' | 'no-answer';

/** What is needed of the world to ask Wikipedia. */
export interface Network {
  fetch(address: string, options: RequestInit): Promise<Response>;
  /** False only where the machine knows that it has no connection. */
  isOnline(): boolean;
  /** How long all may take, in milliseconds. */
  timeLimit?: number;
}

/**
 * No cookies, no page that it comes from. Nothing is stored: what was looked up would stay on the disk, also what was looked
 * up in a private window.
 */
const QUIETLY = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'follow' } as const;

/**
 * Fetches the summary of a Wikipedia article.
 * @param title as in the English edition, with spaces or underscores
 * @param language the language in which it is wanted (BCP 47); in English where there is none, or no article in it
 */
export async function lookUpPage(title: string, language: string | null, network: Network): Promise<PageSummaryReply> {
  const asked = titleInAddress(title);
  if (asked === null) return { status: 'not-found' };
  if (!network.isOnline()) return { status: 'offline' };
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), network.timeLimit ?? TIME_LIMIT);
  const ask = (address: string) => fetchJson(address, network, end.signal);
  try {
    return (await findInLanguage(asked, editionOf(language), ask)) ?? (await findSummary(asked, ENGLISH, ask));
  } finally {
    clearTimeout(timer);
  }
}

type Ask = (address: string) => Promise<{ json: unknown } | Failure>;

/** @returns null where the English article is the one to show. */
async function findInLanguage(title: string, edition: string, ask: Ask): Promise<PageSummary | null> {
  if (edition === ENGLISH) return null;
  const answer = await ask(otherTitleAddress(edition, title));
  const other = typeof answer === 'string' ? null : otherTitleIn(answer.json, edition);
  if (other === null) return null;
  const summary = await findSummary(other, edition, ask);
  return summary.status === 'found' ? summary : null;
}

async function findSummary(title: string, edition: string, ask: Ask): Promise<PageSummaryReply> {
  const answer = await ask(summaryAddress(edition, title));
  return typeof answer === 'string' ? { status: answer } : readSummary(answer.json, edition);
}

/** Reads the answer field by field; what it has in HTML is not used. A list of meanings explains none of them. */
function readSummary(json: unknown, edition: string): PageSummaryReply {
  const [type, title, extract] = ['type', 'title', 'extract'].map((key) => fieldOf(json, key));
  if (typeof type !== 'string' || typeof title !== 'string') return { status: 'no-answer' };
  const shown = typeof extract === 'string' ? plainText(extract, MOST_OF_EXTRACT) : '';
  const inAddress = titleInAddress(title);
  if (type !== 'standard' || shown === '' || inAddress === null) return { status: 'not-found' };
  return {
    status: 'found',
    title: plainText(title, MOST_OF_TITLE),
    extract: shown,
    address: articleAddress(edition, inAddress),
    language: edition,
    licence: LICENCE,
  };
}

/** What the article is called in an edition, from `query.pages[].langlinks[]` of the answer. */
function otherTitleIn(json: unknown, edition: string): string | null {
  const page = listOf(fieldOf(fieldOf(json, 'query'), 'pages'))[0];
  const link = listOf(fieldOf(page, 'langlinks')).find((each) => fieldOf(each, 'lang') === edition);
  const title = fieldOf(link, 'title');
  return typeof title === 'string' ? titleInAddress(title) : null;
}

async function fetchJson(
  address: string,
  { fetch }: Network,
  signal: AbortSignal,
): Promise<{ json: unknown } | Failure> {
  let answer: Response;
  try {
    answer = await fetch(address, { ...QUIETLY, signal });
  } catch {
    return signal.aborted ? 'no-answer' : 'offline';
  }
  try {
    if (!isOnWikipedia(answer.url)) return 'no-answer';
    if (answer.status === 404) return 'not-found';
    return answer.ok ? { json: JSON.parse(await readText(answer)) } : 'no-answer';
  } catch {
    return 'no-answer';
  } finally {
    void answer.body?.cancel().catch(() => undefined);
  }
}

/** Reads a body that is not too long. Throws where it is. */
async function readText(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > MOST_BYTES) {
      await reader?.cancel();
      throw new Error('the answer is too long');
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Without characters that turn text around or are not to be seen, and cut at a space where it is longer than `most`. */
function plainText(text: string, most: number): string {
  const plain = text
    .replace(/[\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/gu, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most - 2);
  // A script without spaces is cut anywhere, but not within a character.
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')} …`;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
