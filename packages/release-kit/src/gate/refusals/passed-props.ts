import { handover } from '../handovers.ts'
import { nameOf, othersOf } from '../live-mall.ts'
import type { Check } from '../refusal.ts'

/** Live fragments must accept the props that this release passes. */
export const passedProps: Check = {
  name: 'passed-props',
  async run({ descriptor }, mall) {
    const { objections } = await import('../accepts.ts')
    const providers = [...othersOf(mall, descriptor.name), descriptor]
    const given = descriptor.passes.flatMap((pass) =>
      providers
        .filter(({ name }) => pass.fragment.startsWith(`${name}/`))
        .flatMap((provider) => {
          const takes = handover(pass, provider)
          return takes ? [{ pass, provider, takes }] : []
        }),
    )
    return objections(given.map(({ takes }) => takes)).flatMap((why, index) => {
      const it = given[index]
      if (!why || !it) return []
      const { fragment, at, to } = it.pass
      return {
        counterpart: nameOf(it.provider),
        at,
        problem: `${fragment}${to === 'loader' ? '’s loader' : ''} as it is live does not accept what it is given here: ${why}`,
        fix: `It takes ${it.takes.takes}. Give it that, or wait until a release that takes more is live.`,
      }
    })
  },
}
