import { describe, expect, it } from 'vitest';
import { obstacleOfAddress } from '../../src/article/obstacle.ts';

describe('obstacleOfAddress', () => {
  it.each([
    ['chrome://settings/', 'browser-page'],
    ['about:preferences', 'browser-page'],
    ['view-source:https://news.example/a', 'browser-page'],
    ['moz-extension://0b2f/options.html', 'browser-page'],
    [null, 'browser-page'],
    ['https://chromewebstore.google.com/detail/x', 'store-page'],
    ['https://chrome.google.com/webstore/detail/x', 'store-page'],
    ['https://addons.mozilla.org/en-GB/firefox/', 'store-page'],
    ['https://microsoftedge.microsoft.com/addons/detail/x', 'store-page'],
    ['https://news.example/report.pdf', 'pdf'],
    ['https://news.example/report.PDF?page=2', 'pdf'],
    ['file:///home/reader/report.pdf', 'pdf'],
    ['file:///home/reader/article.html', 'file-access'],
    ['https://news.example/a', 'closed-page'],
    ['https://news.example/why?file=report.pdf', 'closed-page'],
    ['https://addons.mozilla.org.evil.example/', 'closed-page'],
  ] as const)('tells of %s that it is %s', (address, obstacle) => {
    expect(obstacleOfAddress(address)).toBe(obstacle);
  });
});
