import { fileURLToPath } from 'node:url'

/** The repository and the folders that a start writes to: a cache that can be rebuilt, and the mall's state. */
export const rootDir = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '')
export const cacheDir = `${rootDir}/.cache`
export const defaultStateDir = `${rootDir}/.mall`
