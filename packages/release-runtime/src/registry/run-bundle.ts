import { compileFunction } from 'node:vm'
import { ReleaseError } from '../release-error.ts'
import type { ServerBundle } from './load-release.ts'

/** Returns a runner of bundles in this process. `accept` returns the exports that the process calls, or throws. */
export const inThisProcess =
  <M>(accept: (exports: Record<string, unknown>) => M) =>
  ({ code, filename }: Pick<ServerBundle, 'code' | 'filename'>): M =>
    accept(runBundle(code, filename))

/**
 * Executes a self-contained CommonJS bundle and returns its exports. It may require Node's built-in modules only.
 * `filename` appears in stack traces.
 * @throws ReleaseError INVALID for any other require
 */
export function runBundle(code: string, filename: string): Record<string, unknown> {
  const module = { exports: {} }
  const run = compileFunction(code, ['exports', 'module', 'require'], { filename })
  run(module.exports, module, requireBuiltin)
  return module.exports
}

function requireBuiltin(id: string): unknown {
  const builtin: unknown = process.getBuiltinModule(id)
  if (!builtin) throw new ReleaseError('INVALID', `a bundle must be self-contained, but requires "${id}"`)
  return builtin
}
