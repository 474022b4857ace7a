import type { Counts } from './counts.ts'

const most = 500

/** Counts of lists without a text. Each is valid for as long as its list has not changed, which a number tells. */
export function rememberCounts() {
  const known = new Map<string, { changes: string; counts: Promise<Counts> }>()
  return {
    of(key: string, changes: string, read: () => Promise<Counts>): Promise<Counts> {
      const had = known.get(key)
      if (had?.changes === changes) return had.counts
      known.delete(key)
      const [oldest] = known.keys()
      if (known.size >= most && oldest !== undefined) known.delete(oldest)
      const own = { changes, counts: read() }
      known.set(key, own)
      own.counts.catch(() => {
        if (known.get(key) === own) known.delete(key)
      })
      return own.counts
    },
  }
}

export type RememberedCounts = ReturnType<typeof rememberCounts>
