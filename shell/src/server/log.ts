import { shellProcess } from './shell-process.ts'

/** Logs one JSON line by the process's logger. */
export function log(level: 'info' | 'warn' | 'error', message: string, fields: object = {}): void {
  shellProcess().log[level](fields, message)
}

/** Returns the message of an error followed by those of its causes. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${explain(error.cause)}`
}
