// Renders assets/icons/lectern.svg at the sizes that the manifest names: npx tsx tools/render-icons.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowsers, thisMachine } from './browsers/find-browsers.ts';

/** Edge lengths in pixels: browser toolbars (16; 32 on dense screens), lists of extensions (48), stores (128). */
const SIZES = [16, 32, 48, 128];
const ICONS = new URL('../assets/icons/', import.meta.url);

const installed = findBrowsers(thisMachine()).find(({ kind }) => kind === 'chromium');
if (!installed) throw new Error('Rendering the icons needs Chromium, Chrome or Edge.');
const drawing = readFileSync(new URL('lectern.svg', ICONS)).toString('base64');
const browser = await chromium.launch({ executablePath: installed.executable, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}img{display:block;width:100vw}</style><img src="data:image/svg+xml;base64,${drawing}">`,
    );
    await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    writeFileSync(new URL(`lectern-${size}.png`, ICONS), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
