import type { Product } from '@mallhive/contracts/catalog'

const most = 1000
/** Upper bound of staleness if the notification of a save is lost. */
const longestMs = 60_000

type Reading = Promise<Product | undefined>

/** Cache of products by slug; any save clears it. */
export type Remembered = {
  of: (slug: string, read: () => Reading) => Reading
  forget: () => void
}

export function remembered(): Remembered {
  let known = new Map<string, { reading: Reading; untilMs: number }>()
  return {
    of(slug, read) {
      const had = known.get(slug)
      if (had && had.untilMs > Date.now()) return had.reading
      // A reading that a save overtakes ends up in the discarded map, so it is never served.
      const own = known
      const [oldest] = own.keys()
      if (own.size >= most && oldest !== undefined) own.delete(oldest)
      const reading = read()
      own.set(slug, { reading, untilMs: Date.now() + longestMs })
      const drop = () => void own.delete(slug)
      reading.then((product) => product ?? drop(), drop)
      return reading
    },
    forget() {
      known = new Map()
    },
  }
}
