// Builds the extension for both browsers from one manifest: dist/chrome, dist/firefox and a zip of each.
//   node build.mjs            once
//   node build.mjs --watch    again whenever a source file changes
//   node build.mjs --out DIR  into another folder than dist
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { minify } from 'terser';
import { tsImport } from 'tsx/esm/api';

const ROOT = dirname(fileURLToPath(import.meta.url));
const BROWSERS = ['chrome', 'firefox'];
const CONTENT_SCRIPT = 'content';
/** What is injected beside it: the first two come with the first press in a page, the rest when it is first asked for. */
const PARTS = [
  'resources',
  'reading',
  'receipt',
  'speakers',
  'glossary',
  'listening',
  'appearance',
  'focus',
  'syllables',
];
/** Registered for the sites on which Lectern opens by itself: it runs in their pages, and asks the background. */
const OPENING_SCRIPT = 'opening';
const SCRIPTS = ['background', 'options/options', 'permission/permission', 'tab/tab', 'welcome/welcome'];
const TARGETS = ['chrome121', 'firefox140'];
const PAGES = [
  'options/options.html',
  'options/options.css',
  'permission/permission.html',
  'tab/tab.html',
  'welcome/welcome.html',
  'welcome/welcome.css',
  'reader/reader.css',
];
const ASSETS = ['icons'];
/** What only the background reads, with the licence of what is in it, into the root of the package. */
const MODELS = ['attribution.bin', 'LICENSE-WordNet.txt'];
/** The code that is parsed when a page is first read, and what each script may weigh, in bytes. */
const BUDGETS = {
  'content.js': { minified: 120 * 1024, gzipped: 42 * 1024 },
  'reading.js': { minified: 130 * 1024, gzipped: 48 * 1024 },
};

/** The data that is read in the background when it is first asked for, in bytes. */
const DATA_BUDGETS = {
  'glossary.bin': { bytes: 220_000, gzipped: 220_000 },
  'dictionary.bin': { bytes: 1_600_000, gzipped: 1_600_000 },
  'voice.js': { bytes: 760_000, gzipped: 240_000 },
};

/** The voices' data, all files together, in bytes. */
const VOICES_BUDGET = { bytes: 7_000_000, gzipped: 3_300_000 };

/** The one manifest, cut to what a browser understands: each warns about the other's keys. */
export function manifestFor(browser, manifest, version) {
  const made = structuredClone({ ...manifest, version });
  if (browser === 'chrome') {
    delete made.browser_specific_settings;
    delete made.background.scripts;
  } else {
    delete made.minimum_chrome_version;
    delete made.background.service_worker;
  }
  return made;
}

/** Everything in a folder, sorted, with one fixed date: two builds of one commit are the same bytes. */
function zipFolder(folder) {
  const files = {};
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files[name.split(sep).join('/')] = new Uint8Array(readFileSync(path));
  }
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}

const kilobytes = (count) => `${(count / 1024).toFixed(1)} KB`;

/** Throws where a script weighs more than its budget; gives its two weights in bytes otherwise. */
export function checkBudget(name, bytes) {
  const most = BUDGETS[name];
  const gzipped = gzipSync(bytes, { level: 9 }).length;
  const weight = `${kilobytes(bytes.length)} minified, ${kilobytes(gzipped)} gzipped`;
  if (bytes.length > most.minified || gzipped > most.gzipped)
    throw new Error(
      `${name} (${weight}) is over its budget of ${kilobytes(most.minified)} minified, ${kilobytes(most.gzipped)} gzipped`,
    );
  return { minified: bytes.length, gzipped };
}

/** Throws where data weighs more than its budget; tells its two weights otherwise. */
export function checkDataBudget(name, bytes) {
  const most = DATA_BUDGETS[name];
  const gzipped = gzipSync(bytes, { level: 9 }).length;
  const weight = `${kilobytes(bytes.length)}, ${kilobytes(gzipped)} gzipped`;
  if (bytes.length > most.bytes || gzipped > most.gzipped)
    throw new Error(
      `${name} (${weight}) is over its budget of ${kilobytes(most.bytes)}, ${kilobytes(most.gzipped)} gzipped`,
    );
  return weight;
}

/** Throws where the voices together weigh more than their budget; tells their weights otherwise. */
export function checkVoicesBudget(files) {
  const contents = Object.values(files);
  const bytes = contents.reduce((sum, { length }) => sum + length, 0);
  const gzipped = contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
  const weight = `${contents.length} files, ${kilobytes(bytes)}, ${kilobytes(gzipped)} gzipped`;
  if (bytes > VOICES_BUDGET.bytes || gzipped > VOICES_BUDGET.gzipped)
    throw new Error(
      `the voices (${weight}) are over their budget of ${kilobytes(VOICES_BUDGET.bytes)}, ${kilobytes(VOICES_BUDGET.gzipped)} gzipped`,
    );
  return weight;
}

/** A style sheet with its imports in it, minified. */
async function bundleStyleSheet(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    minify: true,
    target: TARGETS,
  });
  return outputFiles[0].text;
}

/** A script that imports a style sheet gets its text: the content script has no file of its own to load in a page. */
const styleSheetsAsText = {
  name: 'style-sheets-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: (await bundleStyleSheet(path)).trim(),
      loader: 'text',
    }));
  },
};

/**
 * DOMPurify makes itself ready for the window it finds as it loads. In a content script that window's document may be
 * shadowed by the page (`<img name=createElement>`), and the script would die there; we hand it a window of our own.
 */
const sanitizerWithoutWindow = {
  name: 'sanitizer-without-window',
  setup({ onLoad }) {
    onLoad({ filter: /dompurify[\\/]dist[\\/]purify\.es\.mjs$/ }, ({ path }) => ({
      contents: `var window;\n${readFileSync(path, 'utf8')}`,
      loader: 'js',
    }));
  },
};

/**
 * Works out at build time what is sent to pages: folding thousands of phrases takes longer than all else before reading.
 * As a string of JSON it is also parsed several times as fast as it would be as code.
 */
const preparedReadingData = {
  name: 'prepared-reading-data',
  setup({ onLoad }) {
    onLoad({ filter: /article[\\/]prepared-reading-data\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: 'esm' });
      const code = Buffer.from(outputFiles[0].text).toString('base64');
      const { PREPARED_READING_DATA } = await import(`data:text/javascript;base64,${code}`);
      const json = JSON.stringify(JSON.stringify(PREPARED_READING_DATA));
      return { contents: `export const PREPARED_READING_DATA = JSON.parse(${json});`, loader: 'js' };
    });
  },
};

async function bundle(scripts, out, alias = {}) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: scripts.map((name) => ({ in: `src/${name}.ts`, out: name.split('/').at(-1) })),
    outdir: out,
    alias,
    plugins: [styleSheetsAsText, sanitizerWithoutWindow, preparedReadingData],
    bundle: true,
    write: false,
    format: 'iife',
    target: TARGETS,
    minify: true,
    // Readability's own methods; nobody else here has names with an underscore in front.
    mangleProps: /^_[a-z]/,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
  });
  return outputFiles;
}

/** A script that goes into pages. Terser makes it 4 % smaller once more, which is what two features weigh. */
async function bundleForPages(script, out) {
  const alias = { 'webextension-polyfill': join(ROOT, 'src/platform/native-browser.ts') };
  const [file] = await bundle([script], out, alias);
  const { code } = await minify(file.text, { ecma: 2020, compress: { passes: 2 } });
  return { path: file.path, contents: Buffer.from(code) };
}

let dictionary = null;
let voice = null;

/**
 * What only the background reads: the glossary, made from what people write and review, whose faults end the build, and the
 * dictionary, which takes seconds and is made once.
 */
async function compileData() {
  const { compileDictionary } = await tsImport('./tools/compile-dictionary.ts', import.meta.url);
  const { readSoundGlossary } = await tsImport('./tools/glossary/read-glossary.ts', import.meta.url);
  const { compileGlossary } = await tsImport('./tools/glossary/compile-glossary.ts', import.meta.url);
  dictionary ??= compileDictionary(ROOT);
  return {
    'glossary.bin': await compileGlossary(readSoundGlossary()),
    'dictionary.bin': dictionary,
  };
}

async function buildAll(out) {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const forPages = await Promise.all(
    [CONTENT_SCRIPT, OPENING_SCRIPT, ...PARTS].map((script) => bundleForPages(script, out)),
  );
  const outputFiles = [...forPages, ...(await bundle(SCRIPTS, out))];
  for (const name of Object.keys(BUDGETS)) {
    const { contents } = outputFiles.find((file) => file.path === join(out, name));
    const { minified, gzipped } = checkBudget(name, contents);
    console.log(`${name} ${kilobytes(minified)} minified, ${kilobytes(gzipped)} gzipped`);
  }
  const { buildVoice } = await tsImport('./tools/voice/build-voice.ts', import.meta.url);
  voice ??= await buildVoice(TARGETS);
  const data = { ...(await compileData()), ...voice.script };
  for (const [name, bytes] of Object.entries(data)) console.log(`${name} ${checkDataBudget(name, bytes)}`);
  console.log(`voices ${checkVoicesBudget(voice.data)}`);
  const { compilePatterns } = await tsImport('./tools/syllables/compile-patterns.ts', import.meta.url);
  const { compileFonts } = await tsImport('./tools/fonts/compile-fonts.ts', import.meta.url);
  Object.assign(data, voice.data, voice.licence, compilePatterns(ROOT), compileFonts(ROOT));
  for (const browser of BROWSERS) {
    const folder = join(out, browser);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of outputFiles) writeFileSync(join(folder, relative(out, file.path)), file.contents);
    for (const [name, bytes] of Object.entries(data)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    for (const page of PAGES) {
      const [from, to] = [join(ROOT, 'src', page), join(folder, page.split('/').at(-1))];
      if (page.endsWith('.css')) writeFileSync(to, await bundleStyleSheet(from));
      else cpSync(from, to);
    }
    for (const asset of ASSETS) cpSync(join(ROOT, 'assets', asset), join(folder, asset), { recursive: true });
    for (const model of MODELS)
      if (existsSync(join(ROOT, 'assets/model', model))) cpSync(join(ROOT, 'assets/model', model), join(folder, model));
    for (const language of readdirSync(join(ROOT, 'assets/_locales')))
      cpSync(join(ROOT, 'assets/_locales', language), join(folder, '_locales', language), { recursive: true });
    cpSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
    writeFileSync(
      join(folder, 'manifest.json'),
      `${JSON.stringify(manifestFor(browser, manifest, version), null, 2)}\n`,
    );
    writeFileSync(join(out, `lectern-${browser}-${version}.zip`), zipFolder(folder));
  }
}

async function buildAndReport(out) {
  try {
    await buildAll(out);
    console.log(`built ${BROWSERS.map((browser) => relative(process.cwd(), join(out, browser))).join(' and ')}`);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

async function main() {
  const { values } = parseArgs({ options: { watch: { type: 'boolean' }, out: { type: 'string' } } });
  const out = resolve(values.out ?? join(ROOT, 'dist'));
  const built = await buildAndReport(out);
  if (!values.watch) {
    if (!built) process.exitCode = 1;
    return;
  }
  let timer;
  for (const folder of ['src', 'assets'])
    if (existsSync(join(ROOT, folder)))
      watch(join(ROOT, folder), { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(buildAndReport, 100, out);
      });
}

// Imported by its test, it only lends its functions.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
