import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { isCatalogExpose } from '@mallhive/mfe-kit/messages/catalog-expose'
import { inConfig } from '../locate.ts'
import type { Check } from '../refusal.ts'

/** The files of each expose's first paint, with the messages of the heaviest locale, must fit its budget, in kB compressed. */
export const sizeBudget: Check = {
  name: 'size-budget',
  async run(candidate) {
    const { web, exposes, budgetKb } = candidate.descriptor
    const files = new Set([web, ...Object.values(exposes).flatMap(({ js, css }) => [...js, ...css])])
    const weigh = async (file: string) =>
      [file, (await promisify(brotliCompress)(await candidate.read(file))).length / 1024] as const
    const weights = new Map(await Promise.all([...files].map(weigh)))
    const all = Object.entries(exposes)
    const catalogs = all.flatMap(([expose, { js }]) => (isCatalogExpose(expose) ? js : []))
    const heaviestCatalog = catalogs
      .toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))
      .slice(0, 1)
    return all.flatMap(([expose, { js, css }]) => {
      const needed = [...new Set([web, ...js, ...css, ...heaviestCatalog])].map((file) => ({
        file,
        kb: weights.get(file) ?? 0,
      }))
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
