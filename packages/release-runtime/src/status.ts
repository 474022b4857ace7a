import { releasesPrefix } from './keys.ts'
import { readPointer } from './pointer.ts'
import type { Pointer } from './pointer.ts'
import type { TrustedStore } from './trust/trusted-store.ts'

export type LiveStatus = Pick<Pointer, 'name'> & { live?: Omit<Pointer, 'name'>; error?: string }

/** Returns the pointers of all micro frontends, sorted by name. An unreadable pointer becomes an entry with `error`. */
export async function status(trusted: TrustedStore): Promise<LiveStatus[]> {
  const names = await trusted.store.folders(releasesPrefix)
  return Promise.all(
    names.toSorted().map(async (name) => {
      try {
        return { name, live: await readPointer(trusted, name) }
      } catch (error) {
        return { name, error: error instanceof Error ? error.message : String(error) }
      }
    }),
  )
}
