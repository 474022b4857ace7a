import type { Product } from '@mallhive/contracts/catalog'

const most = 1000
/** Should word of a save not arrive. */
const longestMs = 60_000

type Reading = Promise<Product | undefined>

/** Products that pages ask for again and again, each as it is until the next save of any. */
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
      // A reading that a save overtakes stays in a map that nobody looks into any more.
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
