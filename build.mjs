// Builds the extension for both browsers from one manifest: dist/chrome, dist/firefox and a zip of each.
//   node build.mjs            once
//   node build.mjs --watch    again whenever a source file changes
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { zipSync } from 'fflate';

const ROOT = dirname(fileURLToPath(import.meta.url));
const BROWSERS = ['chrome', 'firefox'];
const SCRIPTS = ['content', 'background', 'options/options', 'tab/tab'];
const PAGES = ['options/options.html', 'options/options.css', 'tab/tab.html', 'reader/reader.css'];
const ASSETS = ['icons'];
/** The content script is parsed at every click: what it may weigh, in bytes. */
const CONTENT_BUDGET = { minified: 120 * 1024, gzipped: 42 * 1024 };

/** The one manifest, cut to what a browser understands: each warns about the other's keys. */
function manifestFor(browser, manifest, version) {
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

function checkContentBudget(path) {
  const bytes = readFileSync(path);
  const gzipped = gzipSync(bytes, { level: 9 }).length;
  const kilobytes = (count) => `${(count / 1024).toFixed(1)} KB`;
  console.log(`content.js ${kilobytes(bytes.length)} minified, ${kilobytes(gzipped)} gzipped`);
  if (bytes.length > CONTENT_BUDGET.minified || gzipped > CONTENT_BUDGET.gzipped)
    throw new Error(
      `content.js is over its budget of ${kilobytes(CONTENT_BUDGET.minified)} minified or ${kilobytes(CONTENT_BUDGET.gzipped)} gzipped`,
    );
}

async function buildAll() {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: SCRIPTS.map((name) => ({ in: `src/${name}.ts`, out: name.split('/').at(-1) })),
    outdir: 'dist',
    bundle: true,
    write: false,
    format: 'iife',
    target: ['chrome121', 'firefox140'],
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    loader: { '.css': 'text' },
    logLevel: 'warning',
  });
  for (const browser of BROWSERS) {
    const folder = join(ROOT, 'dist', browser);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of outputFiles) writeFileSync(join(folder, relative(join(ROOT, 'dist'), file.path)), file.contents);
    for (const page of PAGES) cpSync(join(ROOT, 'src', page), join(folder, page.split('/').at(-1)));
    for (const asset of ASSETS) cpSync(join(ROOT, 'assets', asset), join(folder, asset), { recursive: true });
    for (const language of readdirSync(join(ROOT, 'assets/_locales')))
      cpSync(join(ROOT, 'assets/_locales', language), join(folder, '_locales', language), { recursive: true });
    cpSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
    writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifestFor(browser, manifest, version), null, 2)}\n`);
    checkContentBudget(join(folder, 'content.js'));
    writeFileSync(join(ROOT, 'dist', `lectern-${browser}-${version}.zip`), zipFolder(folder));
  }
}

async function buildAndReport() {
  try {
    await buildAll();
    console.log(`built dist/chrome and dist/firefox`);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

const built = await buildAndReport();
if (process.argv.includes('--watch')) {
  let timer;
  for (const folder of ['src', 'assets'])
    if (existsSync(join(ROOT, folder)))
      watch(join(ROOT, folder), { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(buildAndReport, 100);
      });
} else if (!built) process.exitCode = 1;
