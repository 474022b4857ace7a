import { shellProcess } from './shell-process.ts'
import { traceFields } from './trace-fields.ts'

/** Logs one JSON line by the process's logger, with the trace of the request that it is about. */
export function log(level: 'info' | 'warn' | 'error', message: string, fields: object = {}): void {
  const { log: logger, requests } = shellProcess()
  logger[level]({ ...traceFields(requests.getStore()?.traceparent), ...fields }, message)
}

/** Returns the message of an error followed by those of its causes. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${explain(error.cause)}`
}
