import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import type { Db } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { rows } from '../rows.ts'

export type Facet = {
  name: string
  label: string
  /** The language of the label. */
  locale: string
  ascending: boolean
}

/** Reads the mall's facets in display order, with labels in a language; cached for a minute. */
export type Facets = (locale?: Locale) => Promise<Facet[]>

const rememberedMs = 60_000

/** The shop's facet, whose name no option or attribute may use. Clients word it. */
const shop: Facet = { name: 'seller', label: '', locale: '', ascending: false }

export function openFacets(db: Db): Facets {
  const known = new Map<Locale, { facets: Promise<Facet[]>; untilMs: number }>()
  return (locale = defaultLocale) => {
    const had = known.get(locale)
    if (had && had.untilMs > Date.now()) return had.facets
    const facets = rows<Facet>(
      db,
      sql`select d.name, coalesce(t.label, d.label) as label,
          coalesce(t.locale, ${defaultLocale}) as locale, d.is_ascending as ascending
        from catalog.attribute_definitions d
        left join catalog.attribute_translations t on t.name = d.name and t.locale = ${locale}
        where d.is_facet and d.name <> 'seller' order by d.position`,
    ).then((defined) => [...defined, shop])
    const entry = { facets, untilMs: Date.now() + rememberedMs }
    known.set(locale, entry)
    facets.catch(() => {
      if (known.get(locale) === entry) known.delete(locale)
    })
    return facets
  }
}
