import type { Tab } from '../../tools/browsers/browser.ts';
import type { Stage } from './in-each-browser.ts';

/** Makes a page swallow every key, so that Lectern leads to a tab of its own. */
const swallowKeys = () =>
  window.addEventListener(
    'keydown',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );

/** Opens a page in the tab of Lectern's own, where axe-core sees colours: a closed shadow root keeps them to itself. */
export async function openInOwnTab(stage: Stage, path: string): Promise<Tab> {
  const page = await stage.openTab(path);
  await page.evaluate(swallowKeys);
  await page.pressToolbarButton();
  const tab = await stage.browser.waitForTab((url) => url.includes('/tab.html#article='));
  await tab.reader().waitUntilSettled();
  await tab.activate();
  return tab;
}
