import { randomUUID } from 'node:crypto'
import { signDocument } from '@mallhive/contracts/document-token'
import type { ShellConfig } from '../../config.ts'
import type { RequestScope } from '../request-scope.ts'

/** Returns the token that a document's reports need; undefined when the shopper or the mall wants no reports. */
export function documentToken(
  { sharing, releases, servedAtMs }: Pick<RequestScope, 'sharing' | 'releases'> & { servedAtMs: number },
  { BEACON_KEY, BEACON_RATE: rate }: Pick<ShellConfig, 'BEACON_KEY' | 'BEACON_RATE'>,
): string | undefined {
  if (sharing !== 'on' || !BEACON_KEY || !rate) return undefined
  const versions = Object.fromEntries(Object.values(releases).map(({ name, version }) => [name, version]))
  return signDocument({ document: randomUUID(), releases: versions, rate, servedAtMs }, BEACON_KEY[0])
}
