import { BffError } from '@mallhive/mfe-kit/trpc/bff-calls'
import { expect, test } from 'vitest'
import { testRelease } from '../server/testing.ts'
import { pageJob, pageRelease } from '../server/render/testing.ts'
import { rendersHere } from './testing.ts'

/** Shows a page with another release's fragment, the loader of which fails. Returns the releases that count as failed. */
async function failedAfter(failure: Error) {
  const page = pageRelease('profile')
  const fragment = { ...testRelease('cart', '1.5.0'), exposes: { picks: { js: [], css: [] } } }
  const pool = rendersHere(async (id) => ({
    default: () => null,
    loader: (ctx) => (id === fragment.id ? Promise.reject(failure) : ctx.fragment('cart/picks')),
  }))
  const failed = new Set<string>()
  const releases = { profile: page, cart: fragment }
  const job = await pageJob(page, {
    releases,
    onOutcome: (outcome) => outcome.failed.forEach((name) => failed.add(name)),
  })
  const ids = { profile: page.id, cart: fragment.id }
  await pool.show({ ...job, request: { ...job.request, releases: ids, document: undefined } })
  return [...failed]
}

const answered = (httpStatus: number) =>
  new BffError('no', { data: { code: 'REFUSED', httpStatus, reason: 'REFUSED' } })

test.each([429, 403])(
  'a fragment whose loader fails by a refusal (%d) counts against no release',
  async (status) => {
    expect(await failedAfter(answered(status))).toEqual([])
  },
)

test.each([
  ['throws', new TypeError('undefined is no function')],
  ['fails by its BFF', answered(500)],
  ['takes too long', new DOMException('late', 'TimeoutError')],
])('a fragment whose loader %s counts against its release', async (_, failure) => {
  expect(await failedAfter(failure)).toEqual(['cart'])
})
