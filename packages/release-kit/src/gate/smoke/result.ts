import { z } from 'zod'
import { releasePrefix } from '@mallhive/release-runtime/keys'
import type { ReleaseStore } from '@mallhive/release-runtime/store'

const schema = z.object({
  at: z.iso.datetime(),
  paths: z.array(z.string()),
  problems: z.array(z.object({ path: z.string(), problem: z.string() })),
})

/** The smoke test's problems and the tested paths. */
export type SmokeResult = z.output<typeof schema>

const keyOf = (name: string, version: string) => `${releasePrefix(name, version)}smoke.json`

/** Stores the result beside the release, so that a promotion needs no browser. */
export async function keepResult(
  store: ReleaseStore,
  { name, version }: { name: string; version: string },
  result: SmokeResult,
): Promise<void> {
  const key = keyOf(name, version)
  const there = await store.read(key)
  const bytes = Buffer.from(`${JSON.stringify(result, null, 1)}\n`)
  await store.replace(key, bytes, { contentType: 'application/json', cacheControl: 'no-cache' }, there?.etag)
}

/** Returns the stored result of a release's smoke test; undefined without one. */
export async function readResult(
  store: ReleaseStore,
  name: string,
  version: string,
): Promise<SmokeResult | undefined> {
  const object = await store.read(keyOf(name, version))
  return object && schema.parse(JSON.parse(Buffer.from(object.bytes).toString()))
}
