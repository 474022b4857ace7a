import type { Pointer } from '../pointer.ts'

/** When a version stopped being live, in ms; undefined while it is live, and when the history does not know it. */
export function endedAt({ history }: Pick<Pointer, 'history'>, version: string): number | undefined {
  const last = history.findIndex(
    ({ action, stable, canary }) =>
      action !== 'retire' && (stable === version || canary?.version === version),
  )
  // Newest first: what came after its last change ended it.
  const after = history[last - 1]
  return after && Date.parse(after.at)
}
