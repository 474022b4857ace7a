/** The environment of a command: a terminal, or a test. */
export interface Shell {
  cwd: string
  env: Record<string, string | undefined>
  out: (line: string) => void
  err: (line: string) => void
  /** The terminal for progress; without it, plain lines go to `err`. */
  screen?: { write: (text: string) => unknown; columns?: number }
  /** Returns a signal that aborts on Ctrl-C, for long-running verbs. */
  interrupted?: () => AbortSignal
}
