import { describe, expect, it } from 'vitest';
import type { Tab } from '../../tools/browsers/browser.ts';
import { inEachBrowser } from './in-each-browser.ts';

const HOST = '[data-lectern-reader]';
const hosts = (tab: Tab) => tab.evaluate((selector) => document.querySelectorAll(selector).length, HOST);
const markup = (tab: Tab) => tab.evaluate(() => document.documentElement.outerHTML);

inEachBrowser((stage) => {
  async function openReader(path: string): Promise<Tab> {
    const tab = await stage().openTab(path);
    await tab.pressToolbarButton();
    await tab.reader().waitUntilVisible();
    return tab;
  }

  describe('the reading view survives', () => {
    it('a page that removes its host once', async () => {
      const tab = await openReader('/frame-article.html');
      await tab.evaluate((selector) => document.querySelector(selector)?.remove(), HOST);
      await expect.poll(() => tab.reader().isVisible()).toBe(true);
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
    });

    it('a page that moves its host into the body', async () => {
      const tab = await openReader('/frame-article.html');
      await tab.evaluate((selector) => {
        const host = document.querySelector(selector);
        if (host) document.body.append(host);
      }, HOST);
      await expect.poll(() => tab.reader().isVisible()).toBe(true);
    });

    it('a page that hides its host and makes it inert', async () => {
      const tab = await openReader('/frame-article.html');
      await tab.evaluate((selector) => {
        const host = document.querySelector(selector);
        host?.setAttribute('style', 'display: none !important');
        host?.setAttribute('inert', '');
        host?.setAttribute('hidden', '');
      }, HOST);
      await expect.poll(() => tab.reader().isVisible()).toBe(true);
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
    });

    it('a popover of the page that opens over it', async () => {
      const tab = await openReader('/frame-article.html');
      const isOnTop = () =>
        tab.evaluate((selector) => {
          const popover = document.querySelector<HTMLElement>('[popover]');
          const host = document.querySelector<HTMLElement>(selector);
          if (!popover?.matches(':popover-open') || !host) return 'gone';
          // What is inert answers to no point; without the modal dialog the topmost layer would answer.
          popover.style.pointerEvents = 'auto';
          return document.elementFromPoint(innerWidth / 2, innerHeight / 2) === host ? 'reader' : 'popover';
        }, HOST);
      await tab.evaluate(() => {
        const popover = document.createElement('div');
        popover.setAttribute('popover', 'manual');
        popover.style.cssText = 'width: 100vw; height: 100vh; background: red';
        document.body.append(popover);
        popover.showPopover();
      });
      await expect.poll(isOnTop).toBe('reader');
      await new Promise((done) => setTimeout(done, 600));
      expect(await tab.reader().isVisible()).toBe(true);
    });

    it('the extension being loaded anew: the next press opens a fresh one, and the page gets all back', async () => {
      const tab = await stage().openTab('/frame-article.html');
      const before = await markup(tab);
      await tab.pressToolbarButton();
      await tab.reader().waitUntilVisible();
      await tab.evaluate((selector) => {
        Object.assign(document.querySelector(selector) ?? {}, { old: true });
      }, HOST);
      await stage().browser.reloadExtension();
      await tab.activate();
      await tab.pressToolbarButton();
      const isFresh = () =>
        tab.evaluate((selector) => {
          const host = document.querySelector(selector);
          return host !== null && !('old' in host);
        }, HOST);
      await expect.poll(isFresh, { timeout: 5000 }).toBe(true);
      await expect.poll(() => tab.reader().isVisible()).toBe(true);
      expect(await hosts(tab)).toBe(1);
      await tab.press('Escape');
      await tab.reader().waitUntilGone();
      await expect.poll(() => markup(tab)).toBe(before);
    });
  });
});
