import { describe, expect, it } from 'vitest';
import { findBrowserGlobals } from './architecture/browser-globals.ts';
import { findEdgeProblem, PURE_ROOMS, roomOf } from './architecture/floors.ts';
import { findForbiddenSyntax } from './architecture/forbidden-syntax.ts';
import { findCircles, importsOf } from './architecture/imports.ts';
import { filesUnder, type SourceFile } from './architecture/source-file.ts';

const MOST_LINES = 300;
const VAGUE_NAMES = /(^|[/-])(utils?|helpers?|common|managers?|misc)(?=[/.-]|$)/i;

const product = filesUnder('src', ['.ts']);
const styles = filesUnder('src', ['.css']);
const written = [...product, ...['assets', 'tests', 'tools'].flatMap((folder) => filesUnder(folder, ['.ts']))];
// The files that name what they forbid.
const searched = written.filter(({ path }) => !path.startsWith('tests/architecture'));
const edges = product.flatMap(importsOf);

const planted = (path: string, text: string): SourceFile => ({ path, text });
const problemsOf = (path: string, text: string) =>
  importsOf(planted(path, text)).flatMap((edge) => findEdgeProblem(edge) ?? []);
const longFiles = (files: SourceFile[]) =>
  files.filter(({ text }) => text.split('\n').length - 1 > MOST_LINES).map(({ path }) => path);

describe('the product', () => {
  it('is read at all', () => {
    expect(product.map(({ path }) => path)).toContain('src/settings/settings.ts');
    expect(edges.length).toBeGreaterThan(5);
  });

  it('imports down the floors only, and packages only where they belong', () => {
    expect(edges.flatMap((edge) => findEdgeProblem(edge) ?? [])).toEqual([]);
  });

  it('has no import circle', () => {
    expect(findCircles(edges)).toEqual([]);
  });

  it('uses no browser global in a pure room', () => {
    const found = product
      .filter(({ path }) => PURE_ROOMS.has(roomOf(path)))
      .flatMap((file) => findBrowserGlobals(file).map((name) => `${file.path}: ${name}`));
    expect(found).toEqual([]);
  });

  it('makes no markup from strings, knows no `any` and silences no check', () => {
    expect(searched.filter(({ path }) => !path.startsWith('tests/')).flatMap(findForbiddenSyntax)).toEqual([]);
  });
});

describe('the project', () => {
  it('silences no check in its tests either', () => {
    const silenced = searched.flatMap(findForbiddenSyntax).filter((problem) => /any`|@ts|ignore|disable/.test(problem));
    expect(silenced).toEqual([]);
  });

  it(`has no file of more than ${MOST_LINES} lines`, () => {
    expect(longFiles([...written, ...styles])).toEqual([]);
  });

  it('names its files after what is in them', () => {
    expect(written.map(({ path }) => path).filter((path) => VAGUE_NAMES.test(path))).toEqual([]);
  });
});

// Each check has to find what is planted for it, or it guards nothing.
describe('the checks themselves', () => {
  it.each([
    ['a face imports the other', 'src/reader/view.ts', `import { locale } from '../platform/i18n.ts';`],
    ['a face imports the other the other way', 'src/platform/i18n.ts', `import '../reader/view.ts';`],
    ['work imports work', 'src/speech/player.ts', `import { trie } from '../glossary/trie.ts';`],
    ['ground imports ground', 'src/text/words.ts', `import { SETTINGS } from '../settings/settings.ts';`],
    ['work imports a face', 'src/article/read.ts', `import { view } from '../reader/view.ts';`],
    ['a type goes up', 'src/article/read.ts', `import type { View } from '../reader/view.ts';`],
    ['a type goes up inline', 'src/article/read.ts', `let view: import('../reader/view.ts').View;`],
    ['a re-export goes up', 'src/text/words.ts', `export * from '../article/article.ts';`],
    ['a dynamic import goes up', 'src/text/words.ts', `await import('../article/article.ts');`],
    ['an entry is imported', 'src/reader/view.ts', `import '../content.ts';`],
    ['an entry imports an entry', 'src/background.ts', `import '../src/options/options.ts';`],
    ['the polyfill is used beside its door', 'src/options/options.ts', `import browser from 'webextension-polyfill';`],
    ['an unknown package', 'src/text/words.ts', `import lodash from 'lodash/fp';`],
    ['Node in the product', 'src/article/read.ts', `import { readFile } from 'node:fs/promises';`],
    ['a test is imported', 'src/text/words.ts', `import '../../tests/text/words.test.ts';`],
    ['a room that nobody planned', 'src/misc/words.ts', `import '../text/words.ts';`],
  ])('finds when %s', (_, path, text) => {
    expect(problemsOf(path, text)).toHaveLength(1);
  });

  it.each([
    ['src/content.ts', `import '../src/reader/view.ts'; import './platform/messages.ts'; import './article/read.ts';`],
    ['src/tab/tab.ts', `import '../reader/view.ts'; import '../platform/messages.ts';`],
    ['src/reader/view.ts', `import './toolbar.ts'; import '../article/article.ts'; import '../text/words.ts';`],
    ['src/text/words.ts', `import type { MessageKey } from '../../assets/message-key.ts'; import './span.ts';`],
    ['src/platform/browser.ts', `import browser from 'webextension-polyfill';`],
    ['src/text/words.ts', `// import '../reader/view.ts'\nconst text = "import '../reader/view.ts'";`],
  ])('lets %s import what it may', (path, text) => {
    expect(problemsOf(path, text)).toEqual([]);
  });

  it('finds circles of any length, through types too', () => {
    const files = [
      planted('src/text/a.ts', `import './b.ts';`),
      planted('src/text/b.ts', `import type { C } from './c.ts';`),
      planted('src/text/c.ts', `export * from './a.ts'; import './d.ts';`),
      planted('src/text/d.ts', ''),
    ];
    expect(findCircles(files.flatMap(importsOf))).toEqual([
      ['src/text/a.ts', 'src/text/b.ts', 'src/text/c.ts', 'src/text/a.ts'],
    ]);
    expect(findCircles(files.slice(0, 2).flatMap(importsOf))).toEqual([]);
  });

  it.each([
    ['document.title', ['document']],
    ['const page = window; self.close();', ['self', 'window']],
    ['export const read = () => globalThis["doc" + "ument"];', ['globalThis']],
    ['if (node.nodeType === Node.TEXT_NODE) done();', ['Node']],
    ['const map = { document };', ['document']],
    ['setTimeout(() => {}, 10);', ['setTimeout']],
    ['typeof chrome === "undefined" ? 1 : browser.i18n', ['browser', 'chrome']],
    ['function title() { return name; }', ['name']],
    ['localStorage.x = await fetch(location.href)', ['fetch', 'localStorage', 'location']],
    ['const f = (document: Document) => document.title; f(document);', ['document']],
  ])('finds the browser globals of %s', (text, names) => {
    expect(findBrowserGlobals(planted('src/text/planted.ts', text))).toEqual(names);
  });

  it.each([
    'export const read = (document: Document) => document.title;',
    'export const type = (event: Event): Node | null => event.target as Node;',
    'const window = 5; export const sentences = window * 2;',
    'element.ownerDocument.defaultView?.document; parts.find((part) => part.name);',
    '// document.title\nexport const text = "document.title";',
    'import { name } from "./span.ts"; export const url = new URL(name);',
    'interface Window { document: Document }',
  ])('leaves alone %s', (text) => {
    expect(findBrowserGlobals(planted('src/text/planted.ts', text))).toEqual([]);
  });

  it.each([
    'element.innerHTML = text;',
    'element.innerHTML += text;',
    'element["innerHTML"] = text;',
    'element.outerHTML = text;',
    'frame.srcdoc = text;',
    'element.insertAdjacentHTML("beforeend", text);',
    'element?.insertAdjacentHTML("beforeend", text);',
    'document.write(text);',
    'frame.contentDocument.writeln(text);',
    'range.createContextualFragment(text);',
    'const text: any = 1;',
    'const list = new Map<string, any[]>();',
    'const text = list[0] as any;',
    'const text = list[0]!;',
    '// @ts-ignore\nrun();',
    '// biome-ignore lint: because\nrun();',
  ])('finds %s', (text) => {
    expect(findForbiddenSyntax(planted('src/text/planted.ts', text))).toHaveLength(1);
  });

  it.each([
    'const markup = element.innerHTML;',
    'if (element.innerHTML === text) done();',
    'process.stdout.write(text);',
    'const any = 1; const text = "as any"; // any innerHTML = text',
    'type Other = { any: string };',
  ])('allows %s', (text) => {
    expect(findForbiddenSyntax(planted('src/text/planted.ts', text))).toEqual([]);
  });

  it('finds a long file and a vague name', () => {
    expect(longFiles([planted('long.ts', '\n'.repeat(301)), planted('short.ts', '\n'.repeat(300))])).toEqual([
      'long.ts',
    ]);
    for (const path of ['src/utils/text.ts', 'src/text/helpers.ts', 'src/common.ts', 'tools/tab-manager.ts'])
      expect(VAGUE_NAMES.test(path), path).toBe(true);
    expect(VAGUE_NAMES.test('src/text/sentences.ts')).toBe(false);
  });
});
