import semver from 'semver'
import { CannotCheck } from '../refusal.ts'
import type { Check } from '../refusal.ts'

/** Every package that the release expects from the shell must be there, in a version that it can live with. */
export const sharedRange: Check = {
  name: 'shared-range',
  async run({ descriptor: { shared } }, { shell }) {
    if (!shell) throw new CannotCheck('no mall answers that could say what its shell lends')
    return Object.entries(shared).flatMap(([name, range]) => {
      const lent = shell.shared[name]
      // Next serves a canary of the React that comes next; the host strips the tag when it lends it.
      if (lent && semver.satisfies(lent, range, { includePrerelease: true })) return []
      return {
        counterpart: 'the shell',
        at: 'package.json',
        problem: lent
          ? `it needs ${name} ${range}, and the live shell lends ${lent}`
          : `it needs ${name} ${range}, which the live shell does not lend`,
        fix: lent
          ? `Build with the kit that matches the live shell (${name} ${lent}), or wait for the shell's next release.`
          : `Bundle ${name} instead of sharing it.`,
      }
    })
  },
}
