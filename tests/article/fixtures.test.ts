import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { Removal } from '../../src/article/article.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { toolsFor } from './reading-tools.ts';

// A fixture is a folder with a page and what is to be read from it. To write the expectations of a new fixture:
//   UPDATE_FIXTURES=1 npx vitest run --project unit tests/article/fixtures.test.ts
// and then read them: what is written is what the code does, not what it ought to do.
const FIXTURES = join(import.meta.dirname, '../fixtures/article');
const FILES = ['expected.html', 'expected.json', 'source.html'];
const UPDATE = process.env.UPDATE_FIXTURES === '1' && process.env.CI === undefined;

function read(name: string): { html: string; json: string } {
  const source = readFileSync(join(FIXTURES, name, 'source.html'), 'utf8');
  const url = `https://bay.example/news/${name}`;
  const { window } = new JSDOM(source, { url, virtualConsole: new VirtualConsole() });
  const reading = readArticle(window.document, toolsFor(window));
  if (reading === null) throw new Error(`Nothing was read from ${name}`);
  const { content, removed, ...data } = reading.article;
  const holder = content.ownerDocument.createElement('div');
  holder.append(content);
  const html = `${holder.innerHTML.replace(/></g, '>\n<')}\n`;
  const json = `${JSON.stringify({ doubt: reading.doubt, ...data, removed: removed.map(withoutElement) }, null, 2)}\n`;
  window.close();
  return { html, json };
}

function withoutElement({ element: _, ...data }: Removal) {
  return data;
}

describe('fixtures', () => {
  const names = readdirSync(FIXTURES).sort();

  test('there are fixtures, and each has all of its files and no others', () => {
    expect(names.length).toBeGreaterThan(20);
    if (!UPDATE)
      for (const name of names) expect([name, readdirSync(join(FIXTURES, name)).sort()]).toEqual([name, FILES]);
  });

  test.each(names)('%s', (name) => {
    const actual = read(name);
    for (const [file, text] of [['expected.html', actual.html] as const, ['expected.json', actual.json] as const]) {
      const path = join(FIXTURES, name, file);
      if (UPDATE) writeFileSync(path, text);
      expect(existsSync(path), `${name} lacks ${file}`).toBe(true);
      expect(text).toBe(readFileSync(path, 'utf8'));
    }
  });
});
