// Tests of the harness itself, with an extension in miniature: what it says of a reading view must be true.

import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessiblesIn } from '../../tools/browsers/accessible-node.ts';
import type { Browser, BrowserKind, Tab } from '../../tools/browsers/browser.ts';
import { launchBrowser } from '../../tools/browsers/launch-browser.ts';
import { waitUntil } from '../../tools/browsers/wait-until.ts';
import { type PageServer, servePages } from '../../tools/page-server.ts';
import { HOSTILE_HEADLINE, hostileRoutes } from './hostile-pages.ts';

const EXTENSION = join(import.meta.dirname, '../fixtures/probe-extension');
const HEADLINE = 'A headline in the probe';
const MEDIA = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-reduced-motion: reduce)', 'print'];

const PAGE = `<!doctype html><html lang="en"><head><title>A page</title></head><body>
  <label>Name <input id="name"></label> <button id="press">Press</button> <img src="/picture" alt="">
  <iframe src="/frame" title="A frame"></iframe><p style="height: 4000px"></p>
  <script>
    document.querySelector('#press').addEventListener('click', (event) => { document.title = 'trusted: ' + event.isTrusted; });
    addEventListener('keydown', (event) => { document.body.dataset.keys = (document.body.dataset.keys ?? '') + event.key + ' '; });
    console.warn('a warning');
  </script></body></html>`;

const matching = (queries: string[]) => queries.filter((query) => matchMedia(query).matches);

describe.each<BrowserKind>(['chromium', 'firefox'])('the harness in %s', (kind) => {
  let server: PageServer;
  let browser: Browser;
  let tab: Tab;

  beforeAll(async () => {
    const frame = { body: '<p>A frame</p><img src="/in-frame" alt="">' };
    server = await servePages({ routes: { ...hostileRoutes(), '/': { body: PAGE }, '/frame': frame } });
    browser = await launchBrowser(kind, { extension: EXTENSION });
    tab = await browser.openTab();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function openView(path = '/'): Promise<void> {
    await tab.goto(server.origin + path);
    await tab.pressToolbarButton();
    await tab.reader().waitUntilVisible();
  }

  it('names the browser and the place of the extension', () => {
    expect(Number.parseInt(browser.version, 10)).toBeGreaterThan(100);
    expect(browser.extensionOrigin).toMatch(/^(chrome|moz)-extension:\/\/[a-z0-9-]+$/);
  });

  it('opens the view by a press on the toolbar button, out of the reach of the page', async () => {
    await tab.goto(`${server.origin}/`);
    expect(await tab.reader().isVisible()).toBe(false);
    expect(await tab.buttonTitle()).toBe('Open the probe');
    await tab.pressToolbarButton();
    await tab.reader().waitUntilVisible();
    await waitUntil('the title to change', async () => (await tab.buttonTitle()) === 'Close the probe');
    expect(await tab.evaluate(() => document.querySelector('[data-lectern-reader]')?.shadowRoot)).toBe(null);
    expect(await tab.reader().text()).toContain(HEADLINE);
  });

  it('presses the button of the tab that it is asked for, among tabs of one address', async () => {
    const second = await browser.openTab(`${server.origin}/`);
    await openView();
    expect(await second.reader().isVisible()).toBe(false);
    await second.close();
  });

  it('calls a view invisible that is covered, transparent or not modal', async () => {
    await openView();
    await tab.evaluate(() => {
      const cover = document.createElement('dialog');
      cover.style.cssText = 'position: fixed; inset: 0; width: 90%; height: 90%';
      document.body.append(cover);
      cover.showModal();
    });
    expect(await tab.reader().isVisible()).toBe(false);
    await tab.evaluate(() => document.querySelector('dialog')?.remove());
    expect(await tab.reader().isVisible()).toBe(true);
    await tab.reader().evaluate((root) => root.querySelector('dialog')?.style.setProperty('opacity', '0'));
    expect(await tab.reader().isVisible()).toBe(false);
    await tab.reader().evaluate((root) => {
      const dialog = root.querySelector('dialog');
      dialog?.style.removeProperty('opacity');
      dialog?.close();
      dialog?.show();
    });
    expect(await tab.reader().isVisible()).toBe(false);
  });

  it('calls a view settled when it has a headline and no progress bar', async () => {
    await openView();
    await tab.reader().waitUntilSettled();
    await tab.reader().evaluate((root) => root.querySelector('main')?.append(document.createElement('progress')));
    await expect(tab.reader().waitUntilSettled(200)).rejects.toThrow('waited 200 ms in vain');
  });

  it('is not taken in by an element of the page that has the name of ours', async () => {
    await tab.goto(`${server.origin}/`);
    await tab.evaluate(() => {
      const decoy = document.createElement('div');
      decoy.setAttribute('data-lectern-reader', '');
      decoy.attachShadow({ mode: 'closed' }).append('A decoy');
      document.documentElement.append(decoy);
    });
    await tab.pressToolbarButton();
    await tab.reader().waitUntilVisible();
    expect(await tab.reader().text()).toContain(HEADLINE);
  });

  it.each(['plain', 'policy-none', 'policy-sandbox', 'prototypes', 'clobbered', 'xhtml'])(
    'finds, names and presses what is in the view on the hostile page "%s"',
    async (name) => {
      await openView(`/hostile/${name}`);
      const reader = tab.reader();
      const headline = 'Document.prototype.querySelector.call(document, "h1").textContent';
      expect(await tab.evaluate(headline)).toBe(HOSTILE_HEADLINE);
      expect(await reader.focusedName()).toBe(HEADLINE);
      expect(await reader.count('heading', HEADLINE)).toBe(1);
      expect(await reader.count('button', HEADLINE)).toBe(0);
      await reader.clickButton('At the end');
      expect(await reader.count('heading', 'Pressed at the end')).toBe(1);
      await reader.clickButton('Close');
      await reader.waitUntilGone();
    },
  );

  it('refuses to press what is not there', async () => {
    await openView();
    await expect(tab.reader().clickButton('Listen')).rejects.toThrow('0 elements of role button named "Listen"');
  });

  it('runs axe-core inside the closed root: nothing where nothing is wrong, and each fault that is planted', async () => {
    await openView();
    expect(await tab.reader().axe()).toEqual([]);
    await tab.reader().evaluate((root) => {
      for (const name of ['button', 'img']) root.querySelector('main')?.append(document.createElement(name));
    });
    const rules = (await tab.reader().axe()).map(({ rule }) => rule);
    expect(rules).toEqual(['button-name', 'image-alt']);
  });

  it('types, presses, clicks and scrolls as a person does', async () => {
    await tab.goto(`${server.origin}/`);
    await tab.clickElement('#press');
    expect(await tab.evaluate('document.title')).toBe('trusted: true');
    await tab.clickElement('#name');
    await tab.type('Ida');
    await tab.press('Shift+Home');
    await tab.press('Delete');
    await tab.type('x');
    expect(await tab.evaluate(() => document.querySelector('input')?.value)).toBe('x');
    expect(await tab.evaluate('document.body.dataset.keys')).toBe('I d a Shift Home Delete x ');
    await tab.scrollWheel(250);
    await waitUntil('the page to scroll', async () => (await tab.evaluate('scrollY')) === 250);
  });

  it("lists the requests of the page and its frames and the page's messages, and forgets them at the next page", async () => {
    await tab.goto(`${server.origin}/`);
    const paths = () => tab.requests().map(({ url }) => url.slice(server.origin.length));
    await waitUntil('the picture in the frame', () => paths().includes('/in-frame'));
    expect(paths()).toEqual(expect.arrayContaining(['/', '/picture', '/frame', '/in-frame']));
    expect(tab.requests()[0]).toEqual({ url: `${server.origin}/`, method: 'GET', navigation: true });
    expect(tab.consoleMessages()).toContainEqual({ level: 'warning', text: 'a warning' });
    await tab.goto(`${server.origin}/hostile/plain`);
    expect(paths()).not.toContain('/in-frame');
    expect(tab.consoleMessages()).not.toContainEqual({ level: 'warning', text: 'a warning' });
  });

  it('emulates media and viewport, and gives them back', async () => {
    await tab.goto(`${server.origin}/`);
    await tab.emulateMedia({ colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' });
    expect(await tab.evaluate(matching, MEDIA)).toEqual(MEDIA.slice(0, 3));
    await tab.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null, medium: 'print' });
    expect(await tab.evaluate(matching, MEDIA)).toEqual(['print']);
    await tab.emulateMedia({ medium: null });
    expect(await tab.evaluate(matching, MEDIA)).toEqual([]);
    await tab.setViewport({ width: 360, height: 640 });
    expect(await tab.evaluate('innerWidth')).toBe(360);
    const picture = join(tmpdir(), `lectern-harness-${process.pid}.png`);
    await tab.screenshot(picture);
    // The width of a PNG stands at byte 16 (PNG specification, 11.2.2).
    expect(readFileSync(picture).readUInt32BE(16)).toBe(360);
    rmSync(picture);
    await tab.setViewport({ width: 1280, height: 800 });
  });

  it('finds the tab that the extension opens, and the view in it', async () => {
    await openView();
    await tab.reader().clickButton('Open a tab');
    const own = await browser.waitForTab((url) => url.startsWith(browser.extensionOrigin));
    await own.reader().waitUntilVisible();
    expect(await own.reader().text()).toBe('A headline in a tab');
    expect(await own.reader().count('heading', 'A headline in a tab')).toBe(1);
    expect(await own.reader().axe()).toEqual([]);
    await own.close();
  });

  it('reads the accessibility tree through the closed root', async () => {
    await openView();
    const nodes = accessiblesIn(await tab.accessibilityTree());
    expect(nodes).toContainEqual(expect.objectContaining({ role: 'heading', level: 1, name: HEADLINE }));
    expect(nodes).toContainEqual(expect.objectContaining({ role: 'button', name: 'Close' }));
  });

  if (kind === 'firefox') {
    it("chooses the extension's entry in the context menu", async () => {
      await tab.goto(`${server.origin}/hostile/plain`);
      await expect(tab.chooseContextMenuEntry('No such entry', 600, 400)).rejects.toThrow('no entry "No such entry"');
      await tab.chooseContextMenuEntry('Open the probe here', 600, 400);
      await tab.reader().waitUntilVisible();
    });

    it('says what Firefox keeps to itself', async () => {
      await expect(tab.emulateMedia({ contrast: 'more' })).rejects.toThrow('Firefox');
      await expect(browser.backgroundEvaluate(() => 1)).rejects.toThrow('Firefox');
    });
  } else {
    it('grants by a press what a made event does not', async () => {
      // A grant lasts as long as its tab stays on one site: a new tab has none.
      const fresh = await browser.openTab(`${server.origin}/hostile/plain`);
      await fresh.activate();
      await browser.backgroundEvaluate(async () => {
        interface Extension {
          tabs: { query(what: object): Promise<object[]> };
          action: { onClicked: { dispatch(tab: object | undefined): void } };
        }
        const { chrome } = globalThis as unknown as { chrome: Extension };
        const [front] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        chrome.action.onClicked.dispatch(front);
      });
      await expect(fresh.reader().waitUntilVisible(1_000)).rejects.toThrow('waited 1000 ms in vain');
      await fresh.pressToolbarButton();
      await fresh.reader().waitUntilVisible();
      await fresh.close();
    });

    it('emulates a wish for contrast, and says what Chromium keeps to itself', async () => {
      await tab.emulateMedia({ contrast: 'more' });
      expect(await tab.evaluate('matchMedia("(prefers-contrast: more)").matches')).toBe(true);
      await tab.emulateMedia({ contrast: null });
      await expect(tab.chooseContextMenuEntry('Open the probe here', 600, 400)).rejects.toThrow('Chromium');
    });
  }
});
