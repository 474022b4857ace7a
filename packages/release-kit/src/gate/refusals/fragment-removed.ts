import { exposeOf } from '../handovers.ts'
import { consumersOf } from '../live-mall.ts'
import type { Check } from '../refusal.ts'

/** A fragment that live releases show must not be removed. */
export const fragmentRemoved: Check = {
  name: 'fragment-removed',
  async run({ descriptor: { name, exposes } }, mall) {
    const before = mall.releases.filter((release) => release.name === name)
    const gone = consumersOf(mall, name).filter((consumer) => {
      const expose = exposeOf(consumer)
      return (
        !Object.hasOwn(exposes, expose) && before.some((release) => Object.hasOwn(release.exposes, expose))
      )
    })
    return gone.map(({ by, at, fragment }) => ({
      counterpart: by,
      at,
      problem: `${by} shows ${fragment}, which this release no longer exposes`,
      fix: `Expose "${exposeOf({ fragment })}" again. It can go once no live release shows it; ask the team behind ${by}.`,
    }))
  },
}
