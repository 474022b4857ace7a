import { createInstance } from '@module-federation/runtime'
import type { RemoteEntryExports } from '@module-federation/runtime/types'
import type { AssignedRelease, ExposedModule } from '../shell-context.ts'
import { evictRemote } from './evict.ts'
import { lendBundlerRuntime } from './lend-bundler-runtime.ts'
import { track } from './tracked-promise.ts'
import type { TrackedPromise } from './tracked-promise.ts'

/** A module that the shell lends to remotes, with the version it stands for. */
export type SharedModules = Record<string, { version: string; module: object }>

export interface HostOptions {
  shared: SharedModules
  /** How federation reaches a container: by `type` in the browser, by executing verified code on the server. */
  remote: (release: AssignedRelease) => { entry: string; type: 'module' | 'commonjs-module' }
  /** Hands over the container of an entry instead of fetching it. */
  loadEntry?: (entry: string) => RemoteEntryExports
  /** Wraps one load: retries in the browser, a timeout on the server. */
  attempt: (load: () => Promise<ExposedModule>) => Promise<ExposedModule>
}

export interface MallHost {
  /** Loads an expose; the same promise for the same expose, so that React can `use` it. */
  load: (release: AssignedRelease, expose: string) => TrackedPromise<ExposedModule>
  /** Forgets a release: its code becomes garbage once nothing renders it any more. */
  evict: (releaseId: string) => void
}

/** A failed load may be tried again after this long. Until then every render gets the same answer. */
const forgetFailureAfterMs = 1000

/** The federation host: one per process on the server, one per document in the browser. */
export function createHost({ shared, remote, loadEntry, attempt }: HostOptions): MallHost {
  lendBundlerRuntime()
  const federation = createInstance({
    name: 'mallhive',
    remotes: [],
    shared: Object.fromEntries(Object.entries(shared).map(lend)),
    plugins: loadEntry
      ? [
          {
            name: 'mallhive-entry',
            loadEntry: async ({ remoteInfo }) => loadEntry(remoteInfo.entry),
          },
        ]
      : [],
  })
  const loads = new Map<string, TrackedPromise<ExposedModule>>()

  function load(release: AssignedRelease, expose: string) {
    const key = `${release.id}/${expose}`
    const known = loads.get(key)
    if (known) return known
    federation.registerRemotes([{ name: release.id, ...remote(release) }])
    const loading = track(
      attempt(async () => {
        const module = await federation.loadRemote<ExposedModule>(key)
        if (!module) throw new Error(`${key} is empty`)
        return module
      }),
    )
    loading.catch(() => setTimeout(() => loads.delete(key), forgetFailureAfterMs))
    loads.set(key, loading)
    return loading
  }

  function evict(releaseId: string) {
    for (const key of loads.keys()) if (key.startsWith(`${releaseId}/`)) loads.delete(key)
    evictRemote(federation, releaseId)
  }

  return { load, evict }
}

function lend([name, { version, module }]: [string, SharedModules[string]]) {
  // Next serves a canary of React, and no range matches a prerelease.
  const [release = version] = version.split('-')
  const shareConfig = { singleton: true, eager: true, requiredVersion: false as const }
  return [name, { version: release, lib: () => module, shareConfig }] as const
}
