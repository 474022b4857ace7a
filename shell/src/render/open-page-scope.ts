import { ClientOnly } from '@mallhive/mfe-kit/host/client-only'
import { track } from '@mallhive/mfe-kit/host/tracked-promise'
import { splitExpose } from '@mallhive/mfe-kit/release'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import type { PageRequest } from './host-messages.ts'
import { loadCatalogs } from './load-catalogs.ts'
import type { PageScope } from './page-scope.ts'
import type { PageTools } from './page-tools.ts'

/**
 * Returns the state that the loaders and the rendering of a page share. Its messages are loaded here, because a loader must begin
 * in the same turn as the mark that names its release.
 */
export async function openPageScope(
  page: PageRequest,
  { id, send, held, marks, calls }: PageTools,
): Promise<PageScope> {
  const releases: Record<string, AssignedRelease> = {}
  for (const [mfe, release] of Object.entries(page.releases)) {
    const found = held.get(release)
    if (found) releases[mfe] = found.assigned
  }
  const idOf = (name: string) => releases[splitExpose(name)[0]]?.id ?? ''
  const scope: PageScope = {
    page,
    // The origin is irrelevant: only path and query are read.
    url: new URL(page.path, 'http://shell.invalid'),
    releases,
    catalogs: {},
    load: (release, expose) =>
      page.without.includes(release.id)
        ? track(Promise.reject(new ClientOnly(`${release.id} failed on this server`)))
        : held.load(release, expose),
    calls: (loader, signal) => calls.transport(loader, releases, signal),
    async asLoader(name, work) {
      const tell = (step: string) => page.traced && send({ t: 'loader', id, name, step })
      tell('begun')
      try {
        const result = await marks.runAlone({ id, release: idOf(name) }, work)
        tell('done')
        return result
      } catch (error) {
        tell('failed')
        throw error
      }
    },
    runningRelease: marks.release,
    report: (failure) => send({ t: 'failure', id, failure: { ...failure, why: failure.why.slice(0, 2000) } }),
    failed: new Set(),
    unfinished: new Set(),
  }
  scope.catalogs = await loadCatalogs(scope)
  return scope
}
