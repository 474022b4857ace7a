import { createClient, createRouterTransport } from '@connectrpc/connect'
import { SearchService } from '@mallhive/contracts/search'
import { testBffContext } from '@mallhive/mfe-kit/bff/testing'
import { expect, test } from 'vitest'
import { appRouter } from '../router.ts'

const id = 'b3f0a1de-6f0f-4d0c-9d8a-3a1f5c0e7b21'

/** Returns a caller over a search that notes the calls. */
function open(consents: 'searches'[]) {
  const calls: unknown[] = []
  const services = createRouterTransport(({ service }) => {
    service(SearchService, {
      logSearch: ({ query, locale, total, correctedTo }) => {
        calls.push([query, locale, total, correctedTo])
        return {}
      },
      logOutcome: ({ clickedPosition, added, bought }) => {
        calls.push([clickedPosition, added, bought])
        return {}
      },
    })
  })
  const context = testBffContext({
    lang: 'de',
    consents,
    client: (service) => createClient(service, services),
  })
  return { caller: appRouter.createCaller(context), calls }
}

test('a search and what came of it are kept in the language of the page', async () => {
  const { caller, calls } = open(['searches'])
  await caller.logSearch({ id, query: 'lampe', total: 3, correctedTo: 'lampen' })
  await caller.logOutcome({ id, clickedPosition: 1200 })
  await caller.logOutcome({ id, added: true })
  expect(calls).toEqual([
    ['lampe', 'de', 3, 'lampen'],
    [1200, false, false],
    [undefined, true, false],
  ])
})

test('without consent nothing is kept', async () => {
  const { caller, calls } = open([])
  await caller.logSearch({ id, query: 'lampe', total: 3 })
  await caller.logOutcome({ id, added: true })
  expect(calls).toEqual([])
})

test('an id that is no UUID, a long query and a place beyond all lists are refused', async () => {
  const { caller, calls } = open(['searches'])
  const refused = { code: 'BAD_REQUEST' }
  await expect(caller.logSearch({ id: 'ada', query: 'lampe', total: 3 })).rejects.toMatchObject(refused)
  await expect(caller.logSearch({ id, query: 'x'.repeat(201), total: 3 })).rejects.toMatchObject(refused)
  await expect(caller.logOutcome({ id, clickedPosition: 1201 })).rejects.toMatchObject(refused)
  expect(calls).toEqual([])
})
