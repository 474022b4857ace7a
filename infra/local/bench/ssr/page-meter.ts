import type { BenchEnvironment } from '../bench-environment.ts'
import { cpuMsOf, machineCpuMs } from '../cpu.ts'
import { load } from '../load.ts'
import { openReader } from './document-reader.ts'
import { p99AtRate } from './p99-at-rate.ts'
import { listProducts, pageAddresses } from './page-addresses.ts'
import { signedInWithCarts } from './signed-in.ts'

const parts = ['edge', 'shell', 'services', 'postgres', 'redis']
const clients = 8
const skusInCart = 2
const warmUpMs = 3000
const measuredMs = 8000

/** CPU time per document, of the mall and its parts, and of the bench, which shares the machine. */
type PageLoad = {
  rps: number
  cpuMs: number
  cpuMsBy: Record<string, number>
  generatorCpuMs: number
  /** CPUs that other processes used meanwhile. */
  otherCpus: number
}

export type PageMeter = AsyncDisposable & {
  /** The kinds of pages. */
  pages: string[]
  /** Measures a kind of page while 8 clients request its addresses without pause. */
  measure: (page: string, visitors: 'without a session' | 'signed in') => Promise<PageLoad>
  /** Returns the 99th percentile in ms at half of a rate, for visitors without a session. */
  p99AtHalfMs: (page: string, rps: number) => Promise<number>
}

/** Opens connections to the mall, and signs up a shopper with a cart for each client. */
export async function openPageMeter({ url, pids }: BenchEnvironment): Promise<PageMeter> {
  const products = await listProducts(url)
  const addresses = pageAddresses(products)
  const skus = products.slice(0, skusInCart).flatMap((product) => product.skus.slice(0, 1))
  const cookies = await signedInWithCarts(url, clients, skus)
  const reader = openReader(url)

  /** Returns the operation of a load. */
  function open(page: string, sessions: string[] = []) {
    const paths = addresses[page] ?? []
    return (n: number) => reader.read(paths[n % paths.length] ?? '/', sessions[n % sessions.length])
  }

  /** Returns the CPU time of the machine, of the bench and of each part. */
  const cpuNow = () => [machineCpuMs(), cpuMsOf([process.pid]), ...parts.map((part) => cpuMsOf(pids(part)))]

  return {
    pages: Object.keys(addresses),
    async measure(page, visitors) {
      const operation = open(page, visitors === 'signed in' ? cookies : [])
      await load(clients, warmUpMs, operation)
      const before = cpuNow()
      const began = performance.now()
      const { rps, requests } = await load(clients, measuredMs, operation)
      const wallMs = performance.now() - began
      const [machineMs = 0, ownMs = 0, ...partsMs] = cpuNow().map((ms, at) => ms - (before[at] ?? 0))
      const mallMs = partsMs.reduce((sum, ms) => sum + ms, 0)
      const each = (ms: number) => rounded(ms / requests)
      return {
        rps,
        cpuMs: each(mallMs),
        cpuMsBy: Object.fromEntries(parts.map((part, at) => [part, each(partsMs[at] ?? 0)])),
        generatorCpuMs: each(ownMs),
        otherCpus: rounded((machineMs - ownMs - mallMs) / wallMs),
      }
    },
    p99AtHalfMs: (page, rps) => p99AtRate(rps / 2, measuredMs, open(page)),
    [Symbol.asyncDispose]: () => reader[Symbol.asyncDispose](),
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100
