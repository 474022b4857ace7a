import { ownPath } from './own-path.ts'
import type { RemoteRelease } from './release.ts'
import { isReserved } from './reserved-segments.ts'

export interface RouteMatch {
  /** `<micro frontend>/<expose>` of the page. */
  name: string
  params: Record<string, string>
}

type Routed = Pick<RemoteRelease, 'name' | 'routes'>
type Moved = Routed & Pick<RemoteRelease, 'redirects'>
type Found = { target: string; params: Record<string, string>; literals: number }

/**
 * Returns the page of a path, by the routes of the given releases. Literal segments win over parameters: `/p/new` is
 * not the product "new". Undecodable and reserved paths match no page.
 */
export function matchRoute(releases: Record<string, Routed>, path: string): RouteMatch | undefined {
  const best = bestOf(
    Object.values(releases).flatMap(({ name, routes }) =>
      Object.entries(routes).map(([pattern, expose]) => [pattern, `${name}/${expose}`]),
    ),
    path,
  )
  return best && { name: best.target, params: best.params }
}

/**
 * Returns the new path of an old one, by the redirects of the given releases. A page that matches as exactly wins. A target that
 * a browser could follow to another origin (`/\\evil.example`) leads nowhere.
 */
export function redirectedPath(releases: Record<string, Moved>, path: string): string | undefined {
  const all = Object.values(releases)
  const page = bestOf(
    all.flatMap(({ routes }) => Object.entries(routes)),
    path,
  )
  const moved = bestOf(
    all.flatMap(({ redirects }) => Object.entries(redirects)),
    path,
  )
  if (!moved || (page && page.literals >= moved.literals)) return undefined
  const segments = moved.target.split('/').filter(Boolean)
  const filled = segments.map((segment) =>
    segment.startsWith(':') ? encodeURIComponent(moved.params[segment.slice(1)] ?? '') : segment,
  )
  return ownPath(`/${filled.join('/')}`)
}

function bestOf(table: string[][], path: string): Found | undefined {
  const segments = decode(path)
  if (!segments || isReserved(segments[0])) return undefined
  let best: Found | undefined
  for (const [pattern = '', target = ''] of table) {
    const match = matchPattern(pattern, segments)
    if (match && (!best || match.literals > best.literals)) best = { target, ...match }
  }
  return best
}

function matchPattern(pattern: string, segments: string[]) {
  const parts = pattern.split('/').filter(Boolean)
  if (parts.length !== segments.length) return undefined
  const params: Record<string, string> = {}
  let literals = 0
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = segment
    else if (part === segment) literals++
    else return undefined
  }
  return { params, literals }
}

function decode(path: string): string[] | undefined {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent)
  } catch {
    return undefined
  }
}
