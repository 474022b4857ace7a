/**
 * Splits `totalMinor` in proportion to `weights`, in whole minor units. Each part is the difference of two cumulative shares
 * rounded down, so the parts sum to the total and each is off by less than one. If all weights are zero, the first part gets
 * everything. BigInt, because intermediate products exceed 2^53.
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
