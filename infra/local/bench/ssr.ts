import { cpuMsOf } from './cpu.ts'
import { load } from './load.ts'
import { samplePages } from './sample-pages.ts'
import { withBenchEnvironment } from './bench-environment.ts'

// Measures the CPU time per server-rendered page, summed over edge, shell, BFF host and services, Postgres and Redis, while
// 8 clients request the same page without pause.
const parts = ['edge', 'shell', 'services', 'postgres', 'redis']
const clients = 8
const warmUpMs = 3000
const measuredMs = 8000

const result = await withBenchEnvironment(async ({ url, pids }) => {
  const pages: Record<string, { cpuMs: number; rps: number; p99Ms: number }> = {}
  for (const [name, path] of Object.entries(await samplePages(url))) {
    const open = async () => {
      const response = await fetch(url + path, { headers: { 'accept-encoding': 'identity' } })
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${path} answers ${response.status}`)
    }
    await load(clients, warmUpMs, open)
    const before = cpuMsOf(pids(...parts))
    const { rps, p99Ms, requests } = await load(clients, measuredMs, open)
    const cpuMs = Math.round(((cpuMsOf(pids(...parts)) - before) / requests) * 100) / 100
    pages[name] = { cpuMs, rps, p99Ms }
    console.error(`${name}: ${JSON.stringify(pages[name])}`)
  }
  return pages
})
console.log(JSON.stringify(result))
