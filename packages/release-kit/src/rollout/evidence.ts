import type { Bucket } from './health.ts'

// Both tests are anytime-valid: evaluating them every second and acting on the result is as reliable as evaluating them
// once.

/** A canary may fail up to a quarter more often than the stable version. */
const failureMargin = 1.25
const ratios = [2, 4, 8, 16, 64, 256]

/** Documents, and those of them in which the release failed. */
export interface Failures {
  documents: number
  failed: number
}

/**
 * Returns the evidence (an e-value) that a canary fails in a larger share of documents than the stable version, margin
 * included. Given that a document failed, the shares of documents determine the probability that it was the canary's.
 * The value is the mean likelihood of the observations under 2, 4, … times the allowed rate, divided by that under the
 * allowed rate. It is an e-process (Ville's inequality): for a canary within the margin it ever reaches 1 / α with a
 * probability of at most α. Two proportions are compared exactly, so few failures suffice.
 */
export function failureEvidence(canary: Failures, stable: Failures): number {
  if (canary.documents === 0 || stable.documents === 0) return 1
  const share = (ratio: number) => (ratio * canary.documents) / (ratio * canary.documents + stable.documents)
  const allowed = share(failureMargin)
  const likelihoods = ratios.map((ratio) => {
    const worse = share(ratio * failureMargin)
    return Math.exp(
      canary.failed * Math.log(worse / allowed) + stable.failed * Math.log((1 - worse) / (1 - allowed)),
    )
  })
  return likelihoods.reduce((sum, likelihood) => sum + likelihood, 0) / ratios.length
}

export interface Interval {
  atLeast: number
  atMost: number
}

const quantile = 0.75
/** Number of observations for which the bound is tightest. */
const tunedFor = 200

/**
 * Returns an interval that contains the true 75th percentile at all times with a probability of 1 − α. From order
 * statistics: the number of n values below the true percentile is a sum of n independent coin flips, which stays within
 * `deviation` of 0.75 n for ever (one-sided normal mixture, Howard et al. 2021, eq. 15, with Hoeffding's variance of
 * 1/4); the values at these two ranks are the bounds. It assumes no distribution of the values.
 * @param observations number of documents that the weights come from
 * @returns undefined without observations
 */
export function p75Interval(buckets: Bucket[], observations: number, alpha: number): Interval | undefined {
  if (observations < 1) return undefined
  const variance = (observations + tunedFor) / 4
  const deviation = Math.sqrt(
    2 * variance * Math.log(Math.sqrt((observations + tunedFor) / tunedFor) / alpha + 1),
  )
  return {
    atLeast: valueAt(buckets, quantile - deviation / observations),
    atMost: valueAt(buckets, quantile + deviation / observations),
  }
}

/** Returns the quantile at `share`, interpolated linearly within a bucket; undefined without weight. */
export function quantileOf(buckets: Bucket[], share: number): number | undefined {
  return weightOf(buckets) > 0 ? valueAt(buckets, share) : undefined
}

function valueAt(buckets: Bucket[], share: number): number {
  if (share <= 0) return 0
  if (share >= 1) return Number.POSITIVE_INFINITY
  let left = share * weightOf(buckets)
  for (const { over, upTo, weight } of buckets) {
    if (left <= weight) return over + (left / weight) * (upTo - over)
    left -= weight
  }
  return buckets.at(-1)?.upTo ?? Number.POSITIVE_INFINITY
}

/** Returns the sum of the buckets' weights. */
export function weightOf(buckets: Bucket[]): number {
  return buckets.reduce((sum, { weight }) => sum + weight, 0)
}
