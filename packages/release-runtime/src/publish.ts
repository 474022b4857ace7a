import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { devBuild } from '@mallhive/mfe-kit/release'
import { compressedSiblings, headersFor } from './file-headers.ts'
import { descriptorKey, releasePrefix, signatureKey } from './keys.ts'
import { parseDescriptor } from './descriptor.ts'
import type { Descriptor } from './descriptor.ts'
import { readRelease } from './read-release.ts'
import { ReleaseError } from './release-error.ts'
import { sha384 } from './integrity.ts'
import type { ReleaseStore } from './store.ts'
import { signJson } from './trust/signature.ts'
import type { Signature } from './trust/signature.ts'
import type { SigningStore, TrustedStore } from './trust/trusted-store.ts'

const uploadsAtOnce = 8

/** The output of a build: a folder with the three bundles, and their descriptor. */
export interface BuiltRelease {
  dir: string
  descriptor: Descriptor
}

type OnFile = (done: number, of: number) => void

/**
 * Uploads a built release: all files, then `release.json`, then its signature, so that an interrupted publish leaves no
 * release and can be repeated. Publishing the same bytes again does nothing (`created: false`).
 * @throws ReleaseError EXISTS when the version is taken by other bytes; UNTRUSTED when the key may not sign it;
 * INVALID, ALTERED
 */
export async function publish(
  { store, trust, signer }: SigningStore,
  { dir, descriptor }: BuiltRelease,
  { onFile }: { onFile?: OnFile } = {},
): Promise<{ created: boolean }> {
  const { name, version } = descriptor
  if (devBuild(version))
    throw new ReleaseError('INVALID', `${version} is a build of a dev server, which is never published`)
  const signature = await signJson(signer, descriptor)
  trust.verify('release', name, plain(descriptor), signature)
  trust.verifyRoutes(descriptor)
  const existing = await store.read(descriptorKey(name, version))
  if (existing) {
    const before = parseDescriptor(Buffer.from(existing.bytes).toString(), name, version)
    refuseOtherBytes(before, descriptor)
  } else {
    await uploadAll(store, dir, descriptor, onFile)
    // Concurrent publishers of the same bytes may both get here; with other bytes one has failed before.
    await store.create(descriptorKey(name, version), textOf(descriptor), headersFor('release.json'))
  }
  return { created: await seal({ store, trust }, descriptor, signature) }
}

/**
 * Signs a release that has no valid signature. After a key was revoked, publishing the same bytes again replaces its
 * signature.
 */
async function seal({ store, trust }: TrustedStore, descriptor: Descriptor, signature: Signature) {
  const { name, version } = descriptor
  const key = signatureKey(name, version)
  const there = await store.read(key)
  const good = there && (await readRelease({ store, trust }, name, version).catch(() => undefined))
  return !good && (await store.replace(key, textOf(signature), headersFor('release.sig'), there?.etag))
}

const textOf = (json: object) => Buffer.from(`${JSON.stringify(json, null, 1)}\n`)

/** The JSON value as it is after a round trip. */
const plain = (json: object): unknown => JSON.parse(JSON.stringify(json))

async function uploadAll(
  store: ReleaseStore,
  dir: string,
  descriptor: Descriptor,
  onFile?: OnFile,
): Promise<void> {
  const files = Object.keys(descriptor.integrity)
  for (let at = 0; at < files.length; at += uploadsAtOnce) {
    onFile?.(at, files.length)
    await Promise.all(files.slice(at, at + uploadsAtOnce).map((file) => upload(store, dir, descriptor, file)))
  }
}

async function upload(store: ReleaseStore, dir: string, release: Descriptor, file: string): Promise<void> {
  // A symbolic link could lead to any file on this machine.
  if (!(await lstat(join(dir, file))).isFile())
    throw new ReleaseError('ALTERED', `${file} is not a regular file`)
  const bytes = await readFile(join(dir, file))
  const key = releasePrefix(release.name, release.version) + file
  const hash = release.integrity[file]
  if (sha384(bytes) !== hash) throw new ReleaseError('ALTERED', `${file} changed since it was built`)
  if (!(await store.create(key, bytes, headersFor(file)))) {
    const there = await store.read(key)
    if (!there || sha384(there.bytes) !== hash) throw taken(release, `${file} is there with other bytes`)
  }
  for (const sibling of await compressedSiblings(file, bytes))
    await store.create(key + sibling.suffix, sibling.bytes, sibling.headers)
}

function refuseOtherBytes(before: Descriptor, now: Descriptor): void {
  const files = new Set([...Object.keys(before.integrity), ...Object.keys(now.integrity)])
  const changed = [...files].filter((file) => before.integrity[file] !== now.integrity[file])
  if (changed.length > 0) throw taken(now, `${changed.length} files differ, such as ${changed[0]}`)
  const same = JSON.stringify(declared(before)) === JSON.stringify(declared(now))
  if (!same) throw taken(now, 'it declares other routes, redirects, exposes or fragments')
}

function declared({ exposes, routes, redirects, consumes, shared }: Descriptor): object {
  return [sorted(exposes), sorted(routes), sorted(redirects), consumes.toSorted(), sorted(shared)]
}

const sorted = (record: object) => Object.entries(record).toSorted(([a], [b]) => a.localeCompare(b))

function taken({ name, version }: Descriptor, why: string): ReleaseError {
  return new ReleaseError(
    'EXISTS',
    `${name} ${version} is already published: ${why}. Choose another version.`,
  )
}
