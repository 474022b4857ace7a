import { exposeOf, handover } from '../handovers.ts'
import { consumersOf } from '../live-mall.ts'
import type { Check } from '../refusal.ts'

/**
 * A fragment must accept the props that live releases pass. Props that its live version refuses as well do not count.
 */
export const fragmentProps: Check = {
  name: 'fragment-props',
  async run({ descriptor }, mall) {
    const { objections } = await import('../accepts.ts')
    const given = consumersOf(mall, descriptor.name).flatMap((consumer) => {
      const takes = handover(consumer, descriptor)
      return takes ? [{ consumer, takes }] : []
    })
    const now = objections(given.map(({ takes }) => takes))
    const refused = given.flatMap(({ consumer }, at) => (now[at] ? [{ consumer, why: now[at] }] : []))
    if (refused.length === 0) return []

    const before = mall.releases.filter(({ name }) => name === descriptor.name)
    const met = refused.flatMap((it) =>
      before.flatMap((release) => {
        const takes = handover(it.consumer, release)
        return takes ? [{ it, takes }] : []
      }),
    )
    const then = objections(met.map(({ takes }) => takes))
    const brokenAlready = new Set(met.flatMap(({ it }, at) => (then[at] ? [it] : [])))
    return refused
      .filter((it) => !brokenAlready.has(it))
      .map(({ consumer: { by, at, fragment, to }, why }) => ({
        counterpart: by,
        at,
        problem: `${fragment}${to === 'loader' ? '’s loader' : ''} no longer accepts what ${by} gives it: ${why}`,
        fix: `Let "${exposeOf({ fragment })}" accept what it accepted before: keep the property, make a new one optional, or expose the new shape under another name.`,
      }))
  },
}
