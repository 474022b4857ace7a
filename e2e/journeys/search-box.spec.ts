import { expect, test } from '../fixtures/test.ts'

for (const viewport of [
  { width: 1280, height: 500 },
  { width: 390, height: 420 },
  { width: 320, height: 256 },
])
  test(`the arrow keys keep the active suggestion in sight at ${viewport.width} × ${viewport.height}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await page.goto('/', { waitUntil: 'networkidle' })
    const search = page.getByRole('combobox', { name: 'Search the mall' })
    await search.fill('te')
    await expect(page.getByRole('group', { name: 'Products' }).getByRole('option').first()).toBeVisible()
    const active = page.getByRole('option', { selected: true })
    for (const key of ['ArrowUp', 'ArrowDown']) {
      await search.press(key)
      await expect(active).toBeInViewport({ ratio: 0.95 })
    }
  })

test('a pasted text too long for suggestions asks for none', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' })
  const search = page.getByRole('combobox', { name: 'Search the mall' })
  await search.fill('teapot')
  await expect(page.getByRole('option').first()).toBeVisible()
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('suggest') && asked.push(request.url()))
  await search.fill('teapot '.repeat(30))
  await expect(page.getByRole('option')).toHaveCount(0)
  expect(asked).toEqual([])
})
