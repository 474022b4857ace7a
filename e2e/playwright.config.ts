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
    // The global setup sets MALL_URL before workers read this file.
    baseURL: process.env.MALL_URL,
    viewport: { width: 1280, height: 900 },
    // Traces without screenshots, which would need more CPU than the tests.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions,
    // Routes of a test do not see the requests of a service worker; service-worker.spec.ts allows it.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'journeys', testMatch: 'journeys/**/*.spec.ts' },
    { name: 'quality', testMatch: 'quality/**/*.spec.ts' },
    // Stops parts of the mall, so no other project may run at the same time.
    { name: 'faults', testMatch: 'faults/**/*.spec.ts', dependencies: ['journeys', 'quality'], workers: 1 },
  ],
})
