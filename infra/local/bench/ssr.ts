import type { Env } from '../src/mall/environment.ts'
import { withBenchEnvironment } from './bench-environment.ts'
import { type PageMeter, openPageMeter } from './ssr/page-meter.ts'

// Measures the CPU time per server-rendered page, summed over edge, shell with its render processes, BFF host and services,
// Postgres and Redis, while 8 clients request 60 addresses of its kind (home, cart and sign-in have one), compressed by
// Brotli. `cpuMs` has remembered answers of procedures, `coldCpuMs` has none. `p99AtHalfMs` is at half of the measured rate.
// The bench runs on the same machine: `generatorCpuMs` is its own CPU time per document. `otherCpus` is how many CPUs other
// processes used at the measurement of `cpuMs`: near 0, or the rates and latencies are too low and too long.
/** Names of pages from the command line (`npm run bench -- ssr product home`); without any, all are measured. */
const asked = process.argv.slice(2)

const documents = await measurePages({}, async (meter, page) => {
  const { rps, ...cpu } = await meter.measure(page, 'without a session')
  const p99AtHalfMs = { uncached: await meter.p99AtHalfMs(page, rps) }
  const { cpuMs: signedInCpuMs } = await meter.measure(page, 'signed in')
  return { ...cpu, signedInCpuMs, uncachedRps: rps, p99AtHalfMs }
})
const cold = await measurePages({ PUBLIC_ANSWERS_MB: '0' }, async (meter, page) => {
  const { cpuMs: coldCpuMs } = await meter.measure(page, 'without a session')
  return { coldCpuMs }
})
const pages = Object.entries(documents).map(([page, measured]) => [page, { ...measured, ...cold[page] }])
console.log(JSON.stringify(Object.fromEntries(pages)))

/** Measures the pages in a mall of its own. */
function measurePages<T extends object>(
  env: Env,
  measure: (meter: PageMeter, page: string) => Promise<T>,
): Promise<Record<string, T>> {
  return withBenchEnvironment(async (mall) => {
    await using meter = await openPageMeter(mall)
    const measured: Record<string, T> = {}
    for (const page of meter.pages) {
      if (asked.length > 0 && !asked.includes(page)) continue
      measured[page] = await measure(meter, page)
      console.error(`${page}: ${JSON.stringify(measured[page])}`)
    }
    return measured
  }, env)
}
