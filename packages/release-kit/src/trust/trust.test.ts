import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { runCli } from '../cli/run.ts'
import { headersFor } from '@mallhive/release-runtime/file-headers'
import { policyKey } from '@mallhive/release-runtime/keys'
import { promote } from '@mallhive/release-runtime/promote'
import { publish } from '@mallhive/release-runtime/publish'
import { openRegistry } from '@mallhive/release-runtime/registry'
import { inThisProcess } from '@mallhive/release-runtime/registry/run-bundle'
import {
  builtBundle,
  faultyBucket,
  newKey,
  policyFor,
  publishBundle,
} from '@mallhive/release-runtime/testing'
import { mayOwnRoute, sealPolicy } from '@mallhive/release-runtime/trust/policy'

let bucket: Awaited<ReturnType<typeof faultyBucket>>
let clock = Date.now()
const resources = new AsyncDisposableStack()
beforeEach(async () => void (bucket = resources.use(await faultyBucket())))
afterAll(() => resources.disposeAsync())

const two = (key = newKey()) => ({ key, signing: { ...bucket, signer: key.signer } })

async function follow() {
  const accept = (it: Record<string, unknown>) => it
  return resources.use(
    await openRegistry({
      ...bucket,
      kind: 'ssr',
      run: inThisProcess(accept),
      intervalMs: 1e9,
      now: () => clock,
    }),
  )
}

test('a team’s key signs its own micro frontend and no other', async () => {
  const { key, signing } = two()
  await bucket.decree(policyFor([{ key, microFrontends: ['cart'] }]))
  await publishBundle(signing, 'cart', '1.0.0', '')
  await expect(publishBundle(signing, 'home', '1.0.0', '')).rejects.toMatchObject({ reason: 'UNTRUSTED' })
  // A key outside of the policy signs nothing.
  await expect(publishBundle(bucket, 'cart', '2.0.0', '')).rejects.toMatchObject({ reason: 'UNTRUSTED' })
})

test('a key for pointers moves the live pointer and can’t sign code', async () => {
  const { key, signing } = two()
  const policy = policyFor([
    { key: bucket.key, microFrontends: ['*'] },
    { key, microFrontends: ['*'] },
  ])
  const entry = policy.keys[key.signer.keyId]
  if (entry) entry.may = ['pointer']
  await bucket.decree(policy)
  await expect(publishBundle(signing, 'cart', '1.0.0', '')).rejects.toMatchObject({ reason: 'UNTRUSTED' })
  await publishBundle(bucket, 'cart', '1.0.0', '')
  await promote(signing, { name: 'cart', version: '1.0.0', by: 'desk' })
  expect((await follow()).stable('cart')?.release.version).toBe('1.0.0')
})

test('a release that declares a route of another team is refused', async () => {
  await bucket.decree(
    policyFor([{ key: bucket.key, microFrontends: ['*'] }], { cart: ['/cart'], seller: ['/seller/*'] }),
  )
  const built = builtBundle('cart', '1.0.0', '')
  resources.defer(() => rmSync(built.dir, { recursive: true }))
  const claims = (route: string) => ({
    ...built,
    descriptor: { ...built.descriptor, routes: { [route]: 'page' } },
  })
  await expect(publish(bucket, claims('/seller/orders'))).rejects.toThrow(/may not own the route/)
  await expect(publish(bucket, claims('/cart'))).resolves.toEqual({ created: true })
})

test('a route belongs to the prefix that ends at a slash', () => {
  const policy = policyFor([], { seller: ['/seller/*'], '*': ['/open'] })
  const owns = ['/seller', '/seller/orders', '/sellers', '/open'].map((route) =>
    mayOwnRoute(policy, 'seller', route),
  )
  expect(owns).toEqual([true, true, false, false])
  expect(mayOwnRoute(policy, 'anyone', '/open')).toBe(true)
})

test('a route that begins with a parameter belongs to who is given it by name only', () => {
  const policy = policyFor([], { seller: ['/*', '/:shop'], '*': ['/*'] })
  const owns = (name: string) =>
    ['/', '/any/:id', '/:shop', '//:shop', '/:shop/:id'].map((route) => mayOwnRoute(policy, name, route))
  expect(owns('seller')).toEqual([true, true, true, false, false])
  expect(owns('anyone')).toEqual([true, true, false, false, false])
})

test('keys rotate: two are valid side by side, and releases of a revoked one are dropped at the next poll', async () => {
  const old = bucket.key
  const { key: next, signing: withNext } = two()
  await publishBundle(bucket, 'cart', '1.0.0', `exports.n = 1`)
  await promote(bucket, { name: 'cart', version: '1.0.0', by: 'ana' })
  await publishBundle(bucket, 'home', '1.0.0', '')
  await promote(bucket, { name: 'home', version: '1.0.0', by: 'ana' })
  const registry = await follow()

  const all = ['*']
  await bucket.decree(
    policyFor(
      [
        { key: old, microFrontends: all },
        { key: next, microFrontends: all },
      ],
      undefined,
      2,
    ),
  )
  await publishBundle(withNext, 'cart', '1.1.0', `exports.n = 2`)
  await promote(withNext, { name: 'cart', version: '1.1.0', by: 'ana' })
  await registry.poll()
  expect(registry.stable('cart')?.module).toEqual({ n: 2 })
  expect(registry.stable('home')).toBeDefined()

  await bucket.decree(policyFor([{ key: next, microFrontends: all }], undefined, 3))
  await registry.poll()
  expect(registry.stable('cart')?.module).toEqual({ n: 2 })
  expect(registry.stable('home')).toBeUndefined()
  await expect(registry.ensure('cart', '1.0.0')).rejects.toMatchObject({ reason: 'UNTRUSTED' })

  // The same bytes, signed with the new key, are loaded again.
  await publishBundle(withNext, 'home', '1.0.0', '')
  await promote(withNext, { name: 'home', version: '1.0.0', by: 'ana', repair: true })
  clock += 20_000
  await registry.poll()
  expect(registry.stable('home')).toBeDefined()
})

test('when the key of the live version is revoked, the last version of a trusted key takes over', async () => {
  const { key, signing } = two()
  const keys = [
    { key: bucket.key, microFrontends: ['*'] },
    { key, microFrontends: ['*'] },
  ]
  await bucket.decree(policyFor(keys, undefined, 2))
  await publishBundle(bucket, 'cart', '1.0.0', `exports.n = 1`)
  await promote(bucket, { name: 'cart', version: '1.0.0', by: 'ana' })
  await publishBundle(signing, 'cart', '1.1.0', `exports.n = 2`)
  await promote(bucket, { name: 'cart', version: '1.1.0', by: 'ana' })
  const registry = await follow()
  expect(registry.stable('cart')?.module).toEqual({ n: 2 })
  await bucket.decree(policyFor(keys.slice(0, 1), undefined, 3))
  await registry.poll()
  expect(registry.stable('cart')?.module).toEqual({ n: 1 })
})

test('a policy that the root key did not sign, or that is older, changes nothing and is reported', async () => {
  await publishBundle(bucket, 'cart', '1.0.0', '')
  await promote(bucket, { name: 'cart', version: '1.0.0', by: 'ana' })
  const registry = await follow()
  const put = async (text: string) => {
    const there = await bucket.store.read(policyKey)
    await bucket.store.replace(policyKey, Buffer.from(text), headersFor('trust.json'), there?.etag)
  }
  const stranger = newKey()
  const theirs = policyFor([{ key: stranger, microFrontends: ['*'] }], undefined, 9)
  const older = policyFor([{ key: stranger, microFrontends: ['*'] }], undefined, 1)
  await bucket.decree(policyFor([{ key: bucket.key, microFrontends: ['*'] }], undefined, 2))
  await registry.poll()
  for (const text of [
    await sealPolicy(stranger.signer, theirs),
    await sealPolicy(bucket.root.signer, older),
    '{',
  ]) {
    await put(text)
    await registry.poll()
    expect(registry.status()).toMatchObject({ trustRevision: 2, failing: [{ name: 'trust' }] })
    expect(registry.stable('cart')).toBeDefined()
  }
})

test('the command line changes the policy with the root key and refuses without it', async () => {
  const { key: teams } = two()
  const rootFile = join(mkdtempSync(join(tmpdir(), 'root-')), 'root.pem')
  resources.defer(() => rmSync(dirname(rootFile), { recursive: true }))
  writeFileSync(rootFile, bucket.root.pem)
  const lines: string[] = []
  const say = (line: string) => void lines.push(line)
  const mall = (env: object, ...argv: string[]) =>
    runCli(['trust', ...argv], { cwd: '/', env: { ...bucket.env, ...env }, out: say, err: say })

  const allow = ['allow', teams.publicKey, '--for', 'cart', '--may', 'release', '--owner', 'Cart team']
  expect(await mall({ MALL_ROOT_KEY: bucket.env.MALL_SIGNING_KEY }, ...allow)).toBe(1)
  expect(await mall({ MALL_ROOT_KEY: rootFile }, ...allow)).toBe(0)
  expect(lines.at(-2)).toContain(`${teams.signer.keyId}  Cart team        signs release of cart`)
  await bucket.trust.refresh()
  expect(bucket.trust.trusts('release', 'cart', teams.signer.keyId)).toBe(true)
  expect(await mall({ MALL_ROOT_KEY: rootFile }, 'revoke', teams.signer.keyId)).toBe(0)
  await bucket.trust.refresh()
  expect(bucket.trust.trusts('release', 'cart', teams.signer.keyId)).toBe(false)
})

test('the first change from the command line makes the policy of an empty bucket', async () => {
  await bucket.store.remove(policyKey)
  const rootFile = join(mkdtempSync(join(tmpdir(), 'root-')), 'root.pem')
  resources.defer(() => rmSync(dirname(rootFile), { recursive: true }))
  writeFileSync(rootFile, bucket.root.pem)
  const env = { ...bucket.env, MALL_ROOT_KEY: rootFile }
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const { signer, publicKey } = newKey()
  expect(
    await runCli(['trust', 'allow', publicKey, '--for', 'cart'], { cwd: '/', env, out: say, err: say }),
  ).toBe(0)
  expect(said[0]).toBe('trust policy, revision 1')
  await bucket.trust.refresh()
  expect(bucket.trust.trusts('release', 'cart', signer.keyId)).toBe(true)
})
