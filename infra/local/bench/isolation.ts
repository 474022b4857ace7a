import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { promote } from '@mallhive/release-runtime/promote'
import { publish } from '@mallhive/release-runtime/publish'
import { rollback } from '@mallhive/release-runtime/rollback'
import { signingStoreFromEnv } from '@mallhive/release-runtime/trust/trusted-store'

import { wantedReleases } from '../src/mall/releases.ts'
import { withBenchEnvironment } from './bench-environment.ts'
import { call } from './isolation/call.ts'
import { openFigures, p99, wayOut } from './isolation/figures.ts'
import { measurePages } from './isolation/measure-pages.ts'
import { openOthers } from './isolation/others.ts'
import { plantedFaults, withFaults, withProbes, withServiceCalls } from './isolation/plant.ts'
import type { PlantedFault } from './isolation/plant.ts'

// Plants faults in one team's BFF, each in an unpromoted version and in a canary, while shoppers use the rest of the mall.
// Expected: each fault is reported with its release and as what it is, and no other request fails. Then a bundle tries every known
// sandbox escape. Before the faults, the others are measured beside releases without one, since each release makes documents new.
// Then the same in one team's page: `pages`. `extraFaults` has the figures of the faults beyond the first nine,
// and of a canary whose calls do nothing but call services: ordinary calls, which are no fault and must not slow others down.
// FAULTS=loop,exit plants only these.
const wanted = process.env['FAULTS']?.split(',')
const planted = plantedFaults.filter(({ name }) => wanted?.includes(name) ?? true)
const mfe = 'seller'
const who = { name: mfe, by: 'bench' }
const clients = 2
const requestsPerFault = 200
const giveUpMs = 60_000
/** A hanging procedure is blamed at its third call. */
const hangingCalls = 3
/** Clients that call the services through one micro frontend. */
const serviceCallers = 24

const result = await withBenchEnvironment(async (mall) => {
  await using stack = new AsyncDisposableStack()
  const store = stack.use(await signingStoreFromEnv(mall.teamEnv))
  const folder = mkdtempSync(join(tmpdir(), 'mallhive-isolation-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  const built = wantedReleases().find(({ name }) => name === mfe)
  if (!built) throw new Error(`this checkout has no ${mfe}`)
  const from = built.dir
  const others = openOthers(mall.url, clients)
  stack.defer(() => others.stop())
  const figures = openFigures()
  const extra = openFigures()

  await enoughRequests() // warm-up
  const before: number[] = []
  for (const number of [0, 1, 2, 3])
    await withRelease(`8.0.${number}`, number % 2 === 1, async () => {
      await enoughRequests()
      await enoughRequests()
      before.push(...others.took)
    })
  const p99BeforeMs = p99(before)

  for (const [number, fault] of planted.entries()) {
    const its = fault.extra ? extra : figures
    for (const live of [false, true]) {
      const version = `9.${Number(live)}.${number}`
      await withRelease(version, live, async () => {
        const calls = fault.kinds.includes('HANGING') ? hangingCalls : 1
        for (let n = 0; n < calls; n++) void ask(version, live, fault.name).catch(() => {})
        const message = await until(`${fault.name} in ${version} is blamed`, () => blameOf(version, fault))
        const restarted = await until(`${version} answers again`, () => answers(version, live))
        await enoughRequests()
        its.took.push(...others.took)
        its.faults++
        its.blamed += Number(message !== undefined)
        its.restarts += Number(restarted !== undefined)
        its.otherRequests += others.requests
        its.otherFailed += others.failed
        console.error(
          `${fault.name} ${live ? 'as a canary' : 'by pin'}: ${message}; ${others.requests} other requests, p99 ${p99(others.took)} ms`,
        )
      })
    }
  }

  const serviceCalls = await callServices()
  const { secretsReadable, networkReached } = await probe()
  const ofPages = planted.filter(({ extra: isExtra }) => !isExtra)
  const pages = await measurePages({
    mall,
    store,
    mfe,
    from,
    folder,
    faults: ofPages,
    others,
    enoughRequests,
    until,
  })
  const { faults, otherRequests, otherFailed, restarts, blamed, took } = figures
  return {
    faults,
    otherRequests,
    otherFailed,
    p99BeforeMs,
    p99DuringMs: p99(took),
    secretsReadable,
    networkReached,
    restarts,
    blamed,
    pages,
    extraFaults: { ...extra, took: undefined, p99DuringMs: p99(extra.took), serviceCalls },
  }

  /** Publishes a version whose faults no call has set off yet, also as a canary, and measures the others meanwhile. */
  async function withRelease(version: string, live: boolean, use: () => Promise<void>): Promise<void> {
    using release = withFaults(from, version, join(folder, version))
    await publish(store, release)
    if (live) await promote(store, { ...who, version, percent: 10 })
    await until(`${version} answers`, () => answers(version, live))
    others.begin()
    await use()
    if (live) await rollback(store, who)
  }

  async function answers(version: string, live: boolean): Promise<boolean> {
    return (await ask(version, live, 'none')).status === 404
  }

  /** Calls the version's BFF; an unpromoted version answers on the preview host only. */
  function ask(version: string, live: boolean, procedure: string, body?: object) {
    const origin = live ? mall.url : mall.previewUrl
    const headers = { 'x-mall-release': `${mfe}@${version}`, 'content-type': 'application/json', origin }
    return call(origin, `/api/${mfe}/${procedure}`, headers, body && JSON.stringify(body))
  }

  /** Returns the problem of the version's BFF that the shell's status reports, if it is of a kind that the fault has. */
  async function blameOf(version: string, { kinds }: PlantedFault): Promise<string | undefined> {
    const answer = await fetch(`${mall.url}/_mall/status.json`)
    const { failing } = (await answer.json()) as {
      failing: { name: string; version?: string; message: string }[]
    }
    const own = failing.filter((it) => it.name === mfe && it.version === version)
    return own.find(({ message }) => kinds.some((kind) => message.includes(`(${kind})`)))?.message
  }

  /** Measures the other shoppers while clients of one micro frontend make as many service calls as they can. */
  async function callServices() {
    const version = '9.3.0'
    using release = withServiceCalls(from, version, join(folder, 'service-calls'))
    await publish(store, release)
    await promote(store, { ...who, version, percent: 10 })
    await until(`${version} answers`, async () => (await ask(version, true, 'none')).status === 404)
    others.begin()
    await enoughRequests()
    const beforeMs = p99(others.took)
    const stopped = new AbortController()
    let served = 0
    const callers = Array.from({ length: serviceCallers }, async () => {
      while (!stopped.signal.aborted) {
        const answer = await ask(version, true, 'serviceCalls').catch(() => undefined)
        if (answer?.status === 200) served += Number(answer.text)
      }
    })
    others.begin()
    await enoughRequests()
    stopped.abort()
    const measured = { ...others }
    await Promise.all(callers)
    await rollback(store, who)
    return {
      served,
      p99BeforeMs: beforeMs,
      p99DuringMs: p99(measured.took),
      otherRequests: measured.requests,
      otherFailed: measured.failed,
    }
  }

  async function probe() {
    using release = withProbes(from, '9.2.0', join(folder, 'probes'))
    await publish(store, release)
    const answer = await ask('9.2.0', false, 'probe', wayOut(mall, 'services'))
    const { tried, got, harmless } = JSON.parse(answer.text) as {
      tried: number
      got: Record<string, string>
      harmless: string[]
    }
    const open = Object.keys(got).filter((name) => !harmless.includes(name))
    const network = open.filter((name) => /^(fetch|socket|web socket|event source)/.test(name))
    console.error(`${tried} ways out tried, open: ${open.join(', ') || 'none'}`)
    return { secretsReadable: open.length - network.length, networkReached: network.length }
  }

  /** Waits until the other shoppers have made the requests of one measurement. */
  async function enoughRequests(): Promise<void> {
    const goal = others.requests < requestsPerFault ? requestsPerFault : others.requests + requestsPerFault
    while (others.requests < goal) await sleep(50)
  }

  async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T | undefined> {
    const began = performance.now()
    while (performance.now() - began < giveUpMs) {
      const found = await look().catch(() => undefined)
      if (found) return found
      await sleep(200)
    }
    console.error(`not within ${giveUpMs} ms: ${what}`)
    return undefined
  }
})
console.log(JSON.stringify(result))
