import table from '../../../edge/routes.json' with { type: 'json' }

export type Route = {
  path: string
  origin: string
  cache?: 'immutable'
  precompressed?: boolean
  cors?: boolean
  /** Nobody waits for its answer: when the origin is away, nobody hears of that either. */
  unheard?: boolean
}

/** The one table of edge routes, in order; CloudFront's behaviours are made from the same file. */
const routes = (table.routes as Route[]).map((route) => ({ ...route, matches: pattern(route.path) }))

export const originNames = [...new Set(routes.map((route) => route.origin))]

/** The first route whose pattern fits; the last one fits everything. */
export function routeOf(path: string): Route {
  const route = routes.find(({ matches }) => matches.test(path))
  if (!route) throw new Error('infra/edge/routes.json has no route for everything else (/*)')
  return route
}

/**
 * The path as the routes see it, or undefined when it tries to climb. Decoded dots and backslashes climb too: the
 * origins behind this may decode once more than we do.
 */
export function safePath(url: string): string | undefined {
  const path = url.split('?')[0] ?? ''
  let decoded = path
  try {
    for (let round = 0; round < 3 && decoded.includes('%'); round++) decoded = decodeURIComponent(decoded)
  } catch {
    // A stray percent sign is the origin's to judge.
  }
  const climbs = decoded.includes('\0') || decoded.split(/[/\\]/).includes('..')
  return path.startsWith('/') && !climbs ? path : undefined
}

/** As in CloudFront, * is any run of characters, slashes too. */
function pattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`)
}
