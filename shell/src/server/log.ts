/** One JSON line per event, as the other services write them. */
export function log(level: 'info' | 'warn' | 'error', message: string, fields: object = {}): void {
  const line = { level, time: new Date().toISOString(), name: 'shell', ...fields, msg: message }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** What an error says, with its causes. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${explain(error.cause)}`
}
