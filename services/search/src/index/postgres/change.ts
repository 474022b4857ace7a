import type { ProductDocument } from '../document.ts'
import { type Analyzers, localesOf } from '../analyzer.ts'
import { listingOf } from './listing.ts'
import { tagsOf, traitsOf } from '../tags.ts'
import type { TagNumbers } from './tags.ts'

/** A document with its rows, or a removal to remember: no document, no rows. */
export type Change = {
  id: string
  revision: number
  document: ProductDocument | null
  listings: (ReturnType<typeof listingOf> & { tags: number[]; traits: number[] })[]
}

/** Analyses documents, before any lock is taken. */
export async function changesOf(
  documents: ProductDocument[],
  { analyzers, tags }: { analyzers: Analyzers; tags: TagNumbers },
): Promise<Change[]> {
  const number = await tags.numbersOf(
    documents.flatMap((document) => [...tagsOf(document), ...traitsOf(document)]),
  )
  return documents.map((document) => {
    const numbers = { tags: tagsOf(document).map(number), traits: traitsOf(document).map(number) }
    return {
      id: document.id,
      revision: document.revision,
      document,
      listings: localesOf(analyzers).map((locale) => ({
        ...listingOf(document, locale, analyzers),
        ...numbers,
      })),
    }
  })
}
