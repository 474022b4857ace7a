import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ConfigError } from '@mallhive/mfe-kit/config'
import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { configProblems } from './config-problems.ts'

/**
 * Loads the current `mall.config.ts` of a folder.
 * @throws ReleaseError INVALID with the file and, for each wrong field, the expected value
 */
export async function configOf(root: string): Promise<MicroFrontend> {
  const file = join(root, 'mall.config.ts')
  const { mtimeMs } = await stat(file)
  const { default: config } = await load(`${pathToFileURL(file).href}?${mtimeMs}`, root)
  if (!config?.exposes)
    throw invalid(root, [
      'it needs `export default defineMicroFrontend({ … })` from @mallhive/mfe-kit/preset',
    ])
  const missing = Object.entries({ ...config.exposes, ...(config.bff && { bff: config.bff }) }).filter(
    ([, path]) => !['', '.tsx', '.ts', '.js'].some((end) => existsSync(join(root, path + end))),
  )
  if (missing.length === 0) return config
  throw invalid(
    root,
    missing.map(([name, path]) => `${name === 'bff' ? name : `exposes.${name}`}: there is no file ${path}`),
  )
}

async function load(url: string, root: string): Promise<{ default?: MicroFrontend }> {
  try {
    return await import(url)
  } catch (error) {
    if (error instanceof ConfigError) throw invalid(root, configProblems(error))
    throw invalid(root, [`it cannot be loaded: ${summaryOf(error)}`])
  }
}

/** Returns the first line of an error, after the line number that the stack of a syntax error begins with. */
function summaryOf(error: unknown): string {
  const [first = ''] = String(error).split('\n')
  const stack = error instanceof Error ? error.stack : undefined
  const line = /^.*mall\.config\.ts\S*:(\d+)\n/.exec(stack ?? '')?.[1]
  return line ? `line ${line}: ${first}` : first
}

function invalid(root: string, problems: string[]): ReleaseError {
  const file = join(basename(root), 'mall.config.ts')
  return new ReleaseError('INVALID', [`${file} is refused`, ...problems].join('\n  '))
}
