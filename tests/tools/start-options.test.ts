import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasDisplay, parseStartOptions } from '../../tools/start-options.ts';

const ROOT = join(import.meta.dirname, '../..');
const parse = (...given: string[]) => parseStartOptions(given, ROOT, true);

describe('parseStartOptions', () => {
  it('opens the sample page in any browser when nothing is asked for', () => {
    expect(parse()).toEqual({ browser: null, page: { type: 'sample' }, headless: false, help: false });
  });

  it('reads every option', () => {
    const url = 'https://news.example/story?id=1';
    expect(parse('--browser', 'Firefox', '--page', url, '--headless')).toEqual({
      browser: 'firefox',
      page: { type: 'address', url },
      headless: true,
      help: false,
    });
    expect(parse('--help').help).toBe(true);
  });

  it('looks for a file where its name was typed, and takes a file address too', () => {
    const page = { type: 'file', path: join(ROOT, 'package.json') };
    expect(parse('--page', 'package.json').page).toEqual(page);
    expect(parse('--page', pathToFileURL(page.path).href).page).toEqual(page);
  });

  it('does without a window where none can be shown', () => {
    expect(parseStartOptions([], ROOT, false).headless).toBe(true);
  });

  it('says in a sentence what is wrong', () => {
    expect(() => parse('--page', 'no-such-page.html')).toThrow(/There is no file .*no-such-page\.html\./);
    expect(() => parse('--page', 'http://')).toThrow('no address');
    expect(() => parse('--browser', 'lynx')).toThrow('"lynx": choose chrome, chromium, edge or firefox');
    expect(() => parse('--colour')).toThrow('--colour');
  });
});

describe('hasDisplay', () => {
  it('asks for a display server on Linux alone', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });
});
