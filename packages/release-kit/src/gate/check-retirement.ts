import { consumersOf, nameOf, othersOf } from './live-mall.ts'
import type { LiveMall } from './live-mall.ts'
import type { Refusal } from './refusal.ts'

/**
 * Returns the refusals of a retirement: live pages that show its fragments, and its own pages that would answer 404.
 */
export function checkRetirement(name: string, mall: LiveMall, { gone }: { gone: boolean }): Refusal[] {
  const declared = othersOf(mall, name).flatMap((release) =>
    release.consumes.map((fragment) => ({ fragment, by: nameOf(release), at: 'mall.config.ts' })),
  )
  const shows = [...consumersOf(mall, name), ...declared].filter(({ fragment }) =>
    fragment.startsWith(`${name}/`),
  )
  const once = new Map(shows.toReversed().map((it) => [`${it.by} ${it.fragment}`, it]))
  const routes = mall.releases
    .filter((release) => release.name === name)
    .flatMap((it) => Object.keys(it.routes))
  const missing = gone ? [] : [...new Set(routes)]
  return [
    ...[...once.values()].map(({ fragment, by, at }) => ({
      refusal: 'retire',
      counterpart: by,
      at,
      problem: `${by} shows ${fragment}`,
      fix: `Retire ${name} once no live release shows its fragments.`,
    })),
    ...missing.map((route) => ({
      refusal: 'retire',
      problem: `${route} is live and would answer 404`,
      fix: 'Release a version that redirects or drops its routes first, or say that its pages are gone for good: --gone.',
    })),
  ]
}
