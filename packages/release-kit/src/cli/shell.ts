/** Where a verb is called: a terminal, or a test. */
export interface Shell {
  cwd: string
  env: Record<string, string | undefined>
  out: (line: string) => void
  err: (line: string) => void
  /** The terminal that progress is drawn on; plain lines go to `err` where there is none. */
  screen?: { write: (text: string) => unknown; columns?: number }
  /** Aborts when somebody wants a verb to end that would go on. */
  interrupted?: () => AbortSignal
}
