import { beforeEach, describe, expect, it, vi } from 'vitest';
import { locale, translate } from '../../src/platform/i18n.ts';

const i18n = vi.hoisted(() => ({ getMessage: vi.fn(), getUILanguage: () => 'pt-BR' }));
// The polyfill throws outside an extension.
vi.mock('../../src/platform/browser.ts', () => ({ browser: { i18n } }));

beforeEach(() => {
  i18n.getMessage.mockReset();
});

describe('translate', () => {
  it('asks the browser with the substitutions', () => {
    i18n.getMessage.mockReturnValue('20 pixels');
    expect(translate('settingValuePixels', '20')).toBe('20 pixels');
    expect(i18n.getMessage).toHaveBeenCalledWith('settingValuePixels', ['20']);
  });

  it('gives the key rather than nothing, so that a control keeps a name', () => {
    i18n.getMessage.mockReturnValue('');
    expect(translate('optionsUndo')).toBe('optionsUndo');
    i18n.getMessage.mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    expect(translate('optionsUndo')).toBe('optionsUndo');
  });
});

it('gives a language and a direction even where the browser gives no text: dates are written with them', () => {
  i18n.getMessage.mockReturnValue('');
  expect(new Intl.Locale(translate('languageOfMessages')).language).toBe('en');
  expect(translate('directionOfMessages')).toBe('ltr');
});

it('gives the language of the interface, for dates and numbers', () => {
  expect(locale()).toBe('pt-BR');
});
