/**
 * Parts of `totalMinor` in proportion to `weights`, in whole minor units. Each part is the difference of two cumulative
 * shares rounded down, so the parts always sum to the total and none is off by more than one. Weights of zero throughout
 * leave the first part with everything. Integers beyond 2^53 occur on the way, hence BigInt.
 */
export function split(totalMinor: number, weights: number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return weights.map((_, position) => (position === 0 ? totalMinor : 0))
  const upTo = (weight: number) => Number((BigInt(totalMinor) * BigInt(weight)) / BigInt(whole))
  let before = 0
  return weights.map((weight) => {
    const from = before
    before += weight
    return upTo(before) - upTo(from)
  })
}
