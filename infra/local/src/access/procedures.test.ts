import { globSync } from 'node:fs'
import { appRouter as cart } from '@mallhive/bff-cart/router'
import { appRouter as catalog } from '@mallhive/bff-catalog/router'
import { appRouter as checkout } from '@mallhive/bff-checkout/router'
import { appRouter as home } from '@mallhive/bff-home/router'
import { appRouter as profile } from '@mallhive/bff-profile/router'
import { appRouter as seller } from '@mallhive/bff-seller/router'
import { InventoryService } from '@mallhive/contracts/inventory'
import { serveRouter } from '@mallhive/mfe-kit/bff'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootDir } from '../paths.ts'
import { bffContext } from './bff-context.ts'
import { openAccessStage, type Role } from './stage.ts'

/*
 * Who may call each procedure of each BFF, tried on its own router and the real services. A letter lets in, a dot keeps out:
 * N no session · G guest · A account · S owner of a shop · M the mall's admin. "n": starts a guest session.
 * "loaders": also the loaders of the micro frontend's own pages may call the mutation, so any link that opens the page calls it.
 * A procedure calls services as its shopper, so access to other people's data is tested in rpcs.test.ts, "ownership".
 */
const table = {
  cart: {
    router: cart,
    rows: {
      miniCart: 'query NGASM',
      getCart: 'query NGASM',
      addItem: 'mutation nGASM',
      setQuantity: 'mutation .GASM',
      removeItem: 'mutation .GASM',
    },
  },
  catalog: {
    router: catalog,
    rows: {
      getNavigation: 'query NGASM',
      getProduct: 'query NGASM',
      listProducts: 'query NGASM',
      listSitemapParts: 'query NGASM',
      listSitemapPaths: 'query NGASM',
      logOutcome: 'mutation NGASM',
      logSearch: 'mutation NGASM',
      suggest: 'query NGASM',
    },
  },
  checkout: {
    router: checkout,
    rows: {
      startCheckout: 'mutation NGASM loaders',
      getCheckout: 'query NGASM',
      addressForm: 'query NGASM',
      saveAddress: 'mutation .GASM',
      useSavedAddress: 'mutation ..ASM',
      saveShipping: 'mutation .GASM',
      cardForm: 'query .GASM',
      savePayment: 'mutation .GASM loaders',
      placeOrder: 'mutation .GASM',
      retryCheckout: 'mutation .GASM loaders',
      resumeCheckout: 'mutation NGASM loaders',
    },
  },
  home: {
    router: home,
    rows: { getFront: 'query NGASM', listByIds: 'query NGASM', listRecommendations: 'query NGASM' },
  },
  profile: {
    router: profile,
    rows: {
      whoAmI: 'query NGASM',
      signInPage: 'query NGASM',
      signIn: 'mutation NGASM',
      signUp: 'mutation NGASM',
      signOut: 'mutation NGASM',
      accountPage: 'query ..ASM',
      listOrders: 'query ..ASM',
      getOrder: 'query .GASM',
      lookUpOrder: 'mutation NGASM',
      listAddresses: 'query ..ASM',
      saveAddress: 'mutation ..ASM',
      makeDefaultAddress: 'mutation ..ASM',
      deleteAddress: 'mutation ..ASM',
    },
  },
  seller: { router: seller, rows: { listOrders: 'query ...S.' } },
}

/** Inputs of procedures that refuse an empty input before they check the caller. */
const inputs: Record<string, object> = {
  'cart.addItem': { sku: 'bowl', quantity: 1, priceMinor: 100, currency: 'EUR', idempotencyKey: 'access' },
  'profile.getOrder': { number: 'MH-00000000' },
}

const columns: [string, Role][] = [
  ['N', 'anonymous'],
  ['G', 'guest'],
  ['A', 'account'],
  ['S', 'seller'],
  ['M', 'admin'],
]

let stage: Awaited<ReturnType<typeof openAccessStage>>
beforeAll(async () => {
  stage = await openAccessStage()
  // Only a product that is for sale starts a guest.
  await stage
    .client(InventoryService)
    .setStock({ sku: 'bowl', onHand: 100, sellerId: 'shop' }, stage.as('admin'))
}, 120_000)
afterAll(() => stage[Symbol.asyncDispose]())

test('every BFF has rows', () => {
  const folders = globSync('bff/*/package.json', { cwd: rootDir }).map((file) => file.split('/')[1])
  expect(new Set([...Object.keys(table), 'host'])).toEqual(new Set(folders))
})

describe.each(Object.entries(table))('%s', (mfe, { router, rows }) => {
  test('every procedure has a row', () => {
    // oxlint-disable-next-line no-underscore-dangle -- tRPC's own name for what a router is made of
    expect(Object.keys(rows).toSorted()).toEqual(Object.keys(router._def.procedures).toSorted())
  })

  test.each(Object.entries(rows))('%s: %s', async (procedure, row) => {
    const [type, people, loaders] = row.split(' ')
    const served = serveRouter(router)
    expect(served.forLoaders.includes(procedure)).toBe(loaders === 'loaders')
    const input = JSON.stringify(inputs[`${mfe}.${procedure}`] ?? {})
    const send = async (as: 'query' | 'mutation', role: Role) => {
      const { context, started } = bffContext(stage, role)
      const address = `http://bff/api/${mfe}/${procedure}`
      const request =
        as === 'query'
          ? new Request(`${address}?input=${encodeURIComponent(input)}`)
          : new Request(address, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: input,
            })
      const response = await served.handle(request, context, `/api/${mfe}`)
      return { status: response.status, started: started() }
    }
    let found = ''
    for (const [letter, role] of columns) {
      const { status, started } = await send(type === 'query' ? 'query' : 'mutation', role)
      const keptOut = status === 403 || status === 401
      found += keptOut ? '.' : started ? letter.toLowerCase() : letter
    }
    expect(found).toBe(people)
    const other = await send(type === 'query' ? 'mutation' : 'query', 'account')
    expect([other.status, other.started]).toEqual([405, false])
  })
})
