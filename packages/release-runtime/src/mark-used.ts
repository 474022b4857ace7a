import { headersFor } from './file-headers.ts'
import { usedKey } from './keys.ts'
import type { ReleaseStore } from './store.ts'

const day = 24 * 3600 * 1000

/** Records the use of a release that is not live, at most once a day, so that `mall gc` keeps it for a while. */
export async function markUsed(
  store: ReleaseStore,
  name: string,
  version: string,
  now: number,
): Promise<void> {
  const key = usedKey(name, version)
  const [mark] = await store.list(key)
  if (mark && now - mark.at < day) return
  const there = await store.read(key)
  const bytes = Buffer.from(JSON.stringify({ at: new Date(now).toISOString() }))
  // A failed conditional write means that another host has recorded the use.
  await store.replace(key, bytes, headersFor(key), there?.etag)
}
