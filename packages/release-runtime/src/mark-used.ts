import { headersFor } from './file-headers.ts'
import { usedKey } from './keys.ts'
import type { ReleaseStore } from './store.ts'

const day = 24 * 3600 * 1000

/** Notes that somebody looks at a release that is not live, once a day at most: `mall gc` leaves it alone for a while. */
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
  // Losing the race means that another host noted it.
  await store.replace(key, bytes, headersFor(key), there?.etag)
}
