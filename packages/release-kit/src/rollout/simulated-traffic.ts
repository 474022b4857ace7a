import type { Bucket, VersionHealth } from './health.ts'

/** The true rates of a simulated version, from which its reports are drawn. */
export interface Truth {
  errorRate: number
  lcpMedianMs: number
}

/** Returns a deterministic random number generator (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Returns a log-normal load time in ms with a sigma of 0.5, roughly as on real pages (Box–Muller). */
export function drawLcp(random: () => number, medianMs: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return medianMs * Math.exp(0.5 * normal)
}

/** Returns health that grows with each document, in buckets like those of the release-health service. */
export function growingHealth(version: string, truth: Truth, random: () => number) {
  const weights = new Map<number, number>()
  const health: VersionHealth = {
    version,
    reports: 0,
    failedReports: 0,
    documents: 0,
    lcp: [],
    inp: [],
    exampleError: '',
    served: 0,
    failedServed: 0,
  }
  return {
    open() {
      health.reports += 1
      health.documents += 1
      health.served += 1
      if (random() < truth.errorRate) health.failedReports += 1
      const bucket = Math.ceil(Math.log2(drawLcp(random, truth.lcpMedianMs)) * 8)
      weights.set(bucket, (weights.get(bucket) ?? 0) + 1)
    },
    seen(): VersionHealth {
      const lcp = [...weights]
        .toSorted(([a], [b]) => a - b)
        .map(([bucket, weight]) => bucketOf(bucket, weight))
      return { ...health, lcp }
    },
  }
}

function bucketOf(bucket: number, weight: number): Bucket {
  return { over: 2 ** ((bucket - 1) / 8), upTo: 2 ** (bucket / 8), weight }
}
