import { isReserved } from '@mallhive/mfe-kit/reserved-segments'
import { matchRoute } from '@mallhive/mfe-kit/route-table'
import { inConfig } from '../locate.ts'
import { nameOf } from '../live-mall.ts'
import type { Check } from '../refusal.ts'

/** A live route must stay or be redirected, and every redirect must lead to a page of the same release. */
export const redirect: Check = {
  name: 'redirect',
  async run(candidate, mall) {
    const { name, routes, redirects } = candidate.descriptor
    const kept = [...Object.keys(routes), ...Object.keys(redirects)]
    const live = mall.releases.filter((release) => release.name === name)
    const dropped = live.flatMap((release) =>
      Object.entries(release.routes)
        .filter(([pattern]) => reachesPage(pattern) && !kept.some((mine) => covers(mine, pattern)))
        .map(([pattern, expose]) => ({ pattern, expose, counterpart: nameOf(release) })),
    )
    const pages = Object.entries(routes).filter(([pattern]) => reachesPage(pattern))
    const target = (expose: string) => (pages.find(([, mine]) => mine === expose) ?? pages[0])?.[0] ?? '/…'
    const broken = Object.entries(redirects).flatMap(([from, to]) => {
      const problem = problemOf(from, to, { name, routes, redirects })
      return problem ? [{ from, problem }] : []
    })
    return [
      ...dropped.map(({ pattern, expose, counterpart }) => ({
        counterpart,
        at: inConfig(candidate, 'routes'),
        problem: `${pattern} is live and would lead nowhere`,
        fix: `Keep the route, or say where its page is now: redirects: { '${pattern}': '${target(expose)}' } in mall.config.ts.`,
      })),
      ...broken.map(({ from, problem }) => ({
        at: inConfig(candidate, `'${from}'`),
        problem,
        fix: 'A redirect leads from a path that is no page any more to one of your own routes, with the parameters that it names.',
      })),
    ]
  },
}

type Paths = { name: string; routes: Record<string, string>; redirects: Record<string, string> }

function problemOf(from: string, to: string, own: Paths): string | undefined {
  const parameters = (pattern: string) => pattern.split('/').filter((segment) => segment.startsWith(':'))
  const unknown = parameters(to).find((parameter) => !parameters(from).includes(parameter))
  if (unknown) return `the redirect from ${from} leads to ${to}, and nothing says what ${unknown} is`
  if (Object.hasOwn(own.routes, from)) return `${from} is a page and a redirect at once`
  const isRedirected = Object.keys(own.redirects).some((other) => covers(other, to))
  if (isRedirected) return `the redirect from ${from} leads to ${to}, which is redirected itself`
  // The parameter's value is unknown, so only a route with a parameter in its place matches.
  const page = matchRoute({ it: own }, to.replaceAll(':', '\u0000'))
  return page ? undefined : `the redirect from ${from} leads to ${to}, which is no page of ${own.name}`
}

/** Whether requests to a pattern reach a page, which those to a reserved path never do. */
const reachesPage = (pattern: string) => !isReserved(pattern.split('/').find(Boolean))

/** Whether a pattern matches every path of another pattern. */
function covers(pattern: string, other: string): boolean {
  const [mine, theirs] = [pattern, other].map((it) => it.split('/').filter(Boolean))
  if (!mine || mine.length !== theirs?.length) return false
  return mine.every((segment, at) => segment.startsWith(':') || segment === theirs[at])
}
