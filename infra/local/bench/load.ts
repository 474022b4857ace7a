export type Load = { rps: number; p50Ms: number; p99Ms: number; requests: number }

/**
 * Calls `operation` from `clients` concurrent loops until `durationMs` has passed or it was called `most` times. Returns
 * throughput and latencies.
 * @param operation receives the number of the call, counted from 0; its error rejects the returned promise
 */
export async function load(
  clients: number,
  durationMs: number,
  operation: (n: number) => Promise<void>,
  most = Number.POSITIVE_INFINITY,
): Promise<Load> {
  const took: number[] = []
  const began = performance.now()
  let next = 0
  const client = async () => {
    while (performance.now() - began < durationMs && next < most) {
      const start = performance.now()
      await operation(next++)
      took.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const seconds = (performance.now() - began) / 1000
  took.sort((a, b) => a - b)
  const quantile = (q: number) =>
    Math.round((took[Math.floor((took.length - 1) * q)] ?? Number.NaN) * 10) / 10
  return {
    rps: Math.round((took.length / seconds) * 10) / 10,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    requests: took.length,
  }
}
