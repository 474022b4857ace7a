import type { Thrown } from './beacon-journal.ts'

/**
 * Whose fault an error is when it is none of the mall's: a foreign script, such as an extension's; software that has changed the
 * page's nodes, such as a translator; or a network that did not deliver a file or an answer.
 */
export type ForeignFault = 'script' | 'page' | 'network'

/** Returns the foreign fault behind an error, for which no release is blamed; undefined for every other error. */
export function foreignFault(thrown: Thrown, origin: string): ForeignFault | undefined {
  if (isUndelivered(thrown.error)) return 'network'
  const address = firstAddress(thrown)
  if (address && !address.startsWith(`${origin}/`)) return 'script'
  return isLostNode(thrown.error) && !address?.includes('/mfe/') ? 'page' : undefined
}

/** Returns the address of the code that threw. */
function firstAddress({ error, where = '' }: Thrown): string | undefined {
  // The message, with which the stack begins in some browsers, may contain an address.
  const frames = error instanceof Error && error.stack ? error.stack.replace(error.message, '') : where
  return /[a-z][a-z-]*:\/\/[^\s)]+/.exec(frames)?.[0]
}

const undelivered =
  /dynamically imported module|importing a module script failed|^(failed to fetch|load failed|networkerror when attempting to fetch resource|the network connection was lost)\.?$/i

/** Browsers have no name for a failed request: their messages differ. */
function isUndelivered(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (error instanceof TypeError && undelivered.test(error.message)) || isUndelivered(error.cause)
}

/** Whether a node was not where its owner had put it. */
const isLostNode = (error: unknown): boolean =>
  error instanceof DOMException && ['NotFoundError', 'HierarchyRequestError'].includes(error.name)
