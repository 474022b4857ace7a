/**
 * Returns the normalised discounted cumulative gain of the first grades, 0 to 1: exponential gain, logarithmic discount (Järvelin
 * and Kekäläinen 2002). Where nothing relevant exists, an empty answer is 1.
 * @param grades those of the answer, in its order
 * @param all those of every product
 */
export function ndcg(grades: readonly number[], all: readonly number[], depth = 10): number {
  const ideal = gain(
    all.toSorted((a, b) => b - a),
    depth,
  )
  if (ideal === 0) return grades.length === 0 ? 1 : 0
  return gain(grades, depth) / ideal
}

const gain = (grades: readonly number[], depth: number): number =>
  grades.slice(0, depth).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)
