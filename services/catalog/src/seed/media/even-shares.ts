/**
 * Averages the share of each pixel of a square picture with those of its neighbours whose colours are alike (a separable
 * bilateral filter): pixels near a threshold make no speckles, and edges stay sharp. `colours` has three numbers a pixel.
 */
export function evenShares(shares: Float32Array, colours: Float32Array): Float32Array {
  const side = Math.sqrt(shares.length)
  return [1, side, 1, side].reduce((result, step) => evenAlong(result, colours, step), shares)
}

const reach = 6
const alike = 0.05

function evenAlong(shares: Float32Array, colours: Float32Array, step: number): Float32Array {
  const result = shares.slice()
  for (let i = 0; i < shares.length; i++) {
    const first = Math.max(i % step, i - reach * step)
    const last = Math.min(shares.length - 1, i + reach * step)
    let j = first
    while (j <= last && shares[j] === shares[i]) j += step
    if (j > last) continue
    let sum = 0
    let all = 0
    for (j = first; j <= last; j += step) {
      const dl = colours[i * 3]! - colours[j * 3]!
      const da = colours[i * 3 + 1]! - colours[j * 3 + 1]!
      const db = colours[i * 3 + 2]! - colours[j * 3 + 2]!
      const weight = Math.exp(-(dl * dl + da * da + db * db) / alike ** 2)
      sum += weight * shares[j]!
      all += weight
    }
    result[i] = sum / all
  }
  return result
}
