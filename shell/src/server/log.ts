import { shellProcess } from './shell-process.ts'

/** Writes one JSON line by the process's logger, from any of the module graphs that Next makes. */
export function log(level: 'info' | 'warn' | 'error', message: string, fields: object = {}): void {
  shellProcess().log[level](fields, message)
}

/** The message of an error, followed by those of its causes. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${explain(error.cause)}`
}
