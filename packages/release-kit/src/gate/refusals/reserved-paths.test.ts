import { reservedSegments } from '@mallhive/mfe-kit/reserved-segments'
import { bundleDescriptor } from '@mallhive/release-runtime/testing'
import { expect, test } from 'vitest'
import { redirect } from './redirect.ts'
import { route } from './route.ts'

interface Paths {
  name?: string
  routes?: Record<string, string>
  redirects?: Record<string, string>
}

/** Returns what the route and redirect checks say about a release whose predecessor has the routes of `live`. */
async function judge({ name = 'gifts', ...paths }: Paths, live: Record<string, string> = {}) {
  const release = (version: string) => bundleDescriptor(name, version, new Uint8Array())
  const candidate = { descriptor: { ...release('1.1.0'), ...paths }, read: () => Promise.reject(new Error()) }
  const mall = { releases: [{ ...release('1.0.0'), routes: live }] }
  const [redirects, routes] = await Promise.all([redirect.run(candidate, mall), route.run(candidate, mall)])
  return { redirects, routes }
}

test.each(reservedSegments)('a page that moves below /%s is not redirected there', async (segment) => {
  const { redirects } = await judge({ routes: { [`/${segment}/gifts`]: 'page' } }, { '/gifts': 'page' })
  expect(redirects).toHaveLength(1)
  expect(redirects[0]?.fix).not.toContain(`/${segment}/`)
})

test('a page that moves is redirected to another page rather than to a reserved path', async () => {
  const routes = { '/api/gifts': 'page', '/presents': 'other' }
  const { redirects } = await judge({ routes }, { '/gifts': 'page' })
  expect(redirects[0]?.fix).toContain(`redirects: { '/gifts': '/presents' }`)
})

test('a live route that is reserved since, and reaches no page, may be dropped', async () => {
  const { redirects } = await judge({ routes: { '/gifts': 'page' } }, { '/rest/gifts': 'page' })
  expect(redirects).toEqual([])
})

test.each(['api', 'media'])('a micro frontend named %s gets the suggestion of a free path', async (name) => {
  const { routes } = await judge({ name, routes: { [`/${name}/gifts`]: 'page' } })
  expect(routes).toHaveLength(1)
  expect(routes[0]?.fix).toMatch(`Choose another path, such as /pages/${name}/gifts.`)
})
