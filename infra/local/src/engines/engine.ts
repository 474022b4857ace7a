import type { Part } from '../child-process.ts'

/** Options of every engine. Durable: an acknowledged write survives kill -9; otherwise the engine is quick, for tests. */
export type EngineOptions = { stateDir: string; logDir: string; durable: boolean; port?: number }

/** A running engine: its process, where the mall started one, and the address that clients use. */
export type Engine = { url: string; port: number; part?: Part }
