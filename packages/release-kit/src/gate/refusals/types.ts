import type { Check } from '../refusal.ts'

/** More at once hide what the team reads first. */
const mostListed = 10

/** The sources must pass the team's own compiler: the bundlers strip types without reading them. */
export const types: Check = {
  name: 'types',
  async run({ typeProblems }) {
    // A published release comes without its sources; they were checked before it was uploaded.
    const found = (await typeProblems?.()) ?? []
    const rest = found.length - mostListed
    return found.slice(0, mostListed).map(({ at, problem }, index) => ({
      at,
      problem: index === mostListed - 1 && rest > 0 ? `${problem}\n    … and ${rest} more` : problem,
      fix: 'Correct what TypeScript reports; `tsc` in this folder reports the same.',
    }))
  },
}
