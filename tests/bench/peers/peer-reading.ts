// Reads pages as another extractor does: NDJSON in ({"id","url","html"}), NDJSON out, as score.mjs takes it.
//   npx tsx tests/bench/peers/peer-reading.ts readability|defuddle|postlight FOLDER < PAGES
// FOLDER is where the peers are installed (measure-peers.ts does that).
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { segmentBlocks } from '../../../src/article/segment.ts';

interface Page {
  id: string;
  url: string;
  html: string;
}

/** What a peer gives of an article: its markup, and its data where the peer names it. */
interface PeerArticle {
  content: string;
  title: string;
  byline: string;
}

type Peer = (page: Page) => Promise<PeerArticle>;

const PEERS: Record<string, (folder: string) => Promise<Peer>> = {
  async readability() {
    return async ({ url, html }) => {
      const { window } = open(html, url);
      return asArticle(new Readability(window.document).parse(), 'byline');
    };
  },
  async defuddle(folder) {
    const read = await load(folder, 'defuddle/dist/node.js', ['Defuddle']);
    // Left to itself it would ask servers for what the page lacks.
    return async ({ url, html }) => asArticle(await read(open(html, url), url, { useAsync: false }), 'author');
  },
  async postlight(folder) {
    const read = await load(folder, '@postlight/parser/dist/mercury.js', ['default', 'parse']);
    return async ({ url, html }) => asArticle(await read(url, { html, fetchAllPages: false }), 'author');
  },
};

function open(html: string, url: string): JSDOM {
  return new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
}

/** A function of a module that the project does not depend on, by the names that lead to it. */
async function load(folder: string, file: string, names: readonly string[]) {
  let found: unknown = await import(pathToFileURL(join(folder, 'node_modules', file)).href);
  let owner: unknown = null;
  for (const name of names) {
    owner = found;
    found = Reflect.get(Object(found), name);
  }
  if (typeof found !== 'function') throw new Error(`${file} has no function ${names.join('.')}.`);
  const read = found;
  return (...given: unknown[]): unknown => Reflect.apply(read, owner, given);
}

function asArticle(found: unknown, author: string): PeerArticle {
  const text = (name: string) => String(Reflect.get(Object(found), name) ?? '');
  return { content: text('content'), title: text('title'), byline: text(author) };
}

/** Cut as our own articles are. What a peer leaves in a figure is taken for its caption, which no score counts. */
function blocksOf(content: string) {
  const { body } = new JSDOM(content, { virtualConsole: new VirtualConsole() }).window.document;
  return segmentBlocks(body).map(({ kind, text }) => ({ kind, text }));
}

const [name = '', folder = ''] = process.argv.slice(2);
const peer = await PEERS[name]?.(folder);
if (peer === undefined) throw new Error(`There is no peer called ${name}; there are ${Object.keys(PEERS).join(', ')}.`);
// Peers write remarks to standard output, where only the answers belong.
console.log = console.error;
for await (const line of createInterface({ input: process.stdin })) {
  const page: Page = JSON.parse(line);
  let answer: object;
  try {
    const { content, title, byline } = await peer(page);
    answer = { id: page.id, title, byline, blocks: blocksOf(content) };
  } catch (error) {
    answer = { id: page.id, error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit(0);
