import type { Check } from '../refusal.ts'

/** Limit of listed errors: more would hide the first ones. */
const mostListed = 10

/** The sources must pass the team's own type check: the bundlers strip types without checking them. */
export const types: Check = {
  name: 'types',
  async run({ typeProblems }) {
    // Published releases have no sources; they were checked before the upload.
    const found = (await typeProblems?.()) ?? []
    const rest = found.length - mostListed
    return found.slice(0, mostListed).map(({ at, problem }, index) => ({
      at,
      problem: index === mostListed - 1 && rest > 0 ? `${problem}\n    … and ${rest} more` : problem,
      fix: 'Correct what TypeScript reports; `tsc` in this folder reports the same.',
    }))
  },
}
