import type { Db } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { rows } from '../rows.ts'

export type Facet = { name: string; label: string; ascending: boolean }

/** Reads the mall's facets in display order; cached for a minute. */
export type Facets = () => Promise<Facet[]>

const rememberedMs = 60_000

/** The shop's facet, whose name no option or attribute may use. Clients word it. */
const shop: Facet = { name: 'seller', label: '', ascending: false }

export function openFacets(db: Db): Facets {
  let known: { facets: Promise<Facet[]>; untilMs: number } | undefined
  return () => {
    if (known && known.untilMs > Date.now()) return known.facets
    const facets = rows<Facet>(
      db,
      sql`select name, label, is_ascending as ascending from catalog.attribute_definitions
        where is_facet and name <> 'seller' order by position`,
    ).then((defined) => [...defined, shop])
    const entry = { facets, untilMs: Date.now() + rememberedMs }
    known = entry
    facets.catch(() => {
      if (known === entry) known = undefined
    })
    return facets
  }
}
