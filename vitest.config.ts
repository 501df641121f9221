import { defineConfig } from 'vitest/config';

// Tests run on the TypeScript sources: the condition makes @handbell/* resolve to src instead of dist.
const conditions = ['handbell:source'];
const resolve = { conditions };
const ssr = { resolve: { conditions } };
const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const;

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        ssr,
        test: { name: 'packages', include: ['packages/*/{src,test}/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        resolve,
        ssr,
        oxc,
        test: {
          name: 'server',
          include: ['server/{src,test}/**/*.test.{ts,tsx}', 'cli/src/**/*.test.ts'],
          globalSetup: ['server/test/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      // Measured on wish only: BENCH=1 npx vitest run --project bench
      ...(process.env.BENCH
        ? [
            {
              resolve,
              ssr,
              oxc,
              test: {
                name: 'bench',
                include: ['bench/*.vitest.ts'],
                globalSetup: ['server/test/global-setup.ts'],
              },
            },
          ]
        : []),
      {
        resolve,
        ssr,
        oxc,
        // The whole service, killed and started again: after everything else, alone on the machine.
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['server/test/global-setup.ts'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
