import { compileFunction } from 'node:vm'
import { ReleaseError } from '../release-error.ts'
import type { ServerBundle } from './load-release.ts'

/** Runs bundles in this process. `accept` checks that they export what it calls, and throws otherwise. */
export const inThisProcess =
  <M>(accept: (exports: Record<string, unknown>) => M) =>
  ({ code, filename }: Pick<ServerBundle, 'code' | 'filename'>): M =>
    accept(runBundle(code, filename))

/**
 * Executes a self-contained CommonJS bundle and returns its exports. It may require Node's own modules and nothing else.
 * `filename` is what stack traces show.
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
