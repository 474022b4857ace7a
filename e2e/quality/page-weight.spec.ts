import { samplePages } from '@mallhive/infra-local/bench/sample-pages'

import { expect, test } from '../fixtures/test.ts'

/** JavaScript of a first visit on the wire, with headers. */
const budgetsKib = { home: 101, product: 107 }

for (const [name, mostKib] of Object.entries(budgetsKib)) {
  test(`the first visit of the ${name} page loads at most ${mostKib} KiB of JavaScript`, async ({
    page,
    baseURL,
  }) => {
    const scripts = new Set<string>()
    const bytes = new Map<string, number>()
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Network.enable')
    cdp.on('Network.responseReceived', ({ requestId, response }) => {
      if (response.mimeType.includes('javascript')) scripts.add(requestId)
    })
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes.set(requestId, encodedDataLength)
    })
    const pages = await samplePages(baseURL ?? '')
    await page.goto(pages[name] ?? '', { waitUntil: 'load' })
    await page.waitForFunction(() => !document.querySelector('mall-remote:not([data-awake])'))
    const kib = [...bytes.values()].reduce((sum, each) => sum + each, 0) / 1024
    // React alone: fewer would mean that the test counts the wrong files.
    expect(kib).toBeGreaterThan(60)
    expect(kib).toBeLessThanOrEqual(mostKib)
  })
}
