import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['tests/**/*.test.ts'], environment: 'node', testTimeout: 20_000 },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          environment: 'node',
          // Most of a test's time is waiting for a browser or a voice: two files at a time leave half of two cores idle.
          maxWorkers: 3,
          // After the unit tests, which take all cores.
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 90_000,
          // Browsers, sound and a shared machine: now and then one test of thousands meets a moment that
          // its browser slept through. `npm test` names what passed only at its second try.
          retry: 1,
          // A machine under load takes longer than the second that is usual; what comes is seen as soon as it comes.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
