// `npm test`: sees to the browsers, builds, runs every test, and says on the last line how many passed and failed.
//   npm test -- tests/e2e        only the tests whose path holds these words
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startVitest, type Vitest } from 'vitest/node';
import { ensureBrowsers } from './install-browsers.ts';
import { ensureSound } from './sound/install-sound.ts';
import { type TestRun, type TestTally, tallyTests } from './test-tally.ts';

const ROOT = join(import.meta.dirname, '..');

function outcomeOf({ state }: Vitest): TestRun {
  const modules = state.getTestModules();
  const groups = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  return {
    tests: modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state)),
    brokenGroups: groups.filter((group) => group.errors().length > 0).length,
    unhandledErrors: state.getUnhandledErrors().length,
  };
}

/** The full names of the tests that failed first and passed when they were run once more. */
function passedAtSecondTry({ state }: Vitest): string[] {
  const tests = state.getTestModules().flatMap((module) => [...module.children.allTests()]);
  return tests
    .filter((test) => test.diagnostic()?.flaky)
    .map((test) => `${test.module.relativeModuleId}: ${test.fullName}`);
}

async function runTests(): Promise<TestTally> {
  const { missing, advice } = ensureBrowsers(['chromium', 'firefox']);
  if (missing.length > 0) throw new Error(advice);
  const withoutSound = ensureSound();
  if (withoutSound !== null) console.error(withoutSound);
  execFileSync(process.execPath, ['build.mjs'], { cwd: ROOT, stdio: 'inherit' });
  const vitest = await startVitest('test', process.argv.slice(2), { root: ROOT, run: true, watch: false });
  const tally = tallyTests(outcomeOf(vitest));
  for (const name of passedAtSecondTry(vitest)) console.error(`passed only at the second try: ${name}`);
  await vitest.close();
  return tally;
}

/** A run that could not take place is one failure. */
const NO_RUN: TestTally = { passed: 0, failed: 1, success: false };

const { passed, failed, success } = await runTests().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return NO_RUN;
});
// A test that left something running must not keep the whole run from ending; the last line is out by then.
process.stdout.write(`${passed} passed, ${failed} failed\n`, () => process.exit(success ? 0 : 1));
