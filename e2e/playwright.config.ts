import { defineConfig } from '@playwright/test'

import { launchOptions } from './fixtures/chromium.ts'

export default defineConfig({
  testDir: '.',
  testMatch: ['journeys/**/*.spec.ts', 'quality/**/*.spec.ts', 'faults/**/*.spec.ts'],
  globalSetup: './global-setup.ts',
  outputDir: '../test-results',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../.cache/e2e.json' }]],
  use: {
    // Set by the global setup, which opens the mall; workers read this file after it.
    baseURL: process.env.MALL_URL,
    viewport: { width: 1280, height: 900 },
    // Without the film: drawing it takes more of the machine than the tests do.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions,
  },
  projects: [
    { name: 'journeys', testMatch: 'journeys/**/*.spec.ts' },
    { name: 'quality', testMatch: 'quality/**/*.spec.ts' },
    // Takes parts of the mall down, so nothing may run beside it.
    { name: 'faults', testMatch: 'faults/**/*.spec.ts', dependencies: ['journeys', 'quality'], workers: 1 },
  ],
})
