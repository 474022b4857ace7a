import type { APIRequestContext, Page } from '@playwright/test'

import { buyFrom, mutate } from '../pages/by-request.ts'
import { openSessions } from '../pages/sessions.ts'

const home = {
  name: 'Ada Byron',
  line1: 'Donaudampfschifffahrtsgesellschaftsallee 128b',
  postcode: '98574',
  city: 'Schmalkalden-Unterschönau',
  country: 'DE',
}

/** Calls `look` with the path of each page of an account, a checkout, an order and a shop, in a session that sees it filled. */
export async function eachPersonalPage(
  page: Page,
  origin: string,
  look: (path: string) => Promise<void>,
): Promise<void> {
  const { shopper, seller } = await openSessions(origin)
  await takeSession(page, shopper)
  for (const path of ['/account', '/orders', '/addresses']) await look(path)
  await mutate(shopper, origin, 'profile/saveAddress', home)
  const { checkout, order } = await buyFrom(shopper, origin, 'kiln-and-kettle', 'Ada Byron', async (step) => {
    if (step.endsWith('/address')) await look('/cart')
    await look(step)
  })
  for (const path of [`/checkout/${checkout}/done`, '/orders', `/orders/${order}`, '/addresses'])
    await look(path)
  await takeSession(page, seller)
  await look('/seller/orders')
}

async function takeSession(page: Page, visitor: APIRequestContext): Promise<void> {
  await page.context().addCookies((await visitor.storageState()).cookies)
}
