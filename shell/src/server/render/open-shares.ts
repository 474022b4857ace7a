export interface Shares {
  /** Notes that code of a release begins to run. */
  begin: (release: string) => void
  /** Returns the release that ran for most of the last seconds. */
  largest: () => string | undefined
}

const windowMs = 5000

/** Sums up for how long the code of each release was the last that began. */
export function openShares(now: () => number = () => performance.now()): Shares {
  let before = new Map<string, number>()
  let spent = new Map<string, number>()
  let windowAt = now()
  let current: { release: string; at: number } | undefined

  function count(): void {
    if (now() - windowAt > windowMs) {
      before = spent
      spent = new Map()
      windowAt = now()
    }
    if (!current) return
    spent.set(current.release, (spent.get(current.release) ?? 0) + now() - current.at)
    current.at = now()
  }

  return {
    begin(release) {
      count()
      current = { release, at: now() }
    },
    largest() {
      count()
      const sum = (release: string) => (spent.get(release) ?? 0) + (before.get(release) ?? 0)
      const releases = [...new Set([...before.keys(), ...spent.keys()])]
      return releases.toSorted((a, b) => sum(b) - sum(a))[0]
    },
  }
}
