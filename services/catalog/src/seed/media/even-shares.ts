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

// Weights of squared distances, in hundredths of the square within which colours are alike; colours further apart weigh nothing.
const scale = 100 / alike ** 2
const weights = Float64Array.from({ length: 1000 }, (_, i) => Math.exp(-(i + 0.5) / 100))

function evenAlong(shares: Float32Array, colours: Float32Array, step: number): Float32Array {
  const result = shares.slice()
  for (let i = 0; i < shares.length; i++) {
    const first = Math.max(i % step, i - reach * step)
    const last = Math.min(shares.length - 1, i + reach * step)
    const share = shares[i]!
    let j = first
    while (j <= last && shares[j] === share) j += step
    if (j > last) continue
    const l = colours[i * 3]!
    const a = colours[i * 3 + 1]!
    const b = colours[i * 3 + 2]!
    let sum = 0
    let all = 0
    for (j = first; j <= last; j += step) {
      const dl = l - colours[j * 3]!
      const da = a - colours[j * 3 + 1]!
      const db = b - colours[j * 3 + 2]!
      const apart = (dl * dl + da * da + db * db) * scale
      if (apart >= weights.length) continue
      const weight = weights[Math.floor(apart)]!
      sum += weight * shares[j]!
      all += weight
    }
    result[i] = sum / all
  }
  return result
}
