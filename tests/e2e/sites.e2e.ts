import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as settle } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserKind, Tab } from '../../tools/browsers/browser.ts';
import { launchBrowser } from '../../tools/browsers/launch-browser.ts';
import { waitUntil } from '../../tools/browsers/wait-until.ts';
import { type PageServer, servePages } from '../../tools/page-server.ts';
import { WITHOUT_SYSTEM_VOICES } from '../../tools/sound/speech-dispatcher.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = join(ROOT, 'tests/pages');
/** Browsers take every name under "localhost" for this machine. */
const SITE = 'news.localhost';
const ORIGINS = [`*://${SITE}/*`, `*://www.${SITE}/*`];
/** Long enough for an article to open by itself, several times over, in milliseconds: for what is not to open. */
const LONG_ENOUGH = 1500;

const names = () => [...document.querySelectorAll('.sites-name')].map((name) => name.textContent);
const field = () => document.querySelector<HTMLInputElement>('#sites-address')?.value ?? null;
const focused = () => document.activeElement?.id;
const said = () => document.querySelector('.sites [role=status]')?.textContent ?? '';

describe.each<BrowserKind>(['chromium', 'firefox'])('sites on which Lectern opens by itself, in %s', (kind) => {
  let extension: string;
  let server: PageServer;
  let browser: Browser;
  const at = (path: string) => server.origin.replace('127.0.0.1', SITE) + path;

  beforeAll(async () => {
    extension = mkdtempSync(join(tmpdir(), 'lectern-sites-'));
    cpSync(join(ROOT, 'dist', kind === 'chromium' ? 'chrome' : 'firefox'), extension, { recursive: true });
    // An article that stands on the home page is there for the person to choose.
    const routes = { '/': { body: readFileSync(join(PAGES, 'sample.html'), 'utf8') } };
    server = await servePages({ folder: PAGES, routes });
    browser = await launchBrowser(kind, {
      extension,
      viewport: { width: 1000, height: 800 },
      environment: WITHOUT_SYSTEM_VOICES,
      grantsPermissions: kind === 'firefox',
    });
    await addSite();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(extension, { recursive: true, force: true });
  });

  afterEach(async () => {
    for (const tab of (await browser.tabs()).slice(1)) await tab.close().catch(() => undefined);
  });

  async function openOptions(fragment = ''): Promise<Tab> {
    const tab = await browser.openTab(`${browser.extensionOrigin}/options.html${fragment}`);
    await waitUntil('the list of sites', async () => (await tab.evaluate(field)) !== null);
    return tab;
  }

  /** On the settings page, as a person does it; no test can press in Chromium's own question. */
  async function addSite(): Promise<void> {
    if (kind === 'chromium') await grantByInstalling();
    const tab = await openOptions(`#sites=www.${SITE}`);
    await waitUntil('the site in the field', async () => (await tab.evaluate(field)) === `www.${SITE}`);
    if (kind === 'firefox') await tab.clickElement('.sites-form button');
    await waitUntil('the site in the list', async () => (await tab.evaluate(names)).join() === SITE);
    await tab.close();
  }

  /** What was a required permission of an extension stays granted where it becomes an optional one. */
  async function grantByInstalling(): Promise<void> {
    const path = join(extension, 'manifest.json');
    const shipped = readFileSync(path, 'utf8');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(shipped), host_permissions: ORIGINS }));
    await browser.reloadExtension();
    writeFileSync(path, shipped);
    await browser.reloadExtension();
  }

  async function staysClosed(tab: Tab): Promise<void> {
    await settle(LONG_ENOUGH);
    expect(await tab.reader().isVisible()).toBe(false);
  }

  it('opens an article by itself, in place of a press, and the button closes it', async () => {
    const tab = await browser.openTab(at('/sample.html'));
    await tab.reader().waitUntilVisible();
    expect(await tab.reader().count('heading', 'Russian envoy: Syrian cease-fire is best option')).toBe(1);
    await expect.poll(() => tab.buttonTitle()).toBe('Close the Lectern reading view');
    await tab.pressToolbarButton();
    await tab.reader().waitUntilGone();
    await staysClosed(tab);
  });

  it('does not come back on a page where it was closed, however the person returns to it', async () => {
    const tab = await browser.openTab(at('/sample.html'));
    await tab.reader().waitUntilVisible();
    await tab.press('Escape');
    await tab.reader().waitUntilGone();
    await tab.evaluate(() => location.reload());
    await staysClosed(tab);
    // Another that is closed in the same tab does not put it out of mind.
    await tab.goto(at('/listening.html'));
    await tab.reader().waitUntilVisible();
    await tab.press('Escape');
    await tab.reader().waitUntilGone();
    await tab.goto(at('/front-page.html'));
    await tab.evaluate(() => history.go(-2));
    await expect.poll(async () => new URL(await tab.url()).pathname).toBe('/sample.html');
    await staysClosed(tab);
    await tab.goto(at('/sample.html?again'));
    await tab.reader().waitUntilVisible();
  });

  it('comes back where the person reloads the page without having closed it', async () => {
    const tab = await browser.openTab(at('/sample.html'));
    await tab.reader().waitUntilVisible();
    await tab.evaluate(() => {
      document.documentElement.dataset.before = '';
      location.reload();
    });
    await expect.poll(() => tab.evaluate(() => 'before' in document.documentElement.dataset)).toBe(false);
    await tab.reader().waitUntilVisible();
  });

  it.each(['/', '/?ref=mail', '/front-page.html'])('leaves %s alone, which a press still opens', async (path) => {
    const tab = await browser.openTab(at(path));
    await staysClosed(tab);
    expect(await tab.evaluate(() => document.querySelector('[data-lectern-reader]'))).toBeNull();
    await tab.pressToolbarButton();
    await tab.reader().waitUntilVisible();
  });

  it('leaves other sites alone', async () => {
    await staysClosed(await browser.openTab(`${server.origin}/sample.html`));
  });

  it('is on the settings page without a fault that axe-core finds', async () => {
    const tab = await openOptions();
    await expect.poll(() => tab.evaluate(names)).toEqual([SITE]);
    expect(await tab.reader().axe()).toEqual([]);
  });

  it('opens no more once the site is taken off the list, and again where that is undone', async () => {
    const options = await openOptions();
    await expect.poll(() => options.evaluate(names)).toEqual([SITE]);
    await options.clickElement('.sites-entry button');
    await expect.poll(() => options.evaluate(said)).toBe(`Lectern no longer opens by itself on ${SITE}.`);
    expect(await options.evaluate(names)).toEqual([]);
    await staysClosed(await browser.openTab(at('/sample.html')));
    // No test can press in Chromium's own question.
    if (kind === 'chromium') return;
    await options.activate();
    await options.clickElement('.sites-said button');
    await expect.poll(() => options.evaluate(names)).toEqual([SITE]);
    expect(await options.evaluate(focused)).toBe('site-0-remove');
    const tab = await browser.openTab(at('/sample.html'));
    await tab.reader().waitUntilVisible();
  });
});
