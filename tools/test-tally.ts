/** What a test run left behind. */
export interface TestRun {
  /** How each test ended; one that was never run or never ended is `pending`. */
  tests: readonly ('passed' | 'failed' | 'skipped' | 'pending')[];
  /** Files and groups of tests that broke as a whole: they could not be loaded, or their set-up failed. */
  brokenGroups: number;
  /** Errors that no test caught. */
  unhandledErrors: number;
}

export interface TestTally {
  passed: number;
  /** Failed and unfinished tests, broken groups and unhandled errors. */
  failed: number;
  /** False when anything failed, and when no test passed at all. */
  success: boolean;
}

/** Counts a test run. */
export function tallyTests({ tests, brokenGroups, unhandledErrors }: TestRun): TestTally {
  const passed = tests.filter((state) => state === 'passed').length;
  const unsuccessful = tests.filter((state) => state === 'failed' || state === 'pending').length;
  const failed = unsuccessful + brokenGroups + unhandledErrors;
  return { passed, failed, success: failed === 0 && passed > 0 };
}
