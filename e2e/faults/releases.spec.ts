import { expect, test } from '../fixtures/isolated-mall.ts'
import { backTo, failing, homeVersion } from '../fixtures/shown-release.ts'

for (const fault of ['answers 500', 'hangs', 'breaks off half-way', 'is altered', 'is missing'] as const) {
  test(`server code that ${fault} is not run: the last good version serves until it heals, without a restart`, async ({
    page,
    team,
    line,
  }) => {
    const good = await team.live('home')
    const next = await team.publishNext('home')
    line.fail(`/home/${next.version}/ssr/`, fault)
    await team.promote(next)
    await expect
      .poll(() => failing(page))
      .toContainEqual(expect.objectContaining({ name: 'home', version: next.version }))
    expect(await homeVersion(page)).toBe(good)

    line.fail()
    await expect.poll(() => homeVersion(page), { timeout: 20_000 }).toBe(next.version)
    expect(await failing(page)).toEqual([])
    await backTo(page, team, good)
  })
}

test('server code that throws when it is loaded never goes live, and the status shows why', async ({
  page,
  team,
}) => {
  const good = await team.live('home')
  const next = await team.publishNext('home', (code, file) =>
    file.startsWith('ssr/') ? `throw new Error('no home today');${code}` : code,
  )
  await team.promote(next)
  await expect
    .poll(() => failing(page))
    .toContainEqual(expect.objectContaining({ name: 'home', message: 'no home today' }))
  expect(await homeVersion(page)).toBe(good)
  await backTo(page, team, good)
  await expect.poll(() => failing(page)).toEqual([])
})

test('a shell that starts without the server code of a team leaves its pages to the browser', async ({
  page,
  mall,
  team,
  line,
  complaints,
}) => {
  const good = await team.live('home')
  const next = await team.publishNext('home')
  await team.promote(next)
  line.fail(`/home/${next.version}/ssr/`, 'is missing')
  await mall.restart('shell')
  const response = await page.goto('/')
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  expect(complaints).toEqual([])

  line.fail()
  await expect.poll(async () => (await page.request.get('/')).text(), { timeout: 20_000 }).toContain('<h1')
  await backTo(page, team, good)
})

test('two releases live at once are never mixed in one document', async ({ page, team, baseURL }) => {
  const good = await team.live('home')
  const next = await team.publishNext('home')
  await team.promote(next, 50)
  const shown = async (bucket: number) => {
    const html = await (await fetch(baseURL, { headers: { cookie: `mall_bucket=${bucket}` } })).text()
    const versions = [...html.matchAll(/data-remote="home\/[^"]+" data-version="([^"]+)"/g)]
    return [...new Set(versions.map(([, version]) => version))]
  }
  const documents = () => Promise.all(Array.from({ length: 24 }, (_, at) => shown(at * 400)))
  await expect.poll(async () => (await documents()).flat(), { timeout: 30_000 }).toContain(next.version)
  const seen = await documents()
  expect(seen.filter((versions) => versions.length !== 1)).toEqual([])
  expect(new Set(seen.flat())).toEqual(new Set([good, next.version]))
  await backTo(page, team, good)
})
