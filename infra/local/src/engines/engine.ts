import type { Part } from '../child-process.ts'

/** Options of every engine. Durable: acknowledged writes survive kill -9. Not durable: faster, for tests. */
export type EngineOptions = {
  stateDir: string
  logDir: string
  durable: boolean
  port?: number
  /** An engine that does not answer for this long is killed, so that it is restarted. */
  silentForMs?: number
}

/** An engine that is busy or blocked for this long serves no part of the mall; a restart costs less. */
export const mostSilentMs = 30_000

/** A running engine: its process, if the mall started one, and its address. */
export type Engine = { url: string; port: number; part?: Part }
