import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository and its folder of infrastructure. */
export const rootDir = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '')
export const infraDir = `${rootDir}/infra`

/** What may be deleted and made anew: of this checkout, and of all checkouts of a user (binaries that take minutes to build). */
export const cacheDir = `${rootDir}/.cache/infra`
export const sharedCacheDir = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'mallhive')
