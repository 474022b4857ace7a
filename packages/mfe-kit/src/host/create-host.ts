import type { AssignedRelease, ExposedModule } from '../shell-context.ts'
import { shareScope } from './container.ts'
import type { Container, SharedModules } from './container.ts'
import { track } from './tracked-promise.ts'
import type { TrackedPromise } from './tracked-promise.ts'

export interface HostOptions {
  shared: SharedModules
  /** Returns the container of a release: imported in the browser, already executed on the server. */
  container: (release: AssignedRelease) => Container | Promise<Container>
  /** Wraps one load: with retries in the browser, with a timeout on the server. */
  attempt: (load: () => Promise<ExposedModule>) => Promise<ExposedModule>
}

export interface MallHost {
  /** Loads an expose. Returns the same promise for the same expose, as React's `use` requires. */
  load: (release: AssignedRelease, expose: string) => TrackedPromise<ExposedModule>
  /** Drops a release; its code is collected once no component renders it. */
  evict: (releaseId: string) => void
}

/** How long a failed load is cached. Until then every render gets the same failure. */
const forgetFailureAfterMs = 1000

/** Returns the federation host: one per process on the server, one per document in the browser. */
export function createHost({ shared, container, attempt }: HostOptions): MallHost {
  const scope = shareScope(shared)
  const loads = new Map<string, TrackedPromise<ExposedModule>>()

  function load(release: AssignedRelease, expose: string) {
    const key = `${release.id}/${expose}`
    const known = loads.get(key)
    if (known) return known
    const loading = track(
      attempt(async () => {
        const { init, get } = await container(release)
        // Containers ignore a second call with the same scope.
        await init(scope)
        const factory = await get(`./${expose}`)
        return factory()
      }),
    )
    loading.catch(() => setTimeout(() => loads.delete(key), forgetFailureAfterMs))
    loads.set(key, loading)
    return loading
  }

  function evict(releaseId: string) {
    for (const key of loads.keys()) if (key.startsWith(`${releaseId}/`)) loads.delete(key)
  }

  return { load, evict }
}
