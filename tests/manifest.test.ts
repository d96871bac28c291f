import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifestFor } from './build/build-functions.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const source: Record<string, unknown> = read('manifest.json');
const { version }: { version: string } = read('package.json');
const chrome = manifestFor('chrome', source, version);
const firefox = manifestFor('firefox', source, version);
const both: [string, Record<string, unknown>][] = [
  ['Chrome', chrome],
  ['Firefox', firefox],
];

describe.each(both)('the manifest for %s', (_, manifest) => {
  it('asks for what it needs and nothing more', () => {
    expect(manifest.permissions).toEqual(['activeTab', 'scripting', 'storage', 'contextMenus']);
    for (const key of [
      'host_permissions',
      'optional_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
      'chrome_url_overrides',
      'devtools_page',
    ])
      expect(manifest).not.toHaveProperty(key);
  });

  it('may be given Wikipedia later, and the sites that the person chooses one by one', () => {
    expect(manifest.optional_host_permissions).toEqual(['https://*.wikipedia.org/*', '*://*/*']);
  });

  it('lets its pages run its own scripts alone and connect to Wikipedia alone', () => {
    const policy = (manifest.content_security_policy as { extension_pages: string }).extension_pages;
    const directives = new Map(
      policy.split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(/\s+/);
        return [name, sources];
      }),
    );
    expect(policy).not.toContain('unsafe-');
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('connect-src')).toEqual(['https://*.wikipedia.org']);
    for (const name of ['frame-src', 'worker-src', 'object-src']) expect(directives.has(name)).toBe(false);
    for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect(directives.get(name)).toEqual(["'none'"]);
  });

  it('takes its version from the package', () => {
    expect(manifest).toMatchObject({ manifest_version: 3, version });
  });

  it('declares every command, so that people can change its keys', () => {
    expect(Object.keys(manifest.commands as object)).toEqual(['_execute_action', 'read-selection']);
  });

  it('opens the settings in a tab, where there is room for large text', () => {
    expect(manifest.options_ui).toEqual({ page: 'options.html', open_in_tab: true });
  });
});

it('keeps what only Chrome knows to Chrome', () => {
  expect(chrome.background).toEqual({ service_worker: 'background.js' });
  expect(chrome.minimum_chrome_version).toBe('121');
  expect(chrome).not.toHaveProperty('browser_specific_settings');
});

it('keeps what only Firefox knows to Firefox, and declares that no data is sent unless the person allows it', () => {
  expect(firefox.background).toEqual({ scripts: ['background.js'] });
  expect(firefox).not.toHaveProperty('minimum_chrome_version');
  expect(firefox.browser_specific_settings).toMatchObject({
    gecko: {
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'], optional: ['websiteContent'] },
    },
    // The first for Android that knows data_collection_permissions.
    gecko_android: { strict_min_version: '142.0' },
  });
});

it('is not changed by being cut for a browser', () => {
  expect(source.background).toEqual({ service_worker: 'background.js', scripts: ['background.js'] });
});
