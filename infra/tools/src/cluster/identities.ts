import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who may speak to the API server: the components have the names to which it binds their roles by itself. */
const identities = [
  { name: 'admin', user: 'admin', group: 'system:masters' },
  { name: 'controllers', user: 'system:kube-controller-manager', group: '' },
  { name: 'scheduler', user: 'system:kube-scheduler', group: '' },
] as const

export type Identity = (typeof identities)[number]['name']

/** Writes a token and a kubeconfig for each, and the keys of service accounts' tokens. */
export function writeIdentities(dir: string, server: string): void {
  const rows = identities.map(({ name, user, group }) => {
    const token = randomBytes(24).toString('hex')
    writeFileSync(join(dir, `${name}.kubeconfig`), JSON.stringify(kubeconfig(dir, server, token)))
    return `${token},${user},${user},"${group}"`
  })
  writeFileSync(join(dir, 'tokens.csv'), rows.join('\n'))
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  writeFileSync(join(dir, 'accounts.key'), privateKey.export({ type: 'sec1', format: 'pem' }))
  writeFileSync(join(dir, 'accounts.pub'), publicKey.export({ type: 'spki', format: 'pem' }))
}

const kubeconfig = (dir: string, server: string, token: string) => ({
  apiVersion: 'v1',
  kind: 'Config',
  'current-context': 'cluster',
  contexts: [{ name: 'cluster', context: { cluster: 'cluster', user: 'user' } }],
  // The API server makes its certificate at its start.
  clusters: [{ name: 'cluster', cluster: { server, 'certificate-authority': join(dir, 'apiserver.crt') } }],
  users: [{ name: 'user', user: { token } }],
})
