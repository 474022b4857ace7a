import { matchRoute } from '@mallhive/mfe-kit/route-table'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import type { LiveMall } from '../live-mall.ts'
import { consumersOf } from '../live-mall.ts'

/** Limit of tested paths: more take time and find little. */
const mostPaths = 6
const answerMs = 5000

/**
 * Returns paths of pages that show a release: its own routes, and one page per release that shows its fragments. Values
 * of parameters come from `smoke` in the release's mall.config.ts, else from the mall's site map.
 */
export async function samplePaths(release: Descriptor, mall: LiveMall, origin: string): Promise<string[]> {
  const shownBy = new Set(consumersOf(mall, release.name).map(({ by }) => by))
  const hosts = mall.releases.filter(({ name, version }) => shownBy.has(`${name}@${version}`))
  const patterns = [release, ...hosts].flatMap(({ routes }) => Object.keys(routes))
  const fixed = patterns.filter((pattern) => !pattern.includes(':'))
  const open = patterns.filter(
    (pattern) => pattern.includes(':') && !release.smoke.some((path) => matches(pattern, path)),
  )
  const known = open.length > 0 ? await pathsInSitemap(origin) : []
  const sampled = open.flatMap((pattern) => known.find((path) => matches(pattern, path)) ?? [])
  // The shell shows its fragments on every page, so the front page is enough.
  const front = shownBy.has('the shell') ? ['/'] : []
  return [...new Set([...release.smoke, ...fixed, ...sampled, ...front])].slice(0, mostPaths)
}

const matches = (pattern: string, path: string) =>
  matchRoute({ it: { name: 'it', routes: { [pattern]: 'page' } } }, path.split('?')[0] ?? '') !== undefined

async function pathsInSitemap(origin: string): Promise<string[]> {
  const index = await locations(new URL('/sitemap.xml', origin))
  const parts = await Promise.all(
    index.map(({ pathname, search }) => locations(new URL(pathname + search, origin))),
  )
  return parts.flat().map(({ pathname }) => pathname)
}

async function locations(url: URL): Promise<URL[]> {
  const text = await fetch(url, { signal: AbortSignal.timeout(answerMs) })
    .then((response) => (response.ok ? response.text() : ''))
    .catch(() => '')
  return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].flatMap(([, location = '']) => {
    const parsed = URL.parse(location.replaceAll('&amp;', '&'))
    return parsed ?? []
  })
}
