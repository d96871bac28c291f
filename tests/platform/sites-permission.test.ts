import { describe, expect, it, vi } from 'vitest';
import { createSitesPermission } from '../../src/platform/sites-permission.ts';
import { HostPermissionsFake } from './host-permissions-fake.ts';

const WIKIPEDIA = 'https://*.wikipedia.org/*';

describe('createSitesPermission', () => {
  it('asks at once: after a pause the browser would not take it for an answer to the press', () => {
    const permissions = new HostPermissionsFake();
    void createSitesPermission(permissions).ask('news.example');
    expect(permissions.asked).toHaveLength(1);
  });

  it.each([
    ['news.example', ['*://news.example/*', '*://www.news.example/*']],
    ['www.news.example', ['*://news.example/*', '*://www.news.example/*']],
    ['news.co.uk', ['*://news.co.uk/*', '*://www.news.co.uk/*']],
    ['edition.news.example', ['*://edition.news.example/*']],
  ])('asks for %s with and without www where it is a whole site, and for no host beside', async (host, origins) => {
    const permissions = new HostPermissionsFake();
    await createSitesPermission(permissions).ask(host);
    expect(permissions.asked).toEqual([origins]);
  });

  it('lists what the browser has granted, by site and name, whatever the form of the patterns', async () => {
    const granted = ['https://www.zeta.example/*', 'http://zeta.example/*', '*://*.alpha.example/*', 'file:///*'];
    const sites = createSitesPermission(new HostPermissionsFake(granted));
    expect(await sites.list()).toEqual([
      { host: 'alpha.example', origins: ['*://*.alpha.example/*'] },
      { host: 'zeta.example', origins: ['https://www.zeta.example/*', 'http://zeta.example/*'] },
    ]);
  });

  it.each(['<all_urls>', '*://*/*', 'https://*/*'])('lists %s as every website', async (origin) => {
    expect(await createSitesPermission(new HostPermissionsFake([origin])).list()).toEqual([
      { host: null, origins: [origin] },
    ]);
  });

  it('does not take the permission to ask Wikipedia for one to open there', async () => {
    const sites = createSitesPermission(new HostPermissionsFake([WIKIPEDIA]));
    expect(await sites.list()).toEqual([]);
    expect(await sites.covers('https://en.wikipedia.org/wiki/Ferry')).toBe(false);
  });

  it.each([
    ['*://news.example/*', 'https://news.example/a', true],
    ['*://news.example/*', 'http://news.example:8080/a', true],
    ['*://news.example/*', 'https://mail.news.example/a', false],
    ['*://news.example/*', 'https://othernews.example/a', false],
    ['*://*.news.example/*', 'https://mail.news.example/a', true],
    ['*://*.news.example/*', 'https://othernews.example/a', false],
    ['https://news.example/*', 'http://news.example/a', false],
    ['<all_urls>', 'https://any.example/', true],
    ['<all_urls>', 'file:///home/page.html', false],
    ['<all_urls>', '', false],
  ])('with %s, says of %s that it is covered: %s', async (origin, address, isCovered) => {
    expect(await createSitesPermission(new HostPermissionsFake([origin])).covers(address)).toBe(isCovered);
  });

  it('takes back all that belongs to a site, and nothing else', async () => {
    const permissions = new HostPermissionsFake([WIKIPEDIA]);
    const sites = createSitesPermission(permissions);
    await sites.ask('one.example');
    await sites.ask('two.example');
    const [first] = await sites.list();
    if (first) await sites.withdraw(first);
    expect((await permissions.getAll()).origins).toEqual([WIKIPEDIA, '*://two.example/*', '*://www.two.example/*']);
  });

  it('tells of what the browser’s own settings change, until it is no longer wanted', () => {
    const permissions = new HostPermissionsFake();
    const listener = vi.fn();
    const ended = new AbortController();
    createSitesPermission(permissions).subscribe(listener, ended.signal);
    permissions.change(['*://news.example/*']);
    expect(listener).toHaveBeenCalledOnce();
    ended.abort();
    expect(permissions.listeners).toBe(0);
  });
});
