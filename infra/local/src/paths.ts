import { fileURLToPath } from 'node:url'

/** The repository, and the two folders a start may write to: one can be rebuilt, one holds the mall's state. */
export const rootDir = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '')
export const cacheDir = `${rootDir}/.cache`
export const defaultStateDir = `${rootDir}/.mall`
