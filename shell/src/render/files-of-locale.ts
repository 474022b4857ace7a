import type { Locale } from '@mallhive/contracts/locales'
import { isCatalogExpose } from '@mallhive/mfe-kit/messages/catalog-expose'
import { catalogFor } from '@mallhive/mfe-kit/messages/load-catalog'
import { fileUrl } from '@mallhive/mfe-kit/release'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import type { HeldRelease } from './host-messages.ts'

/** What a document says about its releases: of their messages only those of its locale. */
interface ReleasedFiles {
  releases: Record<string, AssignedRelease>
  /** The hash of every file that the document may load, by its URL. */
  hashes: Record<string, string>
}

const known = new WeakMap<HeldRelease, Map<Locale, HeldRelease>>()

/** Returns what a document in a locale says about these releases. */
export function filesOfLocale(held: HeldRelease[], lang: Locale): ReleasedFiles {
  const all = held.map((release) => inLocale(release, lang))
  return {
    releases: Object.fromEntries(all.map(({ assigned }) => [assigned.name, assigned])),
    hashes: Object.assign({}, ...all.map(({ hashes }) => hashes)),
  }
}

function inLocale(held: HeldRelease, lang: Locale): HeldRelease {
  const byLocale = known.get(held) ?? new Map<Locale, HeldRelease>()
  known.set(held, byLocale)
  const found = byLocale.get(lang) ?? withoutOthers(held, lang)
  byLocale.set(lang, found)
  return found
}

function withoutOthers({ assigned, hashes }: HeldRelease, lang: Locale): HeldRelease {
  const exposes = Object.entries(assigned.exposes)
  const kept = new Set(
    [undefined, ...Object.keys(assigned.exposes)].map((it) => catalogFor(assigned, lang, it)),
  )
  const isOther = ([expose]: [string, unknown]) => isCatalogExpose(expose) && !kept.has(expose)
  const others = new Set(
    exposes.filter(isOther).flatMap(([, { js }]) => js.map((path) => fileUrl(assigned, path))),
  )
  return {
    assigned: { ...assigned, exposes: Object.fromEntries(exposes.filter((it) => !isOther(it))) },
    hashes: Object.fromEntries(Object.entries(hashes).filter(([url]) => !others.has(url))),
  }
}
