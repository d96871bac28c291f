import { describe, expect, it } from 'vitest';
import { isHomePage } from '../../src/article/home-page.ts';

const at = (path: string) => `https://news.example${path}`;

describe('isHomePage', () => {
  it.each([
    ...[
      '',
      '/',
      '/?ref=mail',
      '/#top',
      '/index.html',
      '/index.php?lang=en',
      '/default.aspx',
      '/home',
      '/home/',
      '/main.html',
    ],
    ...['/en', '/en/', '/en-GB/', '/zh-hant', '/pt_br/', '/en/index.html', '/de/home/'],
  ])('is true of "%s"', (path) => {
    expect(isHomePage(at(path))).toBe(true);
  });

  it.each([
    '/ferry-returns',
    '/en/ferry-returns',
    '/2026/03/03/',
    '/a/index.html',
    '/homes-for-all',
    '/index.html/ferry',
  ])('is false of "%s"', (path) => {
    expect(isHomePage(at(path))).toBe(false);
  });

  it.each(['about:blank', 'file:///', 'not an address', 'chrome-extension://abc/'])('is false of %s', (address) => {
    expect(isHomePage(address)).toBe(false);
  });
});
