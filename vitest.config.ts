import { defineConfig } from 'vitest/config'

// The two browser-side packages need no engines; everything else runs against real Postgres, Redis and fauxqs.
export default defineConfig({
  test: {
    include: ['{packages,services,bff,infra,shell,mfe-*}/**/*.test.{ts,tsx}'],
    // vitest.opensearch.config.ts runs those.
    exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**', '**/*.opensearch.test.ts'],
    globalSetup: ['./infra/local/src/test-engines.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // As many files at once as there are cores: most tests wait for engines and processes.
    maxWorkers: '100%',
  },
})
