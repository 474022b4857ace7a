import type { AssignedRelease, ExposedModule } from '../shell-context.ts'
import { shareScope } from './container.ts'
import type { Container, SharedModules } from './container.ts'
import { track } from './tracked-promise.ts'
import type { TrackedPromise } from './tracked-promise.ts'

export interface HostOptions {
  shared: SharedModules
  /** The container of a release: imported in the browser, executed beforehand on the server. */
  container: (release: AssignedRelease) => Container | Promise<Container>
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
        // Containers ignore that they are given the same scope again.
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
