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

test('what is typed while a page loads stays in the field', async ({ page }) => {
  await page.goto('/search?q=mug', { waitUntil: 'networkidle' })
  const search = page.getByRole('combobox', { name: 'Search the mall' })
  for (const path of [/\/search\?q=teapot/, /\/p\//]) {
    const typed = Promise.withResolvers<void>()
    await page.route(path, async (route) => {
      await typed.promise
      await route.continue()
    })
    await search.press('Escape')
    if (path.test('/p/')) await page.getByRole('article').first().getByRole('link').first().click()
    else {
      await search.fill('teapot')
      await search.press('Enter')
    }
    await search.fill('')
    await search.pressSequentially('lamp')
    typed.resolve()
    await expect(page).toHaveURL(path)
    await expect(search).toHaveValue('lamp')
    await expect(search).toBeFocused()
  }
  await page.goBack()
  await search.blur()
  await page.goBack()
  await expect(search).toHaveValue('mug')
})

test('nothing of another text is suggested while an answer is on its way', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' })
  const search = page.getByRole('combobox', { name: 'Search the mall' })
  await search.fill('teapot')
  await expect(page.getByRole('option').first()).toContainText(/teapot/i)
  const asked = Promise.withResolvers<void>()
  const typed = Promise.withResolvers<void>()
  await page.route(/suggest/, async (route) => {
    asked.resolve()
    await typed.promise
    await route.continue()
  })
  await search.fill('lam')
  await asked.promise
  await expect(page.getByRole('option')).toHaveCount(0)
  typed.resolve()
  await expect(page.getByRole('option').first()).toContainText(/lam/i)
})

test('a pasted text of any length is searched for', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' })
  const search = page.getByRole('combobox', { name: 'Search the mall' })
  await search.focus()
  await page.keyboard.insertText('ü'.repeat(10_000))
  await search.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`“${'ü'.repeat(200)}”`)
})
