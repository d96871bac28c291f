import { describe, expect, it, vi } from 'vitest';
import { createWikipediaPermission } from '../../src/platform/wikipedia-permission.ts';

const HOSTS = ['https://*.wikipedia.org/*'];
/** Every site may be allowed by the person, one by one; Wikipedia's permission is nothing but its own. */
const chrome = { optional_host_permissions: [...HOSTS, '*://*/*'] };
const firefox = {
  ...chrome,
  browser_specific_settings: {
    gecko: { data_collection_permissions: { required: ['none'], optional: ['websiteContent'] } },
  },
};

function fakePermissions(isGranted: boolean) {
  const answer = () => vi.fn(async (_: object) => isGranted);
  return { contains: answer(), request: answer(), remove: answer() };
}

describe('createWikipediaPermission', () => {
  it.each([
    ['Chrome, which refuses fields that it does not know', chrome, { origins: HOSTS }],
    ['Firefox, with its question about data', firefox, { origins: HOSTS, data_collection: ['websiteContent'] }],
  ])('asks for what the manifest names in %s', async (_, manifest, asked) => {
    const permissions = fakePermissions(true);
    const permission = createWikipediaPermission(permissions, manifest);
    expect(await permission.isAllowed()).toBe(true);
    expect(await permission.request()).toBe(true);
    await permission.withdraw();
    for (const call of [permissions.contains, permissions.request, permissions.remove])
      expect(call.mock.calls).toEqual([[asked]]);
  });

  it('asks the browser at once: after a pause it would not take it for an answer to the press', () => {
    const permissions = fakePermissions(true);
    void createWikipediaPermission(permissions, chrome).request();
    expect(permissions.request).toHaveBeenCalledOnce();
  });

  it('is not allowed where the manifest names no site', async () => {
    expect(await createWikipediaPermission(fakePermissions(true), {}).isAllowed()).toBe(false);
    const others = { optional_host_permissions: ['*://*/*'] };
    expect(await createWikipediaPermission(fakePermissions(true), others).isAllowed()).toBe(false);
  });
});
