import federation, { bundlerRuntime } from '@module-federation/webpack-bundler-runtime'
import { bundlerRuntimeGlobal } from './bundler-runtime-global.ts'

/**
 * Lends the federation runtime to remote entries, which are built without one. Each gets its own record to fill in:
 * the runtime keeps what belongs to one container there.
 */
export function lendBundlerRuntime(): void {
  Object.defineProperty(globalThis, bundlerRuntimeGlobal, {
    configurable: true,
    get: () => ({
      ...federation,
      bundlerRuntime: { ...bundlerRuntime, S: {} },
      bundlerRuntimeOptions: {},
    }),
  })
}
