import type { logFields } from './child/log-fields.mjs'

/** What a program gets once its process is closed. */
export interface Sandbox {
  /**
   * Sends a message to the host; those of one turn of the event loop are sent in one write. One that may wait is sent with those
   * of all turns until the next round, and is lost if the process ends first.
   */
  send: (head: object, body?: Uint8Array, mayWait?: boolean) => void
  /** Writes a line of ASCII into the mark file of a process that has one. The host can read it at any time. */
  mark: (text: string) => void
  /** `require` of the builtin modules that code of a team may use. */
  requireBuiltin: (name: string) => unknown
  logFields: typeof logFields
  /** The host refuses longer log lines. */
  mostMessageChars: number
  maxFrameBytes: number
}

/** The module that a sandboxed process runs. It is imported, with all that it needs, before the process is closed. */
export interface Program {
  /** @param args the arguments of `spawnSandboxed` */
  prepare: (args: string[]) => Promise<PreparedProgram> | PreparedProgram
}

export interface PreparedProgram {
  /** Returns the handler of the host's messages. */
  // oxlint-disable-next-line typescript/no-explicit-any
  serve: (sandbox: Sandbox) => (head: any, body: Buffer) => void
  /** Whether an unhandled rejection leaves the process running. */
  ignores?: (reason: unknown) => boolean
}
