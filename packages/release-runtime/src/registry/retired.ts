import type { Pointer } from '../pointer.ts'

/**
 * Returns when a version stopped being live, in ms since 1970; undefined while it is live, and when it is not in the
 * history.
 */
export function endedAt({ history }: Pick<Pointer, 'history'>, version: string): number | undefined {
  const last = history.findIndex(
    ({ action, stable, canary }) =>
      action !== 'retire' && (stable === version || canary?.version === version),
  )
  // The history is newest first: the change after the version's last one ended it.
  const after = history[last - 1]
  return after && Date.parse(after.at)
}
