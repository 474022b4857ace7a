import { expect, test } from 'vitest'
import { z } from 'zod'
import { actorOrGuest, createBff, Refusal, serveRouter } from './bff.ts'
import { bffCatalogsOf, kitFolder } from './messages/catalogs.ts'
import type { BffActor, BffContext } from './bff.ts'
import { addressFields, checkAddressFields } from './bff/contact-fields.ts'
import { testBffContext } from './bff/testing.ts'

const { router, procedure, shopper, account, seller } = createBff()

const served = serveRouter(
  router({
    add: procedure
      .meta({ perMinute: 5, cost: 3 })
      .input(z.object({ quantity: z.coerce.number().int().max(99, 'At most 99.') }))
      .mutation(({ input }) => input),
    refuse: procedure.query(() => {
      throw new Refusal('conflict', 'OUT_OF_STOCK', 'Sold out.', { available: '0' })
    }),
    service: procedure.query(() => {
      const told = { kind: 'invalid', reason: 'BAD_LINES', details: { lines: 'malformed' } }
      throw Object.assign(new Error('lines: expected 1 to 100 entries'), { name: 'DomainError', ...told })
    }),
    bug: procedure.query(() => {
      throw new Error('password=hunter2')
    }),
    mine: shopper.mutation(({ ctx }) => ctx.actor.id),
    first: procedure
      .input(z.object({ quantity: z.int() }))
      .mutation(async ({ ctx }) => (await actorOrGuest(ctx)).id),
    move: procedure
      .input(z.object(addressFields).superRefine(checkAddressFields))
      .mutation(({ input }) => input),
    echo: procedure.input(z.string()).query(({ input }) => input),
    look: shopper.query(({ ctx }) => ctx.actor.id),
    orders: account.query(({ ctx }) => ctx.actor.id),
    shop: seller.query(({ ctx }) => ctx.actor.shop.shopId),
  }),
  bffCatalogsOf(kitFolder),
)

const guest: BffActor = {
  kind: 'guest',
  id: 'g1',
  name: '',
  email: '',
  memberships: [],
  platformRoles: [],
}

const context = (more: Partial<BffContext> = {}) => testBffContext({ startGuest: async () => guest, ...more })

async function call(path: string, more?: Partial<BffContext>, body?: object) {
  const init = body && {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  }
  const request = new Request(`http://bff/api/t/${path}`, init)
  const response = await served.handle(request, context(more), '/api/t')
  const answer: { result?: { data: unknown }; error?: { message: string; data: Record<string, unknown> } } =
    JSON.parse(response.body)
  return { status: response.status, ...answer }
}

test('invalid input has a message for each field', async () => {
  const { status, error } = await call('add', {}, { quantity: '100' })
  expect(status).toBe(400)
  expect(error?.data).toMatchObject({ reason: 'INVALID_INPUT', fields: { quantity: 'At most 99.' } })
})

test('form strings are coerced', async () => {
  expect((await call('add', {}, { quantity: '3' })).result?.data).toEqual({ quantity: 3 })
})

test('a refusal keeps reason and details', async () => {
  const { status, error } = await call('refuse')
  expect(status).toBe(409)
  expect(error).toMatchObject({
    message: 'Sold out.',
    data: { reason: 'OUT_OF_STOCK', details: { available: '0' }, fields: {} },
  })
})

test('errors speak the language of the page', async () => {
  const german = { lang: 'de', locale: 'de-DE' } as const
  const refused = await call('mine', german, {})
  expect([refused.status, refused.error?.message]).toEqual([
    401,
    'Du hast hier noch keinen Warenkorb und keine Bestellungen, oder deine Sitzung ist abgelaufen.',
  ])
  expect((await call('service', german)).error?.message).toBe('Bitte prüfe deine Angaben.')
  expect((await call('bug', german)).error?.message).toMatch(/^Bei uns ist etwas schiefgegangen/)
  const { error } = await call('move', german, { postcode: '941', country: 'US' })
  expect(error?.data['fields']).toMatchObject({
    postcode: 'Gib eine Postleitzahl ein, zum Beispiel 94103.',
    region: 'Gib den Bundesstaat ein.',
  })
})

test('a service’s message reaches no shopper, its reason and details do', async () => {
  const { status, error } = await call('service')
  expect(status).toBe(400)
  expect(error).toMatchObject({
    message: 'Please check what you entered.',
    data: { reason: 'BAD_LINES', details: { lines: 'malformed' }, fields: {} },
  })
})

test('a bug is logged in full and masked for the client', async () => {
  const logged: object[] = []
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => void logged.push(fields) }
  const { status, error } = await call('bug', { log })
  expect(status).toBe(500)
  expect(JSON.stringify(error)).not.toMatch(/hunter2|stack/)
  expect(logged).toMatchObject([{ err: { message: 'password=hunter2' }, procedure: 'bug' }])
})

test('each kind of procedure accepts its callers only', async () => {
  expect((await call('mine', {}, {})).status).toBe(401)
  expect((await call('mine', { actor: guest }, {})).result?.data).toBe('g1')
  expect((await call('orders')).status).toBe(401)
  expect((await call('orders', { actor: { ...guest, kind: 'account' } })).status).toBe(200)
  const member: BffActor = { ...guest, kind: 'account', memberships: [{ shopId: 's1', role: 'packer' }] }
  expect((await call('shop', { actor: { ...member, memberships: [] } })).status).toBe(403)
  expect((await call('shop', { actor: member })).result?.data).toBe('s1')
})

test.each([
  ['a query', 'look', undefined, 401, 'SESSION_REQUIRED'],
  ['a mutation that needs a session', 'mine', {}, 401, 'SESSION_REQUIRED'],
  ['a first write with invalid input', 'first', { quantity: 'many' }, 400, 'INVALID_INPUT'],
])('%s starts no guest session', async (_, path, body, expected, reason) => {
  const startGuest = () => Promise.reject(new Error('a guest was started'))
  const { status, error } = await call(path, { startGuest }, body)
  expect([status, error?.data['reason']]).toEqual([expected, reason])
})

test('a first write starts a guest session, and uses the session that there is', async () => {
  expect((await call('first', {}, { quantity: 1 })).result?.data).toBe('g1')
  const actor = { ...guest, id: 'a1' }
  expect((await call('first', { actor }, { quantity: 1 })).result?.data).toBe('a1')
})

test('an unverifiable session is never replaced by a guest session', async () => {
  for (const path of ['mine', 'first']) {
    const { status, error } = await call(path, { sessionUnknown: true }, { quantity: 1 })
    expect([status, error?.data['reason']]).toEqual([503, 'SESSION_UNKNOWN'])
  }
})

test('a query declares for how long its answer may be remembered, a mutation must not', () => {
  const shown = procedure.meta({ publicFor: 30 }).query(() => 'shown')
  const mine = procedure.meta({ anonymousFor: 60 }).query(() => 'mine')
  expect(serveRouter(router({ shown, mine }))).toMatchObject({
    publicFor: { shown: 30 },
    anonymousFor: { mine: 60 },
  })
  const write = procedure.meta({ publicFor: 30 }).mutation(() => 'written')
  expect(() => serveRouter(router({ write }))).toThrow('write declares publicFor')
})

test('a mutation is marked for loaders, a query must not be', () => {
  const start = procedure.meta({ forLoaders: true }).mutation(() => 'started')
  const add = procedure.mutation(() => 'added')
  expect(serveRouter(router({ start, add })).forLoaders).toEqual(['start'])
  const look = procedure.meta({ forLoaders: true }).query(() => 'seen')
  expect(() => serveRouter(router({ look }))).toThrow('look declares forLoaders')
})

test('limits and costs of procedures are published to the host', () => {
  expect(served).toMatchObject({ perMinute: { add: 5 }, cost: { add: 3 } })
})

test.each([
  ['an unknown procedure', 'hunter2', undefined, 404, 'There is no such procedure.'],
  ['a name that every object has', 'constructor', undefined, 404, 'There is no such procedure.'],
  ['a query sent as a mutation', 'look', '{}', 405, 'This procedure does not accept this method.'],
  ['a body that is no JSON', 'add', '{"quantity": hunter2', 400, 'Malformed request.'],
  ['an input that is no JSON', 'echo?input=hunter2', undefined, 400, 'Malformed request.'],
  ['a batch that is no object', 'add?batch=1', '["hunter2"]', 400, 'Malformed request.'],
  ['too long a batch', `${'look,'.repeat(10)}look?batch=1`, undefined, 400, 'Malformed request.'],
  [
    'a body of another type',
    'add',
    new Blob(['x'], { type: 'text/hunter2' }),
    415,
    'The body of a call must be JSON.',
  ],
])('%s is refused in our own words', async (_, path, body, expected, sentence) => {
  const headers = new Headers(typeof body === 'string' ? { 'content-type': 'application/json' } : {})
  const request = new Request(`http://bff/api/t/${path}`, body ? { method: 'POST', body, headers } : {})
  const response = await served.handle(request, context(), '/api/t')
  const answer: unknown = JSON.parse(response.body)
  expect(response.status).toBe(expected)
  expect([answer].flat()).toMatchObject([{ error: { message: sentence } }])
})
