import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { isSingleKey, showSingleKey } from '../../src/reader/single-keys.ts';
import { defaultSettings } from '../../src/settings/settings.ts';

const settings = defaultSettings();

describe('isSingleKey', () => {
  it('knows the key of a setting, as a capital too', () => {
    expect(isSingleKey(settings, 'keyListen', 'k')).toBe(true);
    expect(isSingleKey(settings, 'keyListen', 'K')).toBe(true);
    expect(isSingleKey(settings, 'keyListen', 'j')).toBe(false);
  });

  it('follows what the reader has set', () => {
    expect(isSingleKey({ ...settings, keyListen: 'ö' }, 'keyListen', 'Ö')).toBe(true);
    expect(isSingleKey({ ...settings, keyListen: 'ö' }, 'keyListen', 'k')).toBe(false);
  });

  it('knows none where it is off, or where all are', () => {
    expect(isSingleKey({ ...settings, keyListen: '' }, 'keyListen', '')).toBe(false);
    expect(isSingleKey({ ...settings, singleKeys: 'off' }, 'keyListen', 'k')).toBe(false);
  });
});

describe('showSingleKey', () => {
  it('tells the key to assistive technologies, as long as there is one', () => {
    const button = new JSDOM('').window.document.createElement('button');
    showSingleKey(settings, 'keyGlossary', button);
    expect(button.getAttribute('aria-keyshortcuts')).toBe('G');
    showSingleKey({ ...settings, keyGlossary: '' }, 'keyGlossary', button);
    expect(button.hasAttribute('aria-keyshortcuts')).toBe(false);
  });
});
