import { expect, test, vi } from 'vitest'
import { openDocumentCache } from './document-cache.ts'
import type { KeptDocument, Rendered } from './document-cache.ts'

const answer = { json: '{}', forgetOn: [], dueAtMs: 0 }

function open(mostBytes = 1e6) {
  const remembered = new Set(['product'])
  let time = 1000
  const answers = { remembers: (key: string) => remembered.has(key) }
  const cache = openDocumentCache({ mostBytes, answers, now: () => time })
  return { ...cache, remembered, pass: (ms: number) => void (time += ms) }
}

const document = (text: string, more: Partial<KeptDocument> = {}): KeptDocument => ({
  texts: [Buffer.from(text)],
  places: [],
  lengths: [],
  answers: new Map([['product', answer]]),
  keepForSeconds: 60,
  ...more,
})

/** Requests the document once; `sent` has what was sent from memory. */
function requests(
  cache: Pick<ReturnType<typeof open>, 'answer'>,
  rendered: () => Rendered | Promise<Rendered>,
) {
  const sent: string[] = []
  const render = vi.fn<() => Promise<Rendered>>(async () => rendered())
  return {
    sent,
    render,
    request: (key = '/p/mug', addresses = new Set(['192.0.2.1'])) =>
      cache.answer(key, addresses, ({ texts }) => sent.push(Buffer.concat(texts).toString()), render),
  }
}

test('a document is rendered once and sent again until its time is over, or a fifth earlier', async () => {
  const cache = open()
  const { request, render, sent } = requests(cache, () => document('mug'))
  await request()
  cache.pass(47_999)
  await request()
  expect([render.mock.calls.length, sent]).toEqual([1, ['mug']])
  cache.pass(12_002)
  await request()
  expect(render).toHaveBeenCalledTimes(2)
})

test('a flood of one address renders once', async () => {
  const { request, render, sent } = requests(open(), () => document('mug'))
  await Promise.all(Array.from({ length: 1000 }, () => request()))
  expect([render.mock.calls.length, sent.length]).toEqual([1, 999])
})

test('a document that clients of several addresses wait for is rendered in the turn of any of them', async () => {
  const { request } = requests(open(), () => document('mug'))
  const addresses = new Set(['192.0.2.1'])
  await Promise.all([request('/p/mug', addresses), request('/p/mug', new Set(['198.51.100.7']))])
  expect([...addresses]).toEqual(['192.0.2.1', '198.51.100.7'])
})

test('a document is rendered anew when one of its answers is forgotten', async () => {
  const cache = open()
  const { request, render } = requests(cache, () => document('mug'))
  await request()
  cache.remembered.delete('product')
  await request()
  cache.remembered.add('product')
  await request()
  await request()
  expect(render).toHaveBeenCalledTimes(2)
})

test('documents of different keys are never mixed', async () => {
  const cache = open()
  const keys = ['EUR', 'USD', 'dark', 'catalog_1_1_0']
  const all = keys.map((key) => ({ key, ...requests(cache, () => document(key)) }))
  for (const _ of [1, 2]) for (const { key, request } of all) await request(key)
  expect(all.map(({ sent }) => sent)).toEqual(keys.map((key) => [key]))
})

test.each([
  ['may be sent once only', open(), 'one-time'],
  ['does not fit into memory', open(0), document('mug')],
] as const)(
  'a document that %s is rendered by each request, without waiting in line',
  async (_, cache, rendered) => {
    const first = Promise.withResolvers<Rendered>()
    const { request, render } = requests(cache, () =>
      render.mock.calls.length === 1 ? first.promise : new Promise(() => {}),
    )
    for (let n = 0; n < 5; n++) void request()
    first.resolve(rendered)
    await vi.waitFor(() => expect(render).toHaveBeenCalledTimes(5))
  },
)

test('requests whose renderer was abandoned or failed render once more', async () => {
  const results: (() => Rendered)[] = [
    () => 'abandoned',
    () => {
      throw new Error('loader failed')
    },
    () => document('mug'),
  ]
  const { request, render, sent } = requests(open(), () => (results.shift() ?? (() => document('late')))())
  const ends = await Promise.allSettled([request(), request(), request(), request()])
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect([render.mock.calls.length, sent]).toEqual([3, ['mug']])
})

test('memory is bounded under 100,000 different addresses', async () => {
  const cache = open(4e6)
  // Without a mock, which would note every call.
  const render = () => Promise.resolve(document('product '.repeat(50)))
  for (let n = 0; n < 100_000; n++) await cache.answer(`/p/${n}`, new Set(), () => {}, render)
  expect(cache.bytes()).toBeGreaterThan(3e6)
  expect(cache.bytes()).toBeLessThanOrEqual(4e6)
})

test('without memory every document is rendered', async () => {
  const { request, render } = requests(open(0), () => document('mug'))
  for (const _ of [1, 2]) await request()
  expect(render).toHaveBeenCalledTimes(2)
})
