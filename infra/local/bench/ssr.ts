import { cpuMsOf } from './cpu.ts'
import { load } from './load.ts'
import { samplePages } from './sample-pages.ts'
import { withBenchEnvironment } from './bench-environment.ts'

// What a server-rendered page costs the machine, everything counted but the engines' own housekeeping: edge, shell,
// BFF host and services, Postgres, Redis. 8 clients ask for the same page as fast as they are answered.
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
