import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

// Journeys run against the real service, each on a database of its own, in Debian's Chromium.
export default defineConfig({
  testDir: 'tests/journeys',
  timeout: 600_000,
  workers: Math.min(4, Math.max(2, availableParallelism())),
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list', { printSteps: false }]],
  outputDir: 'test-results',
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
    trace: 'retain-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  },
});
