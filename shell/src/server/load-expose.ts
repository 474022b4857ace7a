import { splitExpose } from '@mallhive/mfe-kit/release'
import type { ExposedModule } from '@mallhive/mfe-kit/shell-context'
import { explain, log } from './log.ts'
import type { RequestScope } from './request-scope.ts'
import { shellProcess } from './shell-process.ts'

/** The module of an expose in the release assigned to this request; undefined when this server cannot run it. */
export async function loadExpose(scope: RequestScope, name: string): Promise<ExposedModule | undefined> {
  const [mfe, expose] = splitExpose(name)
  const release = scope.releases[mfe]
  const { host } = shellProcess()
  if (!host || !release?.exposes[expose]) return undefined
  try {
    return await host.load(release, expose)
  } catch (error) {
    log('warn', 'expose does not load on this server', {
      expose: name,
      release: release.id,
      why: explain(error),
    })
    return undefined
  }
}
