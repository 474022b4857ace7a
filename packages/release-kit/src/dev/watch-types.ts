import { statSync, watch } from 'node:fs'
import { dirname, join } from 'node:path'
import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import { typeProblems } from '../build/type-check/type-problems.ts'

// The bundlers run first: people wait for their output.
const pauseMs = 150

/**
 * Checks the types of a micro frontend's sources now and after every save in its folders. `onChecked` gets TypeScript's
 * errors, `undefined` when there are none, and the reason when a check fails.
 */
export function watchTypes(
  config: MicroFrontend,
  root: string,
  onChecked: (problem: string | undefined) => void,
): AsyncDisposable {
  const ended = new AbortController()
  let wanted = false
  let checking: Promise<void> | undefined
  let soon: NodeJS.Timeout | undefined

  /** Runs one check at a time; a save during it causes one more. */
  const check = async (): Promise<void> => {
    wanted = false
    const problem = await problemsAt(root, ended.signal)
    if (ended.signal.aborted) return
    if (wanted) return check()
    onChecked(problem)
  }
  const start = () => {
    wanted = true
    checking ??= check().finally(() => (checking = undefined))
  }
  const watchers = foldersOf(config, root).map((folder) =>
    watch(folder, { recursive: folder !== root }, (_, file) => {
      if (!file || /(^|\/)(dist|node_modules)\//.test(file) || !/\.(tsx?|json)$/.test(file)) return
      clearTimeout(soon)
      soon = setTimeout(start, pauseMs)
    }),
  )
  start()
  return {
    async [Symbol.asyncDispose]() {
      ended.abort()
      clearTimeout(soon)
      for (const watcher of watchers) watcher.close()
      await checking
    },
  }
}

/** Never rejects: a compiler that crashes must not end the dev server. */
async function problemsAt(root: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const found = await typeProblems(root, signal)
    return found.map(({ at, problem }) => `${at}: ${problem}`).join('\n') || undefined
  } catch (error) {
    return `types were not checked: ${error instanceof Error ? error.message : String(error)}`
  }
}

/**
 * Returns the root and the folders of the exposes and the BFF: watching all below the root would include node_modules.
 */
function foldersOf({ exposes, bff }: MicroFrontend, root: string): string[] {
  const sources = Object.values(exposes).map((file) => join(root, file.split('/')[1] ?? ''))
  const router = bff && dirname(join(root, bff))
  const folders = [root, ...sources.filter((path) => statSync(path).isDirectory()), router]
  return [...new Set(folders.filter((folder) => folder !== undefined))]
}
