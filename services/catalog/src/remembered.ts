/** Cache of what is read from the catalogue, by key; any save clears it. */
export type Remembered<T> = {
  of: (key: string, read: () => Promise<T>) => Promise<T>
  forget: () => void
}

type Limits = {
  most: number
  /** Upper bound of staleness if the notification of a save is lost. */
  longestMs: number
}

/** Failures and undefined values are not kept. */
export function remembered<T>({ most, longestMs }: Limits): Remembered<T> {
  let known = new Map<string, { reading: Promise<T>; untilMs: number }>()
  return {
    of(key, read) {
      const had = known.get(key)
      if (had && had.untilMs > Date.now()) return had.reading
      // A reading that a save overtakes ends up in the discarded map, so it is never served.
      const own = known
      const [oldest] = own.keys()
      if (own.size >= most && oldest !== undefined) own.delete(oldest)
      const reading = read()
      own.set(key, { reading, untilMs: Date.now() + longestMs })
      const drop = () => void own.delete(key)
      reading.then((value) => value ?? drop(), drop)
      return reading
    },
    forget() {
      known = new Map()
    },
  }
}
