import type { Counts } from './counts.ts'

const most = 500

type Entry = { changes: string; isBegun: boolean; counts: Promise<Counts> }

/**
 * Counts of lists without a text. Each is valid for as long as its list has not changed, which a number tells. One count of a list
 * runs at a time: those who come meanwhile share the next one.
 */
export function rememberCounts() {
  const known = new Map<string, Entry>()
  return {
    of(key: string, changes: string, read: () => Promise<Counts>): Promise<Counts> {
      const had = known.get(key)
      if (had?.changes === changes) return had.counts
      if (had && !had.isBegun) {
        had.changes = changes
        return had.counts
      }
      known.delete(key)
      const [oldest] = known.keys()
      if (known.size >= most && oldest !== undefined) known.delete(oldest)
      const begin = () => {
        own.isBegun = true
        return read()
      }
      const own: Entry = { changes, isBegun: false, counts: (had?.counts ?? nothing).then(begin, begin) }
      known.set(key, own)
      own.counts.catch(() => {
        if (known.get(key) === own) known.delete(key)
      })
      return own.counts
    },
  }
}

const nothing = Promise.resolve()

export type RememberedCounts = ReturnType<typeof rememberCounts>
