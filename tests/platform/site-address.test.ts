import { describe, expect, it } from 'vitest';
import { readSiteAddress } from '../../src/platform/site-address.ts';

describe('readSiteAddress', () => {
  it.each([
    ['news.example', 'news.example'],
    ['  News.Example ', 'news.example'],
    ['news.example.', 'news.example'],
    ['news.example/world?page=2#top', 'news.example'],
    ['https://www.news.example/a', 'www.news.example'],
    ['http://news.example:8080/a', 'news.example'],
    ['news.example:8080', 'news.example'],
    ['//news.example/a', 'news.example'],
    ['https://reader:secret@news.example/', 'news.example'],
    ['zeitung-für-alle.example', 'xn--zeitung-fr-alle-7vb.example'],
  ])('finds the host of "%s"', (typed, host) => {
    expect(readSiteAddress(typed)).toEqual({ host });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['my favourite news', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['*.news.example', 'not-an-address'],
    ['news_.example', 'not-an-address'],
    ['<b>news</b>.example', 'not-an-address'],
    [`${'a.'.repeat(150)}example`, 'not-an-address'],
    ['news', 'incomplete'],
    ['localhost:3000', 'incomplete'],
    ['127.0.0.1', 'numbers'],
    ['2130706433', 'numbers'],
    ['[::1]', 'numbers'],
    ['about:addons', 'browser-page'],
    ['chrome://extensions', 'browser-page'],
    ['file:///home/page.html', 'browser-page'],
    ['javascript:alert(1)', 'browser-page'],
    ['https://addons.mozilla.org/firefox/', 'store-page'],
    ['chromewebstore.google.com', 'store-page'],
  ])('says what is wrong with "%s"', (typed, problem) => {
    expect(readSiteAddress(typed)).toEqual({ problem });
  });
});
