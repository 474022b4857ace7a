import { expect, test } from '../fixtures/test.ts'

test('a long facet is searched by its values, whatever the case', async ({ page }) => {
  await page.goto('/search', { waitUntil: 'networkidle' })
  const filters = page.getByRole('complementary', { name: 'Filters' })
  const group = filters
    .getByRole('group')
    .filter({ has: page.getByRole('searchbox', { name: 'Search in Colour' }) })
  await group.getByRole('searchbox').fill('RUS')
  await expect(group.getByRole('link')).toHaveText([/^Rust/])
  await group.getByRole('searchbox').fill('zzz')
  await expect(group).toContainText('Nothing matches')
})

test('a facet that has become short shows all its values, whatever was searched in it', async ({ page }) => {
  await page.goto('/search', { waitUntil: 'networkidle' })
  const filters = page.getByRole('complementary', { name: 'Filters' })
  const searched = filters.getByRole('searchbox', { name: 'Search in Colour' })
  const colours = filters.locator('details').filter({ hasText: /^Colour/ })
  await searched.fill('zzz')
  await expect(colours).toContainText('Nothing matches')
  const search = page.getByRole('combobox', { name: 'Search the mall' })
  await search.fill('scarf')
  await search.press('Enter')
  await expect(page).toHaveURL(/\?q=scarf/)
  await expect(searched).toHaveCount(0)
  await expect(colours.getByRole('link').first()).toBeAttached()
  await expect(colours).not.toContainText('Nothing matches')
})

test('a facet shows its other values on demand, on the same page', async ({ page }) => {
  await page.goto('/c/kitchen', { waitUntil: 'networkidle' })
  const filters = page.getByRole('complementary', { name: 'Filters' })
  const colours = filters.getByRole('group').filter({ hasText: /^Colour/ })
  const values = colours.getByRole('listitem')
  const shown = await values.count()
  const more = colours.getByRole('link', { name: /^\d+ more$/ })
  const rest = Number.parseInt(await more.innerText(), 10)
  await more.click()
  await expect(values).toHaveCount(shown + rest)
  await expect(more).toHaveCount(0)
  await expect(page).toHaveURL('/c/kitchen')
})

test('a bar of prices leads to the products that it counts, and back', async ({ page }) => {
  await page.goto('/search?q=lamp')
  const filters = page.getByRole('complementary', { name: 'Filters' })
  const bar = filters.locator('a[title*="product"]').first()
  const count = Number(/(\d+) products?$/.exec((await bar.getAttribute('title')) ?? '')?.[1])
  await bar.click()
  await expect(page).toHaveURL(/min=.*max=/)
  await expect(page.getByRole('article')).toHaveCount(count)
  await expect(page.getByRole('link', { name: /^Remove Price/ })).toBeVisible()
  await bar.click()
  await expect(page).toHaveURL('/search?q=lamp')
})

test('categories are a tree: a choice opens what is below it, which replaces the choice', async ({
  page,
}) => {
  await page.goto('/search')
  const group = page
    .getByRole('complementary', { name: 'Filters' })
    .getByRole('group')
    .filter({ has: page.getByText('Category', { exact: true }) })
  const top = group.getByRole('link').first()
  await top.click()
  await expect(page).toHaveURL(/category=/)
  const below = group.getByRole('listitem').filter({ has: page.getByRole('list') })
  await below.getByRole('list').getByRole('link').first().click()
  await expect(page).toHaveURL(/category=[a-z-]+$/)
  await expect(group.locator('[aria-current]')).toHaveCount(1)
})

for (const { name, param } of [
  { name: 'In stock', param: 'stock=in-stock' },
  { name: 'On sale', param: 'offer=on-sale' },
  { name: '4.5 stars and up', param: 'rating=4.5' },
])
  test(`“${name}” lists as many products as it counts, and is taken back`, async ({ page }) => {
    await page.goto('/search')
    const filters = page.getByRole('complementary', { name: 'Filters' })
    await filters.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
    const link = filters.getByRole('link', { name })
    const count = /\d+$/.exec(await link.innerText())?.[0]
    await link.click()
    await expect(page).toHaveURL(`/search?${param}`)
    await expect(page.getByRole('region', { name: 'Products' }).locator('output')).toHaveText(
      `${count} products`,
    )
    await page.getByRole('link', { name: `Remove ${name}` }).click()
    await expect(page).toHaveURL('/search')
  })

// A search in a shop that does not exist is 404: see bad-input.spec.ts.
for (const { name, path, more } of [
  { name: 'a search', path: '/search?q=lamp', more: '' },
  { name: 'a category', path: '/c/kitchen', more: '&seller=zz&category=zz' },
])
  test(`values that do not exist are no filters of ${name}`, async ({ page }) => {
    const count = page.getByRole('region', { name: 'Products' }).locator('output')
    await page.goto(path)
    const all = await count.innerText()
    const unknown = 'stock=zz&offer=on-sale+EUR&rating=2&colour=zz&sort=zz&min=-1'
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}${unknown}${more}`)
    await expect(count).toHaveText(all)
    await expect(page.getByRole('link', { name: /^Remove / })).toHaveCount(0)
    await expect(page.locator('a[href="#filters"]')).toHaveText('Filters')
  })

test('on a phone the sheet of filters counts what its button will show', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/search?q=lamp', { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Filters', exact: true }).click()
  const filters = page.getByRole('complementary', { name: 'Filters' })
  const value = filters.getByRole('link').filter({ hasText: /\d$/ }).first()
  const count = /(\d+)$/.exec(await value.innerText())?.[1]
  await value.click()
  await filters.getByRole('link', { name: new RegExp(`^Show ${count} products?$`) }).click()
  await expect(page.getByRole('link', { name: 'Filters (1)' })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(Number(count))
})

for (const { lang, path, title, word } of [
  { lang: 'an English', path: '/search?q=lamps', title: 'Clay oil lamp', word: 'lamp' },
  { lang: 'a German', path: '/de/search?q=lampen', title: 'Warme Fadenlampe', word: 'Fadenlampe' },
])
  test(`on ${lang} page a title shows the word it was found by`, async ({ page }) => {
    await page.goto(path)
    const heading = page.getByRole('heading', { name: title, exact: true })
    await expect(heading.locator('mark')).toHaveText(word)
  })

test('a result whose title does not show why says which of its facts matches', async ({ page }) => {
  await page.goto('/search?q=brass')
  const fact = page.getByRole('article').getByText('Material: Brass').first()
  await expect(fact.locator('mark')).toHaveText('Brass')
})

test('a result is shown in the colour that the shopper asks for, and leads to it', async ({ page }) => {
  await page.goto('/search?q=blue+mug')
  const card = page
    .getByRole('article')
    .filter({ has: page.locator('a[href*="colour="]') })
    .first()
  const picture = pictureOf(await card.locator('img').getAttribute('src'))
  await card.getByRole('link').click()
  await expect(page).toHaveURL(/\/p\/.*colour=/)
  const large = page.getByRole('main').locator('img').first()
  await expect.poll(async () => pictureOf(await large.getAttribute('src'))).toBe(picture)
})

/** The picture that an address is of, whatever its width. */
const pictureOf = (src: string | null) => src?.replace(/-\d+\.\w+$/, '')
