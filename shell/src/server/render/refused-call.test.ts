import { expect, test } from 'vitest'
import { refusedCall } from './refused-call.ts'
import { pageJob, pageRelease } from './testing.ts'

const job = await pageJob(pageRelease('checkout'))
const call = { loader: 'checkout/page', mfe: 'checkout', type: 'mutation' } as const

test('the loader of a page calls mutations of its own BFF', () => {
  expect(refusedCall(call, job)).toBeUndefined()
})

test.each([
  ['another team’s mutation', { ...call, mfe: 'cart' }, {}],
  ['a fragment on another team’s page', { ...call, loader: 'cart/mini-cart', mfe: 'cart' }, {}],
  ['a fragment on its own page', { ...call, loader: 'checkout/summary' }, {}],
  ['a page that is prefetched', call, { isPrefetch: true }],
  ['a document without a page', call, { page: { kind: 'not-found' } }],
  ['a file such as the sitemap', call, { page: { kind: 'data', name: 'checkout/page', props: {} } }],
] as const)('no mutation runs for %s, every query does', (_, asked, { isPrefetch = false, page }: Other) => {
  const other = { isPrefetch, request: { ...job.request, page: page ?? job.request.page } }
  expect(refusedCall(asked, other)?.data).toMatchObject({ httpStatus: 403, reason: 'NOT_FOR_LOADERS' })
  expect(refusedCall({ ...asked, type: 'query' }, other)).toBeUndefined()
})

interface Other {
  isPrefetch?: boolean
  page?: (typeof job)['request']['page']
}
