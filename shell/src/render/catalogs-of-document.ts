import type { Catalog } from '@mallhive/mfe-kit/messages/compiled-message'
import { catalogFor, catalogOf, sentName } from '@mallhive/mfe-kit/messages/load-catalog'
import { splitExpose } from '@mallhive/mfe-kit/release'
import { slots } from '../slots.ts'
import type { PageScope } from './page-scope.ts'

/**
 * Returns the messages that a document brings: of the frame's fragments, of its page, and of the fragments that the page may
 * show. Their files would be requests of their own, which weigh more than most catalogues. The browser loads what does not run
 * here, and what it shows later.
 */
export async function catalogsOfDocument(
  { releases, load, page }: Pick<PageScope, 'releases' | 'load' | 'page'>,
  shown: string | undefined,
): Promise<Record<string, Catalog>> {
  const ofPage = shown === undefined ? [] : [shown, ...(releases[splitExpose(shown)[0]]?.consumes ?? [])]
  const found = [...Object.values(slots), ...ofPage].map(async (remote) => {
    const [mfe, expose] = splitExpose(remote)
    const release = releases[mfe]
    const catalog = release?.exposes[expose] && catalogFor(release, page.lang, expose)
    if (!release || catalog === undefined) return []
    try {
      return [[sentName(release, catalog), catalogOf(await load(release, catalog))] as const]
    } catch {
      return []
    }
  })
  return Object.fromEntries((await Promise.all(found)).flat())
}
