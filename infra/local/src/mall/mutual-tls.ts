import { showCertificate } from '@mallhive/process-kit/mutual-tls'

import { type Part, type PartName, mall } from '../../../mall.ts'
import { openAuthority, storeCertificate } from './certificates.ts'
import type { Env } from './environment.ts'
import { schemas } from './part-env.ts'

const parts = Object.keys(mall) as PartName[]
/** The process that opens the mall asks parts whether they are ready, as the kubelet does. */
const launcher = 'launcher'

/** Gives every part and this process a certificate. Returns the variables by which a part shows its own and knows its callers'. */
export async function openMutualTls(stateDir: string): Promise<(part: PartName) => Env> {
  const authority = await openAuthority()
  const stored = [...parts, launcher].map(async (name) => [
    name,
    await storeCertificate(stateDir, authority, name),
  ])
  const folders: Record<string, string> = Object.fromEntries(await Promise.all(stored))
  showCertificate({ TLS_FOLDER: folders[launcher] })
  return (part) => ({
    TLS_FOLDER: folders[part] ?? '',
    TLS_CALLERS: [...parts.filter((name) => mayCall(name, part)), launcher].join(','),
  })
}

/** Whether a part calls another, or reads the public keys of identity. */
function mayCall(name: PartName, called: PartName): boolean {
  const { calls }: Part = mall[name]
  const readsKeys = name in schemas && 'JWKS_URL' in schemas[name as keyof typeof schemas].shape
  return calls.includes(called) || (called === 'identity' && readsKeys)
}
