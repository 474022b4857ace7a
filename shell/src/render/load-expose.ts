import { splitExpose } from '@mallhive/mfe-kit/release'
import type { ExposedModule } from '@mallhive/mfe-kit/shell-context'
import { explain } from './page-scope.ts'
import type { PageScope } from './page-scope.ts'

/** Returns the module of an expose of the assigned release; undefined when its server bundle does not run here. */
export async function loadExpose(scope: PageScope, name: string): Promise<ExposedModule | undefined> {
  const [mfe, expose] = splitExpose(name)
  const release = scope.releases[mfe]
  if (!release?.exposes[expose]) return undefined
  try {
    return await scope.load(release, expose)
  } catch (error) {
    scope.failed.add(mfe)
    const why = `${release.id}: ${explain(error)}`
    scope.report({ level: 'warn', message: 'expose does not load on this server', of: name, why })
    return undefined
  }
}
