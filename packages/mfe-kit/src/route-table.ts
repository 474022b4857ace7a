import type { RemoteRelease } from './release.ts'

export interface RouteMatch {
  /** `<micro frontend>/<expose>` of the page. */
  name: string
  params: Record<string, string>
}

type Routed = Pick<RemoteRelease, 'name' | 'routes'>

/**
 * Which page a path belongs to, by the routes that the given releases declare. Literal segments win over
 * parameters: `/p/new` is not the product called "new". Undecodable paths belong to nobody.
 */
export function matchRoute(releases: Record<string, Routed>, path: string): RouteMatch | undefined {
  const segments = decode(path)
  if (!segments) return undefined
  let best: (RouteMatch & { literals: number }) | undefined
  for (const { name: mfe, routes } of Object.values(releases)) {
    for (const [pattern, expose] of Object.entries(routes)) {
      const match = matchPattern(pattern, segments)
      if (match && (!best || match.literals > best.literals)) best = { name: `${mfe}/${expose}`, ...match }
    }
  }
  return best && { name: best.name, params: best.params }
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
