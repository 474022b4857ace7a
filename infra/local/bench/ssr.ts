import type { ShellConfig } from '@mallhive/shell/config'

import { withBenchEnvironment } from './bench-environment.ts'
import { type PageMeter, openPageMeter } from './ssr/page-meter.ts'

// Measures the CPU time per server-rendered page, summed over edge, shell, BFF host and services, Postgres and Redis, while 8
// clients request 60 addresses of its kind (home and cart have one), compressed by Brotli. `cpuMs` is without the document cache, `coldCpuMs` without remembered answers of procedures as well. `cachedCpuMs`
// is with the document cache, and includes rendering what it has forgotten and what it does not keep. `p99AtHalfMs` is at half
// of the measured rate. The bench runs on the same machine: `generatorCpuMs` is its own CPU time per document. `otherCpus` is
// how many CPUs other processes used meanwhile: near 0, or the rates are too low and the latencies too long.
/** Names of pages from the command line (`npm run bench -- ssr product home`); without any, all are measured. */
const asked = process.argv.slice(2)

type Settings = Partial<Record<keyof ShellConfig, string>>

const uncached = await measurePages({ DOCUMENT_CACHE_MB: '0' }, async (meter, page) => {
  const plain = await meter.measure(page, 'without a session')
  const p99AtHalfMs = await meter.p99AtHalfMs(page, plain.rps)
  return { plain, p99AtHalfMs, signedIn: await meter.measure(page, 'signed in') }
})
const nothing = { DOCUMENT_CACHE_MB: '0', PUBLIC_ANSWERS_MB: '0' }
const cold = await measurePages(nothing, (meter, page) => meter.measure(page, 'without a session'))
const cached = await measurePages({}, async (meter, page) => {
  const plain = await meter.measure(page, 'without a session')
  return { plain, p99AtHalfMs: await meter.p99AtHalfMs(page, plain.rps) }
})
const pages = [...uncached].map(([page, { plain, p99AtHalfMs, signedIn }]) => {
  const hit = cached.get(page)
  return [
    page,
    {
      cpuMs: plain.cpuMs,
      coldCpuMs: cold.get(page)?.cpuMs,
      cpuMsBy: plain.cpuMsBy,
      signedInCpuMs: signedIn.cpuMs,
      cachedCpuMs: hit?.plain.cpuMs,
      cachedRps: hit?.plain.rps,
      uncachedRps: plain.rps,
      p99AtHalfMs: { cached: hit?.p99AtHalfMs, uncached: p99AtHalfMs },
      generatorCpuMs: { cached: hit?.plain.generatorCpuMs, uncached: plain.generatorCpuMs },
      otherCpus: { cached: hit?.plain.otherCpus, uncached: plain.otherCpus },
    },
  ]
})
console.log(JSON.stringify(Object.fromEntries(pages)))

/** Measures the pages in a mall of its own, whose shell has these settings. */
function measurePages<T extends object>(
  settings: Settings,
  measure: (meter: PageMeter, page: string) => Promise<T>,
): Promise<Map<string, T>> {
  return withBenchEnvironment(
    async (mall) => {
      await using meter = await openPageMeter(mall)
      const measured = new Map<string, T>()
      for (const page of meter.pages) {
        if (asked.length > 0 && !asked.includes(page)) continue
        const figures = await measure(meter, page)
        measured.set(page, figures)
        console.error(`${page}: ${JSON.stringify(figures)}`)
      }
      return measured
    },
    { env: settings },
  )
}
