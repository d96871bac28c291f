import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserKind, Tab } from '../../tools/browsers/browser.ts';
import { launchBrowser } from '../../tools/browsers/launch-browser.ts';
import { waitUntil } from '../../tools/browsers/wait-until.ts';
import { type PageServer, servePages } from '../../tools/page-server.ts';
import { WITHOUT_SYSTEM_VOICES } from '../../tools/sound/speech-dispatcher.ts';
import { tabTo } from './speakers-steps.ts';
import { type StandIn, type StandInAnswer, startStandIn } from './wikipedia-stand-in.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SUMMARY = 'https://en.wikipedia.org/api/rest_v1/page/summary/';
const LEAD = 'The harbour office looks after the quays.';

const summaryOf = (title: string, extract = LEAD): StandInAnswer => ({ body: { type: 'standard', title, extract } });
const OFFICE = 'United Nations Office for the Coordination of Humanitarian Affairs';
const ANSWERS: Record<string, StandInAnswer> = {
  [SUMMARY + OFFICE.replaceAll(' ', '_')]: summaryOf(OFFICE, 'The office brings aid together.'),
  [`${SUMMARY}Harbour_Office`]: summaryOf('Harbour Office'),
  [`${SUMMARY}Port_Office`]: { redirect: '/api/rest_v1/page/summary/Harbour_Office' },
  [`${SUMMARY}Led_astray`]: { redirect: 'https://elsewhere.example/api/rest_v1/page/summary/Harbour_Office' },
  'https://elsewhere.example/api/rest_v1/page/summary/Harbour_Office': summaryOf('Elsewhere'),
  'https://en.wikipedia.org/w/api.php?action=query&prop=langlinks&titles=Harbour_Office&lllang=de&redirects=1&format=json&formatversion=2':
    { body: { query: { pages: [{ title: 'Harbour Office', langlinks: [{ lang: 'de', title: 'Hafenamt' }] }] } } },
  'https://de.wikipedia.org/api/rest_v1/page/summary/Hafenamt': summaryOf('Hafenamt', 'Das Hafenamt pflegt die Kais.'),
};

/** What the extension's own pages see of the browser; those of Lectern may send what the reading view sends. */
interface Extension {
  runtime: { sendMessage(message: object): Promise<unknown> };
}
const lookUp = (title: string, language: string | null) =>
  (globalThis as unknown as { chrome: Extension }).chrome.runtime.sendMessage({
    type: 'look-up-page',
    title,
    language,
  });
/** Asks and goes on; the answer, which may wait for the person, is left in the page. */
const startLookUp = (title: string) => {
  void (globalThis as unknown as { chrome: Extension }).chrome.runtime
    .sendMessage({ type: 'look-up-page', title, language: 'en' })
    .then((reply) => {
      document.body.dataset.reply = JSON.stringify(reply);
    });
};
const reply = (tab: Tab) => tab.evaluate(() => JSON.parse(document.body.dataset.reply ?? 'null') as unknown);
const status = () => document.querySelector('.wikipedia [role=status]')?.textContent ?? '';

interface Manifest {
  optional_host_permissions?: string[];
  host_permissions?: string[];
}

const isWikipedia = (host: string) => host.includes('wikipedia.org');

/** The extension as it ships, in a folder of its own, where its manifest can be another for a while. */
function copyExtension(kind: BrowserKind) {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-wikipedia-'));
  cpSync(join(ROOT, 'dist', kind === 'chromium' ? 'chrome' : 'firefox'), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const shipped = readFileSync(path, 'utf8');
  const { optional_host_permissions: hosts = [], ...others }: Manifest = JSON.parse(shipped);
  return {
    folder,
    require: () => writeFileSync(path, JSON.stringify({ ...others, host_permissions: hosts.filter(isWikipedia) })),
    ship: () => writeFileSync(path, shipped),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Says yes in place of the person: no test can press in Chromium's own question, and no switch answers it. */
const sayYes = () => {
  const { permissions } = (globalThis as unknown as { chrome: { permissions: Record<string, unknown> } }).chrome;
  const yes = (_: object, done?: (isGranted: boolean) => void) => (done ? done(true) : Promise.resolve(true));
  permissions.request = yes;
  permissions.contains = yes;
};

describe.each<BrowserKind>(['chromium', 'firefox'])('Wikipedia in %s', (kind) => {
  let extension: ReturnType<typeof copyExtension>;
  let server: PageServer;
  let standIn: StandIn;
  let browser: Browser;

  beforeAll(async () => {
    extension = copyExtension(kind);
    server = await servePages({ folder: join(ROOT, 'tests/pages') });
    standIn = await startStandIn(ANSWERS);
    browser = await launchBrowser(kind, {
      extension: extension.folder,
      standInPort: standIn.port,
      environment: WITHOUT_SYSTEM_VOICES,
      grantsPermissions: kind === 'firefox',
    });
  });

  afterAll(async () => {
    await browser?.close();
    await standIn?.close();
    await server?.close();
    extension?.remove();
  });

  afterEach(async () => {
    for (const tab of (await browser.tabs()).slice(1)) await tab.close().catch(() => undefined);
  });

  /** On the options page, as a person does it. */
  async function setPermission(isWanted: boolean): Promise<void> {
    if (isWanted && kind === 'chromium') await grantByInstalling();
    const tab = await browser.openTab(`${browser.extensionOrigin}/options.html`);
    const shows = async (state: RegExp) => state.test(await tab.evaluate(status));
    const wanted = isWanted ? /^Allowed/ : /^Not allowed/;
    await waitUntil('the options page to show the permission', () => shows(/llowed/));
    if (!(await shows(wanted))) await tab.clickElement('.wikipedia button');
    await waitUntil('the options page to show the change', () => shows(wanted));
    await tab.close();
  }

  /** What was a required permission of an extension stays granted where it becomes an optional one. */
  async function grantByInstalling(): Promise<void> {
    extension.require();
    await browser.reloadExtension();
    extension.ship();
    await browser.reloadExtension();
  }

  const openOwnTab = () => browser.openTab(`${browser.extensionOrigin}/tab.html#notice=expired`);
  async function permissionPage(): Promise<Tab> {
    const page = await browser.waitForTab((url) => url.endsWith('/permission.html'));
    await waitUntil('the question', () => page.evaluate(() => document.querySelector('.permission') !== null));
    return page;
  }
  const isPermissionPageOpen = async () => {
    const urls = await Promise.all((await browser.tabs()).map((tab) => tab.url()));
    return urls.some((url) => url.endsWith('/permission.html'));
  };
  const asked = () => standIn.requestsTo('wikipedia.org').map(({ address }) => address);

  /** Opens the card of a term in the article by keyboard. */
  async function openCard(): Promise<Tab> {
    const tab = await browser.openTab(`${server.origin}/glossary.html`);
    await tab.pressToolbarButton();
    await tab.reader().waitUntilSettled();
    await waitUntil('the terms in the text', async () => (await tab.reader().count('button', 'OCHA')) > 0);
    await tabTo(tab, 'OCHA');
    await tab.press('Enter');
    await waitUntil('the card', async () => (await tab.reader().text()).includes('organises emergency aid'));
    return tab;
  }

  it('is asked nothing while an article, a card of a term and the glossary are opened and closed', async () => {
    await setPermission(true);
    const connections = () => standIn.connections.filter((site) => site.endsWith('wikipedia.org')).length;
    const before = connections();
    const tab = await openCard();
    await tab.press('Escape');
    await tab.press('g');
    await waitUntil('the glossary', async () => (await tab.reader().count('region', 'Terms in this article')) > 0);
    await tab.press('Escape');
    await tab.press('Escape');
    await tab.reader().waitUntilGone();
    expect(connections()).toBe(before);
  });

  it('shows its summary in the card after one press, with its source and licence', async () => {
    await setPermission(true);
    const before = asked().length;
    const tab = await openCard();
    await tabTo(tab, 'Look up on Wikipedia');
    await tab.press('Enter');
    await expect.poll(() => tab.reader().text()).toContain('The office brings aid together.');
    const shown = await tab.reader().text();
    expect(shown).toContain(`${OFFICE} on Wikipedia`);
    expect(shown.replaceAll('\u00A0', ' ')).toContain('CC BY-SA 4.0');
    expect(asked().slice(before)).toEqual([SUMMARY + OFFICE.replaceAll(' ', '_')]);
  });

  it('is asked nothing after a "no", and the answer says why', async () => {
    await setPermission(false);
    const before = asked().length;
    const tab = await openOwnTab();
    await tab.evaluate(startLookUp, 'Harbour Office');
    const page = await permissionPage();
    expect(await page.reader().axe()).toEqual([]);
    expect(await page.evaluate(() => document.body.textContent)).toContain('no cookies');
    await page.clickElement('.permission-answers button:last-child');
    await expect.poll(() => reply(tab)).toEqual({ status: 'needs-permission' });
    expect(await isPermissionPageOpen()).toBe(false);
    expect(asked()).toHaveLength(before);
  });

  it('is asked nothing when the question is closed unanswered', async () => {
    await setPermission(false);
    const before = asked().length;
    const tab = await openOwnTab();
    await tab.evaluate(startLookUp, 'Harbour Office');
    await (await permissionPage()).close();
    await expect.poll(() => reply(tab)).toEqual({ status: 'needs-permission' });
    expect(asked()).toHaveLength(before);
  });

  it('answers the press that waited, once allowed, and shows its tab again', async () => {
    await setPermission(false);
    const before = asked().length;
    const tab = await openOwnTab();
    await tab.evaluate(startLookUp, 'Harbour Office');
    const page = await permissionPage();
    if (kind === 'chromium') {
      await page.evaluate(sayYes);
      await browser.backgroundEvaluate(sayYes);
    }
    await page.clickElement('.permission-answers button:first-child');
    const found = { status: 'found', title: 'Harbour Office', extract: LEAD, language: 'en' };
    await expect.poll(() => reply(tab)).toMatchObject(found);
    expect(asked().slice(before)).toEqual([`${SUMMARY}Harbour_Office`]);
    expect(await isPermissionPageOpen()).toBe(false);
    await expect.poll(() => tab.evaluate(() => document.visibilityState)).toBe('visible');
    if (kind === 'chromium') await browser.reloadExtension();
  });

  it('sends no cookie, no page and no name of the extension', async () => {
    await setPermission(true);
    const before = asked().length;
    const tab = await openOwnTab();
    await tab.evaluate(lookUp, 'Harbour Office', 'en');
    const [request] = standIn.requestsTo('wikipedia.org').slice(before);
    expect(request?.address).toBe(`${SUMMARY}Harbour_Office`);
    for (const name of ['cookie', 'referer', 'origin']) expect(request?.headers).not.toHaveProperty(name);
    expect(JSON.stringify(request?.headers)).not.toMatch(/lectern|-extension/i);
  });

  it('is asked once, without the question, when it is allowed; redirects are followed within it alone', async () => {
    await setPermission(true);
    const tab = await openOwnTab();
    expect(await tab.evaluate(lookUp, 'Port Office', 'en')).toMatchObject({ status: 'found', title: 'Harbour Office' });
    expect(await tab.evaluate(lookUp, 'Led astray', 'en')).not.toMatchObject({ status: 'found' });
    expect(standIn.connections).not.toContain('elsewhere.example');
    expect(await tab.evaluate(lookUp, 'No such page', 'en')).toEqual({ status: 'not-found' });
  });

  it('answers in the language of the article where there is such a page', async () => {
    await setPermission(true);
    const tab = await openOwnTab();
    const found = await tab.evaluate(lookUp, 'Harbour_Office', 'de-AT');
    expect(found).toMatchObject({ status: 'found', title: 'Hafenamt', language: 'de' });
  });

  it('is not asked any more once the permission is taken back', async () => {
    await setPermission(true);
    await setPermission(false);
    const before = asked().length;
    const tab = await openOwnTab();
    await tab.evaluate(startLookUp, 'Harbour Office');
    await (await permissionPage()).close();
    await expect.poll(() => reply(tab)).toEqual({ status: 'needs-permission' });
    expect(asked()).toHaveLength(before);
  });
});
