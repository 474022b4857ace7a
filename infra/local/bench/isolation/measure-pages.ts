import { join } from 'node:path'

import { promote } from '@mallhive/release-runtime/promote'
import { publish } from '@mallhive/release-runtime/publish'
import { rollback } from '@mallhive/release-runtime/rollback'
import type { SigningStore } from '@mallhive/release-runtime/trust/trusted-store'

import type { BenchEnvironment } from '../bench-environment.ts'
import { call } from './call.ts'
import type { Others } from './others.ts'
import { openFigures, p99, wayOut } from './figures.ts'
import { plantedPage, withPageFaults, withPageProbes } from './plant.ts'
import type { PlantedFault } from './plant.ts'

/** The page in which faults are planted, and its address. */
const expose = 'orders-page'
const address = '/seller/orders'

export interface PagesMeasured {
  mall: BenchEnvironment
  store: SigningStore
  /** The micro frontend, with its built release and a folder for copies. */
  mfe: string
  from: string
  folder: string
  faults: PlantedFault[]
  others: Others
  /** Waits until the other shoppers have made the requests of one measurement. */
  enoughRequests: () => Promise<void>
  until: <T>(what: string, look: () => Promise<T | undefined | false>) => Promise<T | undefined>
}

/** Plants the faults in a page, each in an unpromoted version and in a canary, in its component and in its loader. */
export async function measurePages({
  mall,
  store,
  mfe,
  from,
  folder,
  faults,
  others,
  enoughRequests,
  until,
}: PagesMeasured) {
  const who = { name: mfe, by: 'bench' }
  const figures = openFigures()
  others.begin()
  await enoughRequests()
  await enoughRequests()
  const p99BeforeMs = p99(others.took)

  for (const [number, fault] of faults.entries())
    for (const live of [false, true]) {
      const version = `9.${4 + Number(live)}.${number}`
      using release = withPageFaults(from, version, join(folder, version), expose)
      await publish(store, release)
      if (live) await promote(store, { ...who, version, percent: 10 })
      await until(`the page of ${version} shows`, () => shows(version, live))
      others.begin()
      const at = number % 2 === 0 ? 'component' : 'loader'
      void ask(version, live, `?fault=${fault.name}&at=${at}`).catch(() => {})
      const message = await until(`${fault.name} in the page of ${version} is blamed`, () =>
        blameOf(version, live, fault.kinds),
      )
      const restarted = await until(`the page of ${version} shows again`, () => shows(version, live))
      await enoughRequests()
      figures.took.push(...others.took)
      figures.faults++
      figures.blamed += Number(message !== undefined)
      figures.restarts += Number(restarted !== undefined)
      figures.otherRequests += others.requests
      figures.otherFailed += others.failed
      console.error(
        `${fault.name} in a ${at} ${live ? 'as a canary' : 'by pin'}: ${message}; ${others.requests} other requests`,
      )
      if (live) await rollback(store, who)
    }
  const { took, ...counts } = figures
  return { ...counts, p99BeforeMs, p99DuringMs: p99(took), ...(await probe()) }

  /** Requests the version's page; that of an unpromoted version is on the preview host only. */
  function ask(version: string, live: boolean, query = '') {
    const origin = live ? mall.url : mall.previewUrl
    return call(origin, address + query, { 'x-mall-pin': `${mfe}@${version}` })
  }

  async function shows(version: string, live: boolean): Promise<boolean> {
    return (await ask(version, live)).text.includes(`${plantedPage} ${version}`)
  }

  async function blameOf(version: string, live: boolean, kinds: string[]): Promise<string | undefined> {
    const answer = await call(live ? mall.url : mall.previewUrl, '/_mall/status.json', {})
    const { failing }: { failing: { name: string; version?: string; message: string }[] } = JSON.parse(
      answer.text,
    )
    const own = failing.filter((it) => it.name === mfe && it.version === version)
    return own.find(({ message }) => kinds.some((kind) => message.includes(`page is at fault (${kind})`)))
      ?.message
  }

  async function probe() {
    using release = withPageProbes(from, '9.6.0', join(folder, 'page-probes'), expose)
    await publish(store, release)
    const given = encodeURIComponent(JSON.stringify(wayOut(mall, 'shell-previews')))
    const headers = {
      'x-mall-pin': `${mfe}@9.6.0`,
      accept: 'application/vnd.mallhive.view+json',
    }
    const answer = await call(mall.previewUrl, `${address}?given=${given}`, headers)
    const { view }: { view: { content: { data: string } } } = JSON.parse(answer.text)
    const found: { tried: number; got: Record<string, string>; harmless: string[] } = JSON.parse(
      view.content.data,
    )
    const open = Object.keys(found.got).filter((name) => !found.harmless.includes(name))
    const network = open.filter((name) => /^(fetch|socket|web socket|event source)/.test(name))
    console.error(`${found.tried} ways out of a page tried, open: ${open.join(', ') || 'none'}`)
    return { secretsReadable: open.length - network.length, networkReached: network.length }
  }
}
