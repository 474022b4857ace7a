import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { edgeTable } from '../edge/edge-table.ts'
import { recordedEdge } from '../edge/testing.ts'
import { rootDir } from '../paths.ts'

/*
 * Every public route: origin, methods, access rule, and the test that tries it. "own page": a browser's POST is accepted only
 * with the mall's Origin or with Sec-Fetch-Site: same-origin. The edge refuses every route that is not listed.
 */
const edge: Record<string, [origin: string, methods: string, who: string, triedIn: string]> = {
  '/mfe/*/web/*': ['releases', 'GET HEAD', 'anyone', 'infra/local/src/edge/buckets.test.ts'],
  '/mfe/*/release.json': ['releases', 'GET HEAD', 'anyone', 'infra/local/src/edge/buckets.test.ts'],
  '/mfe/*/live.json': ['releases', 'GET HEAD', 'anyone', 'infra/local/src/edge/buckets.test.ts'],
  '/media/*': ['media', 'GET HEAD', 'anyone', 'infra/local/src/edge/buckets.test.ts'],
  '/_mall/discovery.json': ['shell', 'GET HEAD', 'anyone', 'infra/local/src/edge/methods.test.ts'],
  '/api/*': ['bff', 'GET HEAD POST', 'own page; roles: procedures.test.ts', 'bff/host/src/routes.test.ts'],
  '/webhooks/*': ['payments', 'POST', 'the provider, by signature', 'services/payments/src/payments.test.ts'],
  '/rest/search/*': ['search', 'GET HEAD', 'anyone', 'services/search/src/rest/api.test.ts'],
  '/rest/*': ['catalog', 'GET HEAD', 'anyone', 'services/catalog/src/rest/api.test.ts'],
  '/_mall/beacon': [
    'release-health',
    'POST',
    'a served document, by token',
    'services/release-health/src/release-health.test.ts',
  ],
  '/_mall/desk/*': ['desk', 'GET HEAD POST', 'admin; own page', 'e2e/journeys/console.spec.ts'],
  '/_mall/preferences': ['shell', 'POST', 'own page', 'shell/src/server/forms.test.ts'],
  '/_mall/pins': ['shell', 'POST', 'own page', 'shell/src/server/forms.test.ts'],
  '/_next/static/*': ['shell', 'GET HEAD', 'anyone', 'shell/src/server/static-files.test.ts'],
  '/icon-*.png': ['shell', 'GET HEAD', 'anyone', 'shell/src/server/site-files.test.ts'],
  '/.well-known/*': ['shell', 'GET HEAD', 'anyone', 'shell/src/server/site-files.test.ts'],
  '/sitemap.xml': ['shell', 'GET HEAD', 'anyone', 'e2e/journeys/sitemap.spec.ts'],
  '/*': ['shell', 'GET HEAD', 'anyone', 'infra/local/src/edge/methods.test.ts'],
}

/** The shell's own paths; every other path is a page of a release, whose loader calls its BFF as the shopper. */
const shell: Record<string, string> = {
  '%5Fmall/page.tsx': 'anyone; shows what the desk shows them: admin',
  '%5Fmall/discovery.json/route.ts': 'anyone',
  '%5Fmall/status.json/route.ts': 'anyone: which releases are live, which the pointers say as well',
  'robots.txt/route.ts': 'anyone',
  'sitemap.xml/route.ts': 'anyone',
}

const paths = edgeTable.routes.map(({ path }) => path)

describe('every line of the edge table has a row', () => {
  test('and every row a line', () => expect(Object.keys(edge).toSorted()).toEqual(paths.toSorted()))

  test.each(edgeTable.routes)('$path', ({ path, origin, methods }) => {
    expect(edge[path]?.slice(0, 2)).toEqual([origin, methods.join(' ')])
  })

  test.each(Object.entries(edge))('%s is tried somewhere', (_path, [, , , triedIn]) => {
    expect(globSync(triedIn, { cwd: rootDir })).toEqual([triedIn])
  })
})

test('every address of the shell has a row', () => {
  const files = globSync('**/{page.tsx,route.ts}', { cwd: `${rootDir}/shell/src/app` })
  expect(files.toSorted()).toEqual(Object.keys(shell).toSorted())
})

test.each(Object.entries(edge))('%s reaches its origin by these methods alone', async (path, [, methods]) => {
  const { edge: url, seen } = await recordedEdge()
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
    await (await fetch(url + path.replaceAll('*', 'x'), { method })).text()
  expect(seen.map(({ method }) => method).join(' ')).toBe(methods)
})
