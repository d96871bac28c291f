import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const PAGE = readFileSync(new URL('docs/accessibility.md', ROOT), 'utf8');

/** The rows of the table under a heading, without its head. */
function rowsUnder(heading: string): string[][] {
  const [, after = ''] = PAGE.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** How many success criteria WCAG 2.2 has under each guideline; 4.1.1 is no longer one. */
const CRITERIA: Record<string, number> = {
  ...{ '1.1': 1, '1.2': 9, '1.3': 6, '1.4': 13, '2.1': 4, '2.2': 6, '2.3': 3, '2.4': 13, '2.5': 8 },
  ...{ '3.1': 6, '3.2': 6, '3.3': 9 },
};
const ALL = [
  ...Object.entries(CRITERIA).flatMap(([guideline, count]) =>
    Array.from({ length: count }, (_, index) => `${guideline}.${index + 1}`),
  ),
  '4.1.2',
  '4.1.3',
];

const criteria = rowsUnder('Criterion by criterion').map(([criterion = '', level, state, how, tests = '']) => ({
  number: criterion.split(' ')[0] ?? '',
  level,
  state,
  how,
  tests: [...tests.matchAll(/_([^_]+)_/g)].map(([, name = '']) => name),
}));
const tests = rowsUnder('The tests').map(([name = '', where = '', title = '']) => ({
  name: name.replaceAll('_', ''),
  where: where.replaceAll('`', ''),
  title,
}));

describe('docs/accessibility.md', () => {
  it('has every success criterion of WCAG 2.2 once, in its order', () => {
    expect(criteria.map(({ number }) => number)).toEqual(ALL);
  });

  it.each(criteria)(
    'says of $number how it stands, with tests where it applies',
    ({ level, state, how, tests: named }) => {
      expect(level).toMatch(/^A{1,3}$/);
      expect(state).toMatch(level === 'AAA' ? /^(met|partly|does not apply)$/ : /^(met|does not apply)$/);
      expect(how).not.toBe('');
      expect(named.length > 0).toBe(state !== 'does not apply');
      for (const name of named) expect(tests.map((test) => test.name)).toContain(name);
    },
  );

  it.each(tests)('names a test that there is, and uses it: $name', ({ name, where, title }) => {
    const file = new URL(where, ROOT);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(title);
    expect(PAGE.split(`_${name}_`).length).toBeGreaterThan(2);
  });
});
