import { nearest } from '../../did-you-mean.ts'
import { exposeOf } from '../handovers.ts'
import { inConfig } from '../locate.ts'
import { nameOf, othersOf } from '../live-mall.ts'
import type { Check } from '../refusal.ts'

/** Every fragment that the release shows must be live. */
export const consumedFragment: Check = {
  name: 'consumed-fragment',
  async run(candidate, mall) {
    const { descriptor } = candidate
    const consumed = new Set([...descriptor.consumes, ...descriptor.passes.map(({ fragment }) => fragment)])
    const live = [...othersOf(mall, descriptor.name), descriptor]
    const opening = mall.first || othersOf(mall, descriptor.name).length === 0
    const known = live.flatMap(({ name, exposes }) =>
      Object.keys(exposes).map((expose) => `${name}/${expose}`),
    )
    return [...consumed].flatMap((fragment) => {
      const owner = fragment.slice(0, fragment.indexOf('/'))
      const owned = live.filter(({ name }) => name === owner)
      const without = owned.find(({ exposes }) => !Object.hasOwn(exposes, exposeOf({ fragment })))
      if (owned.length === 0 ? opening : !without) return []
      const meant = nearest(fragment, known)
      return {
        counterpart: without ? nameOf(without) : owner,
        at: descriptor.passes.find((pass) => pass.fragment === fragment)?.at ?? inConfig(candidate, fragment),
        problem: without
          ? `${nameOf(without)} does not expose ${fragment}`
          : `no version of ${owner} is live`,
        fix: meant
          ? `Did you mean ${meant}? Otherwise wait until ${fragment} is live.`
          : `Wait until ${fragment} is live, or check its spelling. For a new mall, where nothing is live yet: --first.`,
      }
    })
  },
}
