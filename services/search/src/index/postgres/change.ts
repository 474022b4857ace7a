import type { ProductDocument } from '../document.ts'
import { type Analyzers, localesOf } from '../analyzer.ts'
import { listingOf } from './listing.ts'
import { tagsOf, traitsOf } from '../tags.ts'
import type { TagNumbers } from './tags.ts'
import { titleWordsOf } from './title-words.ts'

/** A document with its rows, or a removal to remember: no document, no rows. */
export type Change = {
  id: string
  revision: number
  document: ProductDocument | null
  titleWords: ReturnType<typeof titleWordsOf>
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
      titleWords: titleWordsOf(document, analyzers),
      listings: localesOf(analyzers).map((locale) => ({
        ...listingOf(document, locale, analyzers),
        ...numbers,
      })),
    }
  })
}
