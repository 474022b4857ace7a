export interface Shares {
  /** Notes that code of a release runs. Called at regular times. */
  note: (release: string) => void
  /** Returns the release that ran for most of the last seconds. */
  largest: () => string | undefined
}

const windowMs = 5000

/** Counts how often the code of each release was found running. */
export function openShares(now: () => number = () => performance.now()): Shares {
  let before = new Map<string, number>()
  let found = new Map<string, number>()
  let windowAt = now()

  return {
    note(release) {
      if (now() - windowAt > windowMs) {
        before = found
        found = new Map()
        windowAt = now()
      }
      found.set(release, (found.get(release) ?? 0) + 1)
    },
    largest() {
      const sum = (release: string) => (found.get(release) ?? 0) + (before.get(release) ?? 0)
      const releases = [...new Set([...before.keys(), ...found.keys()])]
      return releases.toSorted((a, b) => sum(b) - sum(a))[0]
    },
  }
}
