import { splitExpose } from '@mallhive/mfe-kit/release'
import type { ExposedModule } from '@mallhive/mfe-kit/shell-context'
import { explain, log } from './log.ts'
import type { RequestScope } from './request-scope.ts'
import { shellProcess } from './shell-process.ts'

/** Returns the module of an expose of the assigned release; undefined when its server bundle is not loaded here. */
export async function loadExpose(scope: RequestScope, name: string): Promise<ExposedModule | undefined> {
  const [mfe, expose] = splitExpose(name)
  const release = scope.releases[mfe]
  const { host } = shellProcess()
  if (!release?.exposes[expose]) return undefined
  try {
    return await host.load(release, expose)
  } catch (error) {
    scope.failed.add(mfe)
    log('warn', 'expose does not load on this server', {
      expose: name,
      release: release.id,
      why: explain(error),
    })
    return undefined
  }
}
