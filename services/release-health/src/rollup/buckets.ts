// Buckets grow by 9 % (8 per octave), which bounds the error of a percentile.
const perOctave = 8
const lowest = 8
const last = 13 * perOctave

/** Returns the bucket of a value in milliseconds (or thousandths): up to 8, up to 8.7, …, beyond 60 000. */
export function bucketOf(value: number): number {
  if (value <= lowest) return 0
  return Math.min(last, Math.ceil(Math.log2(value / lowest) * perOctave))
}

/** Returns the bounds of a bucket: above `over`, up to `upTo`. */
export function edgesOf(bucket: number): { over: number; upTo: number } {
  return { over: bucket === 0 ? 0 : edge(bucket - 1), upTo: edge(bucket) }
}

const edge = (bucket: number) => lowest * 2 ** (bucket / perOctave)

/** Returns the 75th percentile; undefined without any weight. */
export function p75(weights: number[]): number | undefined {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total <= 0) return undefined
  let below = 0
  for (const [bucket, weight] of weights.entries()) {
    if (below + weight >= total * 0.75) {
      const { over, upTo } = edgesOf(bucket)
      return over + ((total * 0.75 - below) / weight) * (upTo - over)
    }
    below += weight
  }
  return undefined
}
