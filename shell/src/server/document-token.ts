import { randomUUID } from 'node:crypto'
import { signDocument } from '@mallhive/contracts/document-token'
import type { ShellConfig } from '../config.ts'
import type { RequestScope } from './request-scope.ts'

/** Returns the token that a document's reports need; undefined when the shopper or the mall wants no reports. */
export function documentToken(
  { sharing, releases }: Pick<RequestScope, 'sharing' | 'releases'>,
  { BEACON_KEY }: Pick<ShellConfig, 'BEACON_KEY'>,
): string | undefined {
  if (sharing !== 'on' || !BEACON_KEY) return undefined
  const versions = Object.values(releases).map(({ name, version }) => [name, version])
  const served = { document: randomUUID(), releases: Object.fromEntries(versions), servedAtMs: Date.now() }
  return signDocument(served, BEACON_KEY)
}
