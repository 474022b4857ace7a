import { defineConfig } from 'vitest/config'

/** Tests that need a real OpenSearch node: `npm run opensearch`. */
export default defineConfig({
  test: {
    include: ['{services,infra}/**/*.opensearch.test.ts'],
    exclude: ['**/node_modules/**'],
    globalSetup: ['./infra/local/src/test-engines.ts', './infra/local/src/test-opensearch.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
