import { JSDOM } from 'jsdom';
import { expect, vi } from 'vitest';
import { createKnownTermsSection } from '../../src/options/known-terms-section.ts';
import { createOwnGlossarySection } from '../../src/options/own-glossary-section.ts';
import type { OptionsPorts } from '../../src/options/ports.ts';
import { createPronunciationsSection } from '../../src/options/pronunciations-section.ts';
import { createKnownTerms } from '../../src/platform/known-terms.ts';
import { createOwnGlossary } from '../../src/platform/own-glossary.ts';
import { createOwnPresets } from '../../src/platform/own-presets.ts';
import { createOwnPronunciations } from '../../src/platform/own-pronunciations.ts';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import { ListStorageFake } from '../platform/list-storage.ts';
import { StorageFake } from '../platform/storage-fake.ts';
import { translate } from './options-stage.ts';
import { noSites } from './sites-fake.ts';
import { SpeechFake } from './speech-fake.ts';

/** Asks again until the expectation holds: what is stored is packed first, which takes its time on a busy machine. */
export function eventually<Value>(read: () => Value) {
  return expect.poll(read, { timeout: 5000 });
}

/** The sections of the options page that show lists, over storage that other pages share. */
export async function openLists(storage = new ListStorageFake()) {
  const { window } = new JSDOM('<!doctype html><body></body>', { url: 'https://options.example/' });
  const { document } = window;
  const settings = new StorageFake();
  const saveFile = vi.fn();
  const speech = new SpeechFake();
  const ports: OptionsPorts = {
    document,
    translate,
    store: createSettingsStore(settings, settings.onChanged),
    ownPresets: createOwnPresets(storage.sync, storage.onChanged),
    isFontInstalled: () => true,
    shortcuts: { settingsAddress: '', list: async () => [], openSettings: async () => true },
    wikipedia: { isAllowed: async () => false, request: async () => false, withdraw: async () => {} },
    sites: noSites(),
    ownGlossary: createOwnGlossary(storage),
    knownTerms: createKnownTerms(storage),
    saveFile,
    speech,
    ownPronunciations: createOwnPronunciations(storage),
  };
  const own = createOwnGlossarySection(ports);
  const known = createKnownTermsSection(ports);
  const pronunciations = createPronunciationsSection(ports);
  document.body.append(own.root, known.root, pronunciations.root);
  await Promise.all([own.refresh(), known.refresh(), pronunciations.refresh()]);

  const nameOf = (button: Element) => button.getAttribute('aria-label') ?? button.textContent;
  const stage = {
    window,
    document,
    storage,
    saveFile,
    own: own.root,
    known: known.root,
    speech,
    pronunciations: pronunciations.root,
    /** The terms that a section shows. */
    terms: (section: Element) => [...section.querySelectorAll('.entry-term')].map((term) => term.textContent),
    heading: (section: Element) => section.querySelector(':scope > h3, .own-list > h3')?.textContent,
    status: (section: Element) => section.querySelector('.status-text')?.textContent,
    focused: () => (document.activeElement === null ? null : nameOf(document.activeElement)),
    press(section: Element, name: string) {
      const button = [...section.querySelectorAll('button')].find((one) => nameOf(one) === name && !one.hidden);
      if (!button) throw new Error(`no button ${name}`);
      button.focus();
      button.click();
    },
    type(id: string, text: string) {
      const field = document.getElementById(id);
      if (!(field instanceof window.HTMLInputElement || field instanceof window.HTMLTextAreaElement))
        throw new Error(`no field ${id}`);
      field.value = text;
      field.dispatchEvent(new window.Event('input', { bubbles: true }));
    },
    choose(content: string | Uint8Array<ArrayBuffer>) {
      const input = document.querySelector('#own-import');
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const file = { size: bytes.length, arrayBuffer: async () => bytes.buffer };
      if (input) Object.defineProperty(input, 'files', { configurable: true, value: [file] });
      input?.dispatchEvent(new window.Event('change'));
    },
    /** Waits until the status line of a section says it. */
    async says(section: Element, text: string | RegExp) {
      await eventually(() => stage.status(section)).toMatch(text);
    },
  };
  return stage;
}
