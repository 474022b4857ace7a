import type { Part } from '../child-process.ts'

/** Options of every engine. Durable: acknowledged writes survive kill -9. Not durable: faster, for tests. */
export type EngineOptions = { stateDir: string; logDir: string; durable: boolean; port?: number }

/** A running engine: its process, if the mall started one, and its address. */
export type Engine = { url: string; port: number; part?: Part }
