import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import messages from '../../assets/_locales/en/messages.json';
import { accessiblesIn, findAccessible } from '../../tools/browsers/accessible-node.ts';
import type { Tab } from '../../tools/browsers/browser.ts';
import { spokenLines } from '../../tools/browsers/spoken-lines.ts';
import { inEachBrowser, type Stage } from './in-each-browser.ts';
import { giveBrowsers, SOON, startAnew } from './listening-steps.ts';
import { openReader } from './speakers-steps.ts';

const FIXTURES = new URL('../fixtures/transcripts/', import.meta.url);
const OUTPUT = new URL('../../output/transcripts/', import.meta.url);

/** What is heard, by the name of its fixture: how to come there, and the role under which it stands. */
const TRANSCRIPTS: Record<string, { within: string; open(stage: Stage): Promise<Tab> }> = {
  'reading-view': { within: 'dialog', open: openMarked },
  'glossary-panel': { within: 'dialog', open: (stage) => openPanel(stage, messages.glossaryButton.message) },
  'speakers-panel': {
    within: 'dialog',
    open: (stage) => openPanel(stage, messages.speakersButton.message, '/speakers.html'),
  },
  'listening-bar': { within: 'dialog', open: openListeningBar },
  'appearance-sheet': {
    within: 'dialog',
    open: (stage) => openPanel(stage, messages.appearanceButton.message, '/glossary.html', '.panel-body fieldset'),
  },
  'welcome-page': {
    within: 'document',
    open: async ({ browser }) => browser.openTab(`${browser.extensionOrigin}/welcome.html`),
  },
  'options-page': {
    within: 'document',
    open: async ({ browser }) => browser.openTab(`${browser.extensionOrigin}/options.html`),
  },
};

/** Terms and names are marked after the article is there. */
async function openMarked(stage: Stage): Promise<Tab> {
  const tab = await openReader(stage, '/glossary.html');
  for (const mark of ['.term-mark', '.speaker-name']) {
    const isThere = () => tab.reader().evaluate((root, selector) => root.querySelector(selector) !== null, mark);
    await expect.poll(isThere, SOON).toBe(true);
  }
  return tab;
}

async function openPanel(
  stage: Stage,
  name: string,
  path = '/glossary.html',
  filled = '.panel-body :is(dt, li)',
): Promise<Tab> {
  const tab = path === '/glossary.html' ? await openMarked(stage) : await openReader(stage, path);
  await tab.reader().clickButton(name);
  const isFilled = () => tab.reader().evaluate((root, selector) => root.querySelector(selector) !== null, filled);
  await expect.poll(isFilled, SOON).toBe(true);
  return tab;
}

async function openListeningBar(stage: Stage): Promise<Tab> {
  const tab = await openReader(stage, '/listening.html');
  await tab.press('k');
  await expect.poll(() => tab.reader().count('button', messages.listenPause.message), SOON).toBe(2);
  await tab.press('k');
  await expect.poll(() => tab.reader().count('button', messages.listenPause.message), SOON).toBe(0);
  return tab;
}

/** The lines that are said, once they have come to rest: terms and names are marked after the article is there. */
async function transcriptOf(tab: Tab, within: string): Promise<string> {
  let last = '';
  const read = async () => {
    const tree = findAccessible(await tab.accessibilityTree(), within);
    const text = tree ? `${spokenLines(tree).join('\n')}\n` : '';
    const isSame = text !== '' && text === last;
    last = text;
    return isSame;
  };
  await expect.poll(read, { timeout: 10_000, interval: 300 }).toBe(true);
  return (
    last
      // Told in the time zone of the machine.
      .replace(/(?<=Published: ).*/, '(date)')
      // Chromium's protocol keeps the words for a value to itself, and shows the number alone.
      .replace(/(?<=slider: [^,\n]+, -?[\d.]+(?![\d.]))[^,\n]+/g, '')
  );
}

beforeAll(() => giveBrowsers());
afterAll(() => {
  vi.unstubAllEnvs();
});

inEachBrowser((stage, kind) => {
  beforeEach(() => startAnew(stage()));

  describe('what a screen reader is told', () => {
    it.each(Object.entries(TRANSCRIPTS))('of the %s is what was reviewed', async (name, { within, open }) => {
      const tab = await open(stage());
      const transcript = await transcriptOf(tab, within);
      // Where the browsers tell their own fields differently, each has a fixture.
      const [own, shared] = [`${name}.${kind}.txt`, `${name}.txt`].map((file) => new URL(file, FIXTURES));
      const fixture = own && existsSync(own) ? own : shared;
      const expected = fixture && existsSync(fixture) ? readFileSync(fixture, 'utf8') : '(no such fixture)';
      if (transcript !== expected) {
        mkdirSync(OUTPUT, { recursive: true });
        // To be read as a listener would, and put in the fixture's place by hand where it is right.
        writeFileSync(new URL(`${name}.${kind}.txt`, OUTPUT), transcript);
      }
      expect(transcript).toBe(expected);
      await tab.close();
    });

    it.each(Object.entries(TRANSCRIPTS))(
      'of the %s has one main heading, no gap in levels and no nameless control',
      async (_, { within, open }) => {
        const tab = await open(stage());
        await transcriptOf(tab, within);
        const tree = findAccessible(await tab.accessibilityTree(), within);
        const nodes = tree ? accessiblesIn(tree) : [];
        const levels = nodes.flatMap(({ role, level }) => (role === 'heading' && level !== null ? [level] : []));
        expect(levels.filter((level) => level === 1)).toHaveLength(1);
        levels.forEach((level, index) => {
          expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
        });
        const controls = nodes.filter(({ role }) =>
          ['button', 'link', 'textbox', 'slider', 'combobox', 'checkbox', 'radio'].includes(role),
        );
        expect(controls.length).toBeGreaterThan(3);
        expect(controls.filter(({ name }) => name.trim() === '')).toEqual([]);
      },
    );
  });
});
