import { chromium, type Browser, type Page } from '@playwright/test'

import { samplePages } from '@mallhive/infra-local/bench/sample-pages'
import { withBenchEnvironment } from '@mallhive/infra-local/bench/bench-environment'

import { launchOptions } from '../fixtures/chromium.ts'

// Measures a first visit on a slow phone: 4× slower CPU, 150 ms round trips, 1.6 Mbit/s, empty cache. Bytes are counted on the
// wire, including headers, until the network has been idle for half a second. `lastRemoteAwakeMs` is when the last remote of the
// document was hydrated. Scripts that are requested after that and after the load event, when the page is idle, are counted in
// `lateJsKib` and not in `jsKib`: on a busy machine they would be in one visit and not in the next. Reports the visit with the
// median LCP.
const visits = 3
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}

type Kind = 'js' | 'lateJs' | 'css' | 'html' | 'image' | 'other'
type Weight = Record<
  | `${'js' | 'lateJs' | 'css' | 'html' | 'image'}Kib`
  | 'requests'
  | 'lcpMs'
  | 'lastRemoteAwakeMs'
  | 'cls'
  | 'textWithoutJs',
  number
>

const result = await withBenchEnvironment(async ({ url }) => {
  const browser = await chromium.launch(launchOptions)
  const weights: Record<string, Weight> = {}
  for (const [name, path] of Object.entries(await samplePages(url))) {
    weights[name] = await weigh(browser, url + path)
    console.error(`${name}: ${JSON.stringify(weights[name])}`)
  }
  await browser.close()
  return weights
})
console.log(JSON.stringify(result))

async function weigh(browser: Browser, url: string): Promise<Weight> {
  const weights: Weight[] = []
  while (weights.length < visits) weights.push(await visit(browser, url))
  const median = weights.toSorted((a, b) => a.lcpMs - b.lcpMs)[visits >> 1]
  if (!median) throw new Error('nothing was visited')
  return { ...median, cls: Math.max(...weights.map(({ cls }) => cls)) }
}

async function visit(browser: Browser, url: string): Promise<Weight> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  const traffic = await slowDown(page)
  await page.addInitScript(recordVitals)
  await page.goto(url, { waitUntil: 'networkidle' })
  // Each remote of the document is awake, or one will never be: then the bench fails here.
  await page.waitForFunction(() => !document.querySelector('mall-remote:not([data-awake])'))
  const vitals = await page.evaluate(() => (window as Window & { vitals?: Vitals }).vitals)
  const withJs = await page.locator('body').innerText()
  await page.close()
  const bytes = traffic.bytesByKind(Math.max(vitals?.loadMs ?? 0, vitals?.lastRemoteAwakeMs ?? 0))
  const kib = (kind: Kind) => Math.round((bytes[kind] / 1024) * 10) / 10
  return {
    jsKib: kib('js'),
    lateJsKib: kib('lateJs'),
    cssKib: kib('css'),
    htmlKib: kib('html'),
    imageKib: kib('image'),
    requests: traffic.files.size,
    lcpMs: Math.round(vitals?.lcpMs ?? Number.NaN),
    lastRemoteAwakeMs: Math.round(vitals?.lastRemoteAwakeMs ?? Number.NaN),
    cls: Math.round((vitals?.cls ?? Number.NaN) * 1000) / 1000,
    textWithoutJs: Math.round(((await textLength(browser, url)) / withJs.length) * 1000) / 1000,
  }
}

interface Transfer {
  kind: Kind
  /** Since the document was requested. */
  requestedMs: number
  bytes: number
}

async function slowDown(page: Page) {
  const files = new Map<string, Transfer>()
  let firstRequest: number | undefined
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', network)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  cdp.on('Network.requestWillBeSent', ({ requestId, timestamp }) => {
    firstRequest ??= timestamp
    files.set(requestId, { kind: 'other', requestedMs: (timestamp - firstRequest) * 1000, bytes: 0 })
  })
  cdp.on('Network.responseReceived', ({ requestId, response, type }) => {
    const file = files.get(requestId)
    if (file) file.kind = kindOf(type, response.mimeType)
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId)
    if (file) file.bytes = encodedDataLength
  })

  function bytesByKind(idleMs: number): Record<Kind, number> {
    const bytes = { js: 0, lateJs: 0, css: 0, html: 0, image: 0, other: 0 }
    for (const file of files.values())
      bytes[file.kind === 'js' && file.requestedMs > idleMs ? 'lateJs' : file.kind] += file.bytes
    return bytes
  }

  return { files, bytesByKind }
}

function kindOf(type: string, mimeType: string): Kind {
  if (mimeType.includes('javascript')) return 'js'
  if (type === 'Stylesheet') return 'css'
  if (type === 'Document') return 'html'
  return type === 'Image' ? 'image' : 'other'
}

async function textLength(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  await page.goto(url)
  const text = await page.locator('body').innerText()
  await page.close()
  return text.length
}

type Vitals = { lcpMs: number; loadMs: number; lastRemoteAwakeMs: number; cls: number }

function recordVitals() {
  const vitals: Vitals = { lcpMs: Number.NaN, loadMs: 0, lastRemoteAwakeMs: Number.NaN, cls: 0 }
  ;(window as Window & { vitals?: Vitals }).vitals = vitals
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) vitals.lcpMs = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      vitals.cls += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  addEventListener('load', () => (vitals.loadMs = performance.now()))
  // `<Remote>` sets the attribute in its first effect.
  new MutationObserver(() => (vitals.lastRemoteAwakeMs = performance.now())).observe(document, {
    subtree: true,
    attributeFilter: ['data-awake'],
  })
}
