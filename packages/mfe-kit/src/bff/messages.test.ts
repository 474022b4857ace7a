import { expect, test } from 'vitest'
import { z } from 'zod'
import { createBff, Refusal } from '../bff.ts'
import type { BffContext } from './context.ts'
import { messagesOf } from './messages.ts'
import { serveRouter } from './serve.ts'

interface Words {
  full: (values: { max: number }) => string
}

const { messages, msg } = messagesOf<Words>()
const { router, procedure } = createBff()
const appRouter = router({
  full: procedure.query(({ ctx }) => messages(ctx)('full', { max: 1200 })),
  refuse: procedure.query(() => {
    throw new Refusal('invalid', 'FULL', msg('full', { max: 1200 }), { quantity: msg('full', { max: 99 }) })
  }),
  check: procedure.input(z.undefined(msg('full', { max: 3 }))).query(() => 'accepted'),
})
const catalogs = {
  en: { locale: 'en', messages: { full: ['No more than ', ['max', 'number', {}] as const] } },
  de: { locale: 'de', messages: { full: ['Höchstens ', ['max', 'number', {}] as const] } },
}

async function ask(lang: BffContext['lang'], locale: string, path = 'full'): Promise<unknown> {
  const context = { lang, locale, log: { error: () => {} } } as unknown as BffContext
  const served = serveRouter(appRouter, JSON.parse(JSON.stringify(catalogs)))
  const answer = await served.handle(new Request(`http://bff/api/cart/${path}`), context, '/api/cart')
  return JSON.parse(answer.body)
}

test('a procedure speaks the language of the page, in one process for all', async () => {
  expect(await ask('de', 'de-DE')).toEqual({ result: { data: 'Höchstens 1.200' } })
  expect(await ask('en', 'en-IE')).toEqual({ result: { data: 'No more than 1,200' } })
})

test('a locale without messages is answered in the default locale', async () => {
  expect(await ask('ar', 'en-IE')).toEqual({ result: { data: 'No more than 1,200' } })
})

test('a refusal, its fields and checks of an input refer to messages and are answered in the language of the page', async () => {
  expect(await ask('de', 'de-DE', 'refuse')).toMatchObject({
    error: { message: 'Höchstens 1.200', data: { fields: { quantity: 'Höchstens 99' } } },
  })
  expect(await ask('de', 'de-DE', 'check?input=1')).toMatchObject({
    error: { data: { fields: { '': 'Höchstens 3' } } },
  })
})
