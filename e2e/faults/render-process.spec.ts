import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { APIRequestContext } from '@playwright/test'

import { expect, test } from '../fixtures/isolated-mall.ts'
import '../fixtures/resolve-localhost.ts'

/** A message in the front page's code, which runs in the process that renders the page. */
const heading = /\b\w+\("hero\.label"\)/g
const faults = {
  exits: '(process.exit(7),"")',
  blocks: '(()=>{for(;;);})()',
  leaks: '(()=>{for(const kept=[];;)kept.push(Buffer.alloc(1<<24,1))})()',
}

for (const [fault, code] of Object.entries(faults)) {
  test(`a page that ${fault}, published and never promoted, is left to the browser and ends no part of the mall`, async ({
    request,
    mall,
    team,
  }) => {
    test.setTimeout(150_000)
    const next = await team.publishNext('home', (source, file) =>
      file.startsWith('ssr/') ? source.replaceAll(heading, code) : source,
    )
    const before = [mall.pid('shell'), mall.pid('shell-previews')]
    const shoppers = openShoppers(request)
    const pin = { 'x-mall-pin': `home@${next.version}` }
    expect(await statusOf(request, mall.previewUrl, pin)).toBe(200)
    expect(await statusOf(request, mall.previewUrl)).toBe(200)
    const seen = await shoppers.stop()
    expect(seen.length).toBeGreaterThan(5)
    expect(seen.filter((status) => status !== 200)).toEqual([])
    expect([mall.pid('shell'), mall.pid('shell-previews')]).toEqual(before)
  })

  test(`a canary whose page ${fault} is blamed by name and goes out of service, and no document fails`, async ({
    request,
    mall,
    team,
  }) => {
    test.setTimeout(150_000)
    const next = await team.publishNext('home', (source, file) =>
      file.startsWith('ssr/') ? source.replaceAll(heading, code) : source,
    )
    await team.promote(next, 10)
    const shell = mall.pid('shell')
    const named = { 'x-mall-pin': `home@${next.version}` }
    const state = async () => {
      const { failing, suspended } = await (await request.get('/_mall/status.json')).json()
      const of = ({ version }: { version?: string }) => version === next.version
      return { blamed: failing.filter(of), suspended: suspended.filter(of) }
    }
    const shoppers = openShoppers(request)
    await expect
      .poll(
        async () => {
          expect(await statusOf(request, '/', named)).toBe(200)
          return (await state()).suspended
        },
        { timeout: 90_000 },
      )
      .toMatchObject([{ name: 'home', why: expect.stringMatching(/^page (EXITED|UNRESPONSIVE|MEMORY)$/) }])
    expect((await state()).blamed.map(({ message }: { message: string }) => message)).toContainEqual(
      expect.stringContaining('its page is at fault'),
    )
    const seen = await shoppers.stop()
    expect(seen.filter((status) => status !== 200)).toEqual([])
    expect(mall.pid('shell')).toBe(shell)
    await team.rollback('home')
  })
}

test('a document at which its render process ended is rendered by the browser, header and page, and works there', async ({
  page,
  request,
  mall,
  team,
}) => {
  const next = await team.publishNext('home', (source, file) =>
    file.startsWith('ssr/') ? source.replaceAll(heading, faults.exits) : source,
  )
  await page.setExtraHTTPHeaders({ 'x-mall-pin': `home@${next.version}` })
  const answer = await page.goto(mall.previewUrl)
  expect(answer?.status()).toBe(200)
  expect(await answer?.text()).not.toContain('<h1')
  await expect(page.getByRole('region', { name: 'Welcome' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const { failing } = await (await request.get(`${mall.previewUrl}/_mall/status.json`)).json()
  expect(failing).toContainEqual(
    expect.objectContaining({
      name: 'home',
      version: next.version,
      message: expect.stringContaining('its page is at fault (EXITED)'),
    }),
  )
  await page.getByRole('banner').getByRole('link', { name: 'Cart' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /cart/i })).toBeVisible()
})

test('a page, published and never promoted, reads no key or environment, starts nothing and signals no process', async ({
  request,
  mall,
  team,
}) => {
  const attempts = [
    'process.kill(process.ppid, 0)',
    'get("process").kill(process.ppid, 0)',
    'process.binding("process_wrap")',
    'get("fs").readFileSync("/proc/self/environ")',
    'get("fs").readFileSync(`/proc/${process.ppid}/environ`)',
    `get("fs").readFileSync(${JSON.stringify(mall.engines.partKeys.files.shell)})`,
    `get("fs").readdirSync(${JSON.stringify(join(import.meta.dirname, '../../.git'))})`,
    `get("fs").readdirSync(${JSON.stringify(join(import.meta.dirname, '../..'))})`,
    `get("fs").writeFileSync(${JSON.stringify(`${tmpdir()}/by-a-preview`)}, "")`,
    'get("child_process").execSync("id")',
    'new (get("worker_threads").Worker)("1", { eval: true })',
  ]
  const tried = attempts.map((attempt) => `() => ${attempt}`).join()
  const probe = `((get) => "refused " + [${tried}].filter((attempt) => { try { attempt() } catch { return true } }).length)(process.getBuiltinModule)`
  const next = await team.publishNext('home', (source, file) =>
    file.startsWith('ssr/') ? source.replaceAll(heading, probe) : source,
  )
  const page = await request.get(mall.previewUrl, { headers: { 'x-mall-pin': `home@${next.version}` } })
  expect(await page.text()).toContain(`refused ${attempts.length}`)
})

test('the shell of shoppers executes no release that was never promoted, for any host, pin or assignment', async ({
  request,
  mall,
  team,
}) => {
  const next = await team.publishNext('home', (source, file) =>
    file.startsWith('ssr/') ? source.replaceAll(heading, faults.exits) : source,
  )
  const named = `home@${next.version}`
  const shell = mall.pid('shell')
  for (const [header, value] of [
    ['x-mall-pin', named],
    ['x-mall-assignment', named],
    ['cookie', `mall_pin=${named}`],
  ] as const)
    expect(await statusOf(request, '/', { [header]: value })).toBe(200)
  expect((await (await request.get('/_mall/status.json')).json()).loaded).not.toContain(named)
  expect(mall.pid('shell')).toBe(shell)
})

test('the console and the desk are not on the preview host', async ({ request, mall }) => {
  expect(await statusOf(request, `${mall.previewUrl}/_mall`)).toBe(404)
  expect(await statusOf(request, `${mall.previewUrl}/_mall/desk/overview.json`)).toBe(404)
})

/** Loads pages of the shoppers' host one after another until stopped. */
function openShoppers(request: APIRequestContext) {
  const seen: (number | undefined)[] = []
  const over = new AbortController()
  const shopping = (async () => {
    while (!over.signal.aborted)
      // oxlint-disable-next-line no-await-in-loop -- one shopper
      seen.push(await statusOf(request, seen.length % 2 ? '/' : '/cart'))
  })()
  return {
    async stop() {
      over.abort()
      await shopping
      return seen
    },
  }
}

/** Returns the status of a page; undefined when none came within 40 s. */
async function statusOf(request: APIRequestContext, url: string, headers: Record<string, string> = {}) {
  const answer = await request.get(url, { headers, timeout: 40_000 }).catch(() => undefined)
  return answer?.status()
}
