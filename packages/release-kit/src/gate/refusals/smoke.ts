import { CannotCheck } from '../refusal.ts'
import type { Check } from '../refusal.ts'

/** The smoke test at publish must have found no problems. */
export const smoke: Check = {
  name: 'smoke',
  async run({ smoked, descriptor }) {
    // An unpublished release cannot be shown.
    if (!smoked) return []
    const result = await smoked()
    if (!result) throw new CannotCheck('no browser has checked it: publish it while the mall is running')
    return result.problems.map(({ path, problem }) => ({
      counterpart: 'the browser',
      at: path,
      problem,
      fix: `Open ${path}?mall-pin=${descriptor.name}@${descriptor.version} on the preview host and read the console of the browser. A page must answer, log no errors, render the same on the server and in the browser, and have no accessibility violations.`,
    }))
  },
}
