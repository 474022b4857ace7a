import { defineConfig } from 'vitest/config'

// The two browser-side packages need no engines; everything else runs against real Postgres, Redis and fauxqs.
export default defineConfig({
  test: {
    include: ['{packages,services,bff,infra,shell,mfe-*}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**'],
    globalSetup: ['./infra/local/src/test-engines.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
