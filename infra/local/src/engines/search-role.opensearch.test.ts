import { expect, inject, test } from 'vitest'

/** Asks as the user of the service, as `MALL_SEARCH=opensearch` and AWS have it. */
async function ask(method: string, path: string, body?: object): Promise<number> {
  const { origin, username, password } = new URL(inject('opensearchUrl'))
  const { status } = await fetch(`${origin}${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return status
}

const toProducts = { actions: [{ add: { index: 'other', alias: 'products-1' } }] }

test.each([
  ['POST', '/other/_search'],
  ['POST', '/_search'],
  ['POST', '/products-*,other/_search'],
  ['PUT', '/other'],
  ['DELETE', '/*'],
  ['POST', '/_aliases', toProducts],
  ['GET', '/_alias/products'],
  ['PUT', '/_cluster/settings', { persistent: { 'cluster.max_shards_per_node': 9 } }],
  ['GET', '/_nodes'],
] as [string, string, object?][])('the user of the search is refused: %s %s', async (...request) => {
  expect(await ask(...request)).toBe(403)
})

test.each(['/_cluster/health', '/products-*/_settings/index.blocks*'])(
  'the runbook of the search may ask %s',
  async (path) => {
    expect(await ask('GET', path)).toBe(200)
  },
)
