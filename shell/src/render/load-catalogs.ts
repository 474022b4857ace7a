import type { Catalog } from '@mallhive/mfe-kit/messages/compiled-message'
import { catalogOf, loadCatalog } from '@mallhive/mfe-kit/messages/load-catalog'
import { explain } from './page-scope.ts'
import type { PageScope } from './page-scope.ts'

/** Returns the messages of a page's releases by micro frontend. They are loaded already, except in releases that do not run here. */
export async function loadCatalogs({
  releases,
  load,
  page,
  report,
}: Pick<PageScope, 'releases' | 'load' | 'page' | 'report'>): Promise<Record<string, Catalog>> {
  const found = Object.values(releases).map(async (release) => {
    try {
      const module = await loadCatalog(load, release, page.lang)
      return module ? [[release.name, catalogOf(module)] as const] : []
    } catch (error) {
      const why = `${release.id}: ${explain(error)}`
      report({ level: 'warn', message: 'messages do not load on this server', of: release.name, why })
      return []
    }
  })
  return Object.fromEntries((await Promise.all(found)).flat())
}
