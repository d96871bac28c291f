import { describe, expect, it } from 'vitest';
import { chooseBrowser, findBrowsers, type Machine } from '../../tools/browsers/find-browsers.ts';

function machine(
  platform: NodeJS.Platform,
  programs: readonly string[],
  environment: Record<string, string> = {},
): Machine {
  return { platform, environment, isProgram: (path) => programs.includes(path) };
}

const PATH = { PATH: '/usr/local/bin:/usr/bin' };

describe('findBrowsers', () => {
  it('finds programs on the path of a Linux machine, the first folder first', () => {
    const programs = ['/usr/bin/chromium', '/usr/bin/firefox-esr', '/usr/local/bin/chromium'];
    expect(findBrowsers(machine('linux', programs, PATH))).toEqual([
      { name: 'chromium', kind: 'chromium', executable: '/usr/local/bin/chromium' },
      { name: 'firefox', kind: 'firefox', executable: '/usr/bin/firefox-esr' },
    ]);
  });

  it('finds applications on a Mac, the person’s own among them', () => {
    const programs = [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/ida/Applications/Firefox.app/Contents/MacOS/firefox',
    ];
    const found = findBrowsers(machine('darwin', programs, { HOME: '/Users/ida' }));
    expect(found.map(({ executable }) => executable)).toEqual(programs);
  });

  it('finds programs in the folders of Windows', () => {
    const programs = [
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ];
    const environment = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    const found = findBrowsers(machine('win32', programs, environment));
    expect(found).toEqual([
      { name: 'edge', kind: 'chromium', executable: programs[0] },
      { name: 'firefox', kind: 'firefox', executable: programs[1] },
    ]);
  });

  it('takes the program that CHROME or FIREFOX names instead of those that it would find', () => {
    const programs = ['/opt/canary', '/usr/bin/chromium', '/usr/bin/firefox'];
    const found = findBrowsers(machine('linux', programs, { ...PATH, CHROME: '/opt/canary' }));
    expect(found.map(({ executable }) => executable)).toEqual(['/opt/canary', '/usr/bin/firefox']);
  });

  it('says so when the variable names no program', () => {
    const wrong = machine('linux', ['/usr/bin/firefox'], { ...PATH, FIREFOX: '/opt/nightly' });
    expect(() => findBrowsers(wrong)).toThrow('FIREFOX names /opt/nightly, and no program lies there');
  });

  it('finds nothing on an empty machine', () => {
    expect(findBrowsers(machine('linux', [], PATH))).toEqual([]);
  });
});

describe('chooseBrowser', () => {
  const both = machine('linux', ['/usr/bin/chromium', '/usr/bin/firefox'], PATH);

  it('takes the first that there is, or the one that is wanted', () => {
    expect(chooseBrowser(both, null)?.name).toBe('chromium');
    expect(chooseBrowser(both, 'firefox')?.name).toBe('firefox');
    expect(chooseBrowser(both, 'edge')).toBe(null);
  });

  it('takes the program in CHROME for any browser of its kind, and for no other', () => {
    const named = machine('linux', ['/opt/edge', '/usr/bin/firefox'], { ...PATH, CHROME: '/opt/edge' });
    expect(chooseBrowser(named, 'edge')?.executable).toBe('/opt/edge');
    expect(chooseBrowser(named, 'firefox')?.executable).toBe('/usr/bin/firefox');
  });
});
