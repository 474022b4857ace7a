import { expect, test } from 'vitest'
import { openTestHost } from './testing.ts'

const browser = { origin: 'http://localhost:4000', 'sec-fetch-site': 'same-origin' }

test.each([
  ['MICRO_FRONTENDS', 'home, cart'],
  ['EXCLUDED_MICRO_FRONTENDS', 'home,team'],
])(
  'a host with %s=%s runs no bundle of another micro frontend, and says so to its callers',
  async (variable, names) => {
    await using host = await openTestHost({ [variable]: names })
    const call = await fetch(`${host.url}/api/team/version`)
    expect([call.status, await call.text()]).toEqual([
      421,
      expect.stringContaining('does not serve \\"team\\"'),
    ])
    const form = await fetch(`${host.url}/api/team/form/rename`, { method: 'POST', headers: browser })
    expect(form.status).toBe(421)
    const state = await (await fetch(`${host.url}/bundles`)).json()
    expect(state).toMatchObject({ bundles: [], live: [] })
  },
)

test.each([
  ['MICRO_FRONTENDS', 'cart,team'],
  ['EXCLUDED_MICRO_FRONTENDS', 'cart'],
])('a host with %s=%s serves the micro frontend', async (variable, names) => {
  await using host = await openTestHost({ [variable]: names })
  expect((await fetch(`${host.url}/api/team/version`)).status).toBe(200)
})
