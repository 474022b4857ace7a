import type { ReleaseStore } from '../store.ts'

export interface Shell {
  cwd: string
  env: Record<string, string | undefined>
  out: (line: string) => void
  err: (line: string) => void
}

export interface VerbInput {
  /** The words after the verb. */
  args: string[]
  options: { version?: string; percent?: string; why?: string }
  cwd: string
  /** Opened when asked for: a build needs no bucket. */
  store: () => ReleaseStore
  /** Who does it, for the history. */
  by: string
}

export interface VerbResult {
  /** For people: one clear line per thing done. */
  lines: string[]
  /** For machines. */
  json: unknown
}

export interface Verb {
  usage: string
  does: string
  run: (input: VerbInput) => Promise<VerbResult>
}
