import type { Thrown } from './beacon-journal.ts'

const releaseAddress = /\/mfe\/([a-z0-9-]+)\/([^/\s]+)\/web\//

/** Returns the release that threw (`cart@1.5.0`): the first in the stack, or else that of the boundary that caught it. */
export function releaseBehind(
  { error, where = '', caughtBy }: Thrown,
  releases: Record<string, string>,
): string | undefined {
  const stack = (error instanceof Error && error.stack) || where
  const [, name = '', version] = releaseAddress.exec(stack) ?? []
  if (version && releases[name] === version) return `${name}@${version}`
  return caughtBy && `${caughtBy.name}@${caughtBy.version}`
}

/** Returns an error's message without possible user input: quoted text, digits and addresses are replaced. */
export function messageOf({ error }: Thrown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.replaceAll(/\S+@\S+|https?:\S+|\d+|(["'`“]).*?["'`”]/g, '…').slice(0, 150)
}
