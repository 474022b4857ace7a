import { expect, test } from '../fixtures/test.ts'
import { violationsOf } from '../fixtures/violations.ts'
import { findProduct } from '../pages/shop.ts'

const viewerCode = /\/mfe\/catalog\/[^/]+\/web\/picture-viewer\./

test('a picture opens large by keyboard, with code that is fetched only then, and gives the focus back', async ({
  page,
}) => {
  const fetched: string[] = []
  page.on('request', (request) => viewerCode.test(request.url()) && fetched.push(request.url()))
  const title = await findProduct(page)
  await page.waitForLoadState('networkidle')
  expect(fetched).toEqual([])

  const link = page.getByRole('link', { name: /Enlarge picture/ })
  await link.focus()
  await page.keyboard.press('Enter')
  const viewer = page.getByRole('dialog', { name: `Pictures of ${title}` })
  const picture = viewer.getByRole('img')
  await expect(picture).toBeVisible()
  expect(fetched).toHaveLength(1)
  expect(await violationsOf(page, 'dialog')).toEqual([])

  const width = async () => (await picture.boundingBox())?.width ?? 0
  const fitting = await width()
  await viewer.getByRole('button', { name: 'Zoom in' }).press('Enter')
  expect(await width()).toBeGreaterThan(1.5 * fitting)
  await page.keyboard.press('Escape')
  await expect(viewer).toHaveCount(0)
  await expect(link).toBeFocused()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the large picture is a link away', async ({ page }) => {
    await findProduct(page)
    await page.getByRole('link', { name: /Enlarge picture/ }).click()
    await expect(page).toHaveURL(/\/media\/.+-640\.webp$/)
  })
})
