import type { Thrown } from './beacon-journal.ts'

const releaseAddress = /\/mfe\/([a-z0-9-]+)\/([^/\s]+)\/web\//

/** The release whose code threw, as `cart@1.5.0`: the first that the stack names, or else the one that it was caught in. */
export function releaseBehind(
  { error, where = '', caughtBy }: Thrown,
  releases: Record<string, string>,
): string | undefined {
  const stack = (error instanceof Error && error.stack) || where
  const [, name = '', version] = releaseAddress.exec(stack) ?? []
  if (version && releases[name] === version) return `${name}@${version}`
  return caughtBy && `${caughtBy.name}@${caughtBy.version}`
}

/** What went wrong, without what somebody may have typed: quoted text, digits, addresses. */
export function messageOf({ error }: Thrown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.replaceAll(/\S+@\S+|https?:\S+|\d+|(["'`“]).*?["'`”]/g, '…').slice(0, 150)
}
