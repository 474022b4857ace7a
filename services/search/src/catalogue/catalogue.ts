import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from '@connectrpc/connect'
import type { AttributeDefinition, CatalogService, Category, Seller } from '@mallhive/contracts/catalog'
import { allLocales, type Locale, localeEntry } from '@mallhive/contracts/locales'

/** What documents and answers need of the catalogue besides products. */
export interface Catalogue {
  /** Facets first, in display order. */
  attributes: readonly AttributeDefinition[]
  /** The mall's labels of a value, by locale. The key is `name:value`. */
  labels: ReadonlyMap<string, Record<string, string>>
  /** With names in each language, by slug. */
  categories: ReadonlyMap<Locale, ReadonlyMap<string, Category>>
  /** By slug. */
  shops: ReadonlyMap<string, Seller>
}

export type ReadCatalogue = () => Promise<Catalogue>

/** Languages that texts may be in: pseudo-locales are made of the default one. */
export const textLocales = allLocales.filter((locale) => !localeEntry(locale).pseudo)

const rememberedMs = 10_000
/** One that answers later is read behind the requests. */
const patienceMs = 250

/** Reads the catalogue, at most every ten seconds; while it does not answer soon, what was read last. */
export function openCatalogue(
  catalog: Pick<Client<typeof CatalogService>, 'listAttributes' | 'listCategories' | 'listSellers'>,
): ReadCatalogue {
  let known: { reading: Promise<Catalogue>; untilMs: number } | undefined
  let last: Catalogue | undefined
  const read = async (): Promise<Catalogue> => {
    const [{ attributes }, { sellers }, ...lists] = await Promise.all([
      catalog.listAttributes({}),
      catalog.listSellers({}),
      ...textLocales.map((locale) => catalog.listCategories({ locale })),
    ])
    const bySlug = lists.map(({ categories }) => new Map(categories.map((each) => [each.slug, each])))
    return {
      attributes,
      labels: new Map(
        attributes.flatMap(({ name, values }) =>
          values.map(({ value, labels }) => [`${name}:${value}`, labels] as const),
        ),
      ),
      categories: new Map(textLocales.map((locale, index) => [locale, bySlug[index] ?? new Map()])),
      shops: new Map(sellers.map((seller) => [seller.slug, seller])),
    }
  }
  return () => {
    if (known && known.untilMs > Date.now()) return known.reading
    const before = last
    const reading = read().then(
      (found) => (last = found),
      (error: unknown) => {
        if (last) return last
        if (known === entry) known = undefined
        throw error
      },
    )
    const entry = { reading, untilMs: Date.now() + rememberedMs }
    known = entry
    if (before) {
      entry.reading = Promise.race([reading, delay(patienceMs, before, { ref: false })])
      void reading.then(() => (entry.reading = reading))
    }
    return entry.reading
  }
}

/** Returns the categories with names in a language, by slug. */
export const categoriesIn = ({ categories }: Catalogue, locale: Locale): ReadonlyMap<string, Category> =>
  categories.get(locale) ?? new Map<string, Category>()
