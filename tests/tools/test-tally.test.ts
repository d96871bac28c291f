import { expect, it } from 'vitest';
import { tallyTests } from '../../tools/test-tally.ts';

it('counts what passed, and succeeds when nothing failed', () => {
  const run = { tests: ['passed', 'passed', 'skipped'], brokenGroups: 0, unhandledErrors: 0 } as const;
  expect(tallyTests(run)).toEqual({ passed: 2, failed: 0, success: true });
});

it('counts unfinished tests, broken groups and unhandled errors as failed', () => {
  const run = { tests: ['passed', 'failed', 'pending'], brokenGroups: 1, unhandledErrors: 2 } as const;
  expect(tallyTests(run)).toEqual({ passed: 1, failed: 5, success: false });
});

it('does not call a run without a passed test a success', () => {
  expect(tallyTests({ tests: [], brokenGroups: 0, unhandledErrors: 0 }).success).toBe(false);
  expect(tallyTests({ tests: ['skipped'], brokenGroups: 0, unhandledErrors: 0 }).success).toBe(false);
});
