import type { Part } from '../child-process.ts'

/** What every engine is told. Durable: an acknowledged write survives kill -9; otherwise quick, for tests. */
export type EngineOptions = { stateDir: string; logDir: string; durable: boolean; port?: number }

/** A running engine: the process, if it is ours, and the address its clients use. */
export type Engine = { url: string; port: number; part?: Part }
