import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { inConfig } from '../locate.ts'
import type { Check } from '../refusal.ts'

/** The files of each expose's first paint must fit its budget, in kB compressed. */
export const sizeBudget: Check = {
  name: 'size-budget',
  async run(candidate) {
    const { web, exposes, budgetKb } = candidate.descriptor
    const files = new Set([web, ...Object.values(exposes).flatMap(({ js, css }) => [...js, ...css])])
    const weigh = async (file: string) =>
      [file, (await promisify(brotliCompress)(await candidate.read(file))).length / 1024] as const
    const weights = new Map(await Promise.all([...files].map(weigh)))
    return Object.entries(exposes).flatMap(([expose, { js, css }]) => {
      const needed = [...new Set([web, ...js, ...css])].map((file) => ({ file, kb: weights.get(file) ?? 0 }))
      const total = needed.reduce((sum, { kb }) => sum + kb, 0)
      if (total <= budgetKb) return []
      const heaviest = needed.toSorted((a, b) => b.kb - a.kb)[0]
      return {
        at: inConfig(candidate, expose),
        problem: `the first paint of ${expose} weighs ${total.toFixed(1)} kB compressed, and the budget is ${budgetKb} kB; the heaviest file is ${heaviest?.file} with ${heaviest?.kb.toFixed(1)} kB`,
        fix: 'Load what the first paint does not show by `import()` when it is asked for, or leave a package out. If it must weigh this: `budgetKb` in mall.config.ts.',
      }
    })
  },
}
