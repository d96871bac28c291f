import { expect, it } from 'vitest';
import { adviceFor, missingKinds } from '../../tools/install-browsers.ts';

const EDGE = { name: 'edge', kind: 'chromium', executable: '/usr/bin/microsoft-edge' } as const;

it('misses the kinds of which there is no browser', () => {
  expect(missingKinds(['chromium', 'firefox'], [EDGE])).toEqual(['firefox']);
  expect(missingKinds(['chromium'], [EDGE])).toEqual([]);
});

it('says in one line what is missing and how to get it', () => {
  const withApt = adviceFor(['chromium', 'firefox'], true);
  expect(withApt).toMatch(/Missing: Chrome.* and Firefox.*sudo apt-get install chromium firefox-esr$/);
  expect(withApt).not.toContain('\n');
  expect(adviceFor(['firefox'], false)).toMatch(/Missing: Firefox .*FIREFOX\.$/);
});
