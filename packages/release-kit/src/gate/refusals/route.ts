import { isLocale } from '@mallhive/mfe-kit/messages/catalogs'
import { isReserved, reservedSegments } from '@mallhive/mfe-kit/reserved-segments'
import { isCatchAll, mayOwnRoute } from '@mallhive/release-runtime/trust/policy'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import { inConfig } from '../locate.ts'
import { nameOf, othersOf } from '../live-mall.ts'
import type { Check } from '../refusal.ts'

/** A path must belong to one team and reach a page. */
export const route: Check = {
  name: 'route',
  async run(candidate, mall) {
    const { name } = candidate.descriptor
    const mine = pathsOf(candidate.descriptor)
    const foreign = othersOf(mall, name).flatMap((release) =>
      pathsOf(release).map((theirs) => ({ theirs, counterpart: nameOf(release) })),
    )
    const taken = mine.flatMap((pattern) =>
      foreign
        .filter(({ theirs }) => takes(pattern, theirs))
        .map(({ theirs, counterpart }) => ({
          counterpart,
          at: inConfig(candidate, `'${pattern}'`),
          problem: `${pattern} would take pages of ${counterpart}, which owns ${theirs}`,
          fix: `Choose a path outside of ${theirs}, such as ${ownPath(name, pattern)}.`,
        })),
    )
    const { policy } = mall
    const unowned = mine.filter((pattern) =>
      policy ? !mayOwnRoute(policy, name, pattern) : isCatchAll(pattern),
    )
    const strays = unowned.filter((pattern) => !isCatchAll(pattern))
    const reserved = mine.filter((pattern) => isReserved(segmentsOf(pattern)[0]))
    const languages = mine.filter((pattern) => isLocale(segmentsOf(pattern)[0]?.toLowerCase() ?? ''))
    return [
      ...taken,
      ...reserved.map((pattern) => ({
        counterpart: 'the edge',
        at: inConfig(candidate, `'${pattern}'`),
        problem: `no request to ${pattern} reaches a page: the edge keeps /${segmentsOf(pattern)[0]} for itself`,
        fix: `Choose another path, such as ${ownPath(name, pattern)}. Reserved are ${reservedSegments.map((segment) => `/${segment}`).join(', ')}.`,
      })),
      ...languages.map((pattern) => ({
        counterpart: 'the shell',
        at: inConfig(candidate, `'${pattern}'`),
        problem: `no request to ${pattern} reaches a page: /${segmentsOf(pattern)[0]} begins the addresses of a language`,
        fix: `Choose another path, such as ${ownPath(name, pattern)}. The shell adds the language to every page's address.`,
      })),
      ...unowned.filter(isCatchAll).map((pattern) => ({
        counterpart: 'trust.json',
        at: inConfig(candidate, `'${pattern}'`),
        problem: `${pattern} would answer every address that no other page has, such as mistyped ones`,
        fix: `Begin with a fixed segment, such as ${ownPath(name, pattern)}, or ask the keeper of the trust policy to name this route.`,
      })),
      ...strays.map((pattern) => ({
        counterpart: 'trust.json',
        at: inConfig(candidate, `'${pattern}'`),
        problem: `${name} may not own ${pattern}: ${(policy?.routes[name] ?? policy?.routes['*'] ?? []).join(', ') || 'no route'} is what the trust policy gives it`,
        fix: 'Choose a path that the policy gives you, or ask its keeper for another.',
      })),
    ]
  },
}

/** Returns a release's routes and redirected old paths: both belong to its team. */
const pathsOf = ({ routes, redirects }: Descriptor) => [...Object.keys(routes), ...Object.keys(redirects)]
const segmentsOf = (pattern: string) => pattern.split('/').filter(Boolean)
const isParameter = (segment: string | undefined) => segment?.startsWith(':') === true
const literalsIn = (segments: string[]) => segments.filter((segment) => !isParameter(segment)).length

/**
 * Whether some path matches both patterns and would not go to its owner. More literal segments win: a catch-all takes
 * nothing from others, and the owner of only a catch-all cannot keep others from paths below it.
 */
function takes(mine: string, theirs: string): boolean {
  const [own, other] = [segmentsOf(mine), segmentsOf(theirs)]
  const meet =
    own.length === other.length &&
    own.every((it, at) => it === other[at] || isParameter(it) || isParameter(other[at]))
  if (!meet) return false
  const difference = literalsIn(own) - literalsIn(other)
  return difference === 0 || (difference > 0 && !isParameter(other[0]))
}

/** Returns a path to suggest, below the team's name or, where that is reserved, below `/pages`. */
const ownPath = (name: string, pattern: string) =>
  `/${isReserved(name) ? 'pages' : name}${pattern === '/' ? '' : pattern}`
