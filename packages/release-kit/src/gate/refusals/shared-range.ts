import semver from 'semver'
import { CannotCheck } from '../refusal.ts'
import type { Check } from '../refusal.ts'

/** The shell must provide every package that the release shares, in a matching version. */
export const sharedRange: Check = {
  name: 'shared-range',
  async run({ descriptor: { shared } }, { shell }) {
    if (!shell) throw new CannotCheck('no mall answers that could say what its shell lends')
    return Object.entries(shared).flatMap(([name, range]) => {
      const lent = shell.shared[name]
      // Next bundles a canary of the next React; the host strips its prerelease tag.
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
