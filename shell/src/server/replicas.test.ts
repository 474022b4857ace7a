import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { promote } from '@mallhive/release-runtime/promote'
import { openRegistry } from '@mallhive/release-runtime/registry'
import { inThisProcess } from '@mallhive/release-runtime/registry/run-bundle'
import { rollback } from '@mallhive/release-runtime/rollback'
import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Releases } from './releases.ts'
import { openRequest } from './open-request.ts'
import { openTestShell } from './testing.ts'

const resources = new AsyncDisposableStack()
let bucket: Awaited<ReturnType<typeof faultyBucket>>
/** Opens two shells behind one edge, one of which polls pointers late. */
let shells: Releases[]
let bff: (release: string) => Promise<unknown>

const teams = ['cart', 'home', 'catalog']

beforeAll(async () => {
  bucket = resources.use(await faultyBucket())
  for (const name of teams) await release(name, '1.0.0')
  shells = await Promise.all(
    ['20', '700'].map((RELEASES_POLL_MS) => openTestShell({ ...bucket.env, RELEASES_POLL_MS })),
  )
  for (const shell of shells) resources.use(shell)
  const accept = (module: Record<string, unknown>) => module
  const registry = resources.use(
    await openRegistry({ ...bucket, kind: 'bff', run: inThisProcess(accept), intervalMs: 350, graceMs: 100 }),
  )
  bff = (id) => {
    const [name = '', version = ''] = id.split('@')
    return registry.ensure(name, version)
  }
})
afterAll(() => resources.disposeAsync())

async function release(name: string, version: string) {
  await publishBundle(bucket, name, version, 'exports.init = () => {}; exports.get = () => () => ({})')
  await promote(bucket, { name, version, by: 'ana' })
}

/** Requests a document, or a navigation of a document with these releases, from a shell. */
async function ask(releases: Releases, assignment?: string) {
  const headers = { cookie: 'mall_bucket=1', ...(assignment && { 'x-mall-assignment': assignment }) }
  const req = Object.assign(new IncomingMessage(new Socket()), { headers, url: '/' })
  const scope = await openRequest(req, new ServerResponse(req), releases, '', releases.visitor(headers))
  const given = Object.values(scope.releases)
  return {
    outdated: scope.outdated,
    assignment: given.map(({ name, version }) => `${name}@${version}`).join(),
    // The document's import map lists these releases and must match those of later pages.
    hashes: given.map(({ base, integrity }) => [base, integrity]),
  }
}

test('a document of either shell works on the other and at the BFF host, through promotions and rollbacks', async () => {
  const over = new AbortController()
  const seen = new Set<string>()
  const broken: string[] = []

  async function shop(own: Releases, other: Releases) {
    while (!over.signal.aborted) {
      // Paces the shoppers: answers from memory would otherwise starve other work of the event loop.
      await setTimeout(5)
      const document = await ask(own)
      seen.add(document.assignment)
      for (const shell of [other, own, other]) {
        const page = await ask(shell, document.assignment)
        const same = JSON.stringify(page) === JSON.stringify(document)
        if (!same || page.outdated) broken.push(`${document.assignment}: ${JSON.stringify(page)}`)
      }
      for (const id of document.assignment.split(',')) {
        await bff(id).catch((error: unknown) => broken.push(`${id}: ${String(error)}`))
      }
    }
  }

  const [early, late] = shells
  if (!early || !late) throw new Error('both shells must be open')
  const shoppers = [shop(early, late), shop(late, early), shop(early, late), shop(late, early)]
  for (let minor = 1; minor <= 3; minor++) {
    for (const name of teams) await release(name, `1.${minor}.0`)
    await rollback(bucket, { name: 'home', by: 'ana' })
    await expect
      .poll(async () => (await ask(late)).assignment, { interval: 20 })
      .toContain(`cart@1.${minor}.0`)
  }
  over.abort()
  await Promise.all(shoppers)
  expect(broken).toEqual([])
  expect(seen.size).toBeGreaterThan(4)
}, 60_000)
