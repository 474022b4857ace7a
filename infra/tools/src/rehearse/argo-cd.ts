import { randomBytes } from 'node:crypto'
import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { freePort } from '@mallhive/infra-local/free-port'

import type { ControlPlane } from '../cluster/control-plane.ts'
import { type Kubectl, must } from '../cluster/kubectl.ts'
import { type Manifest, apply } from '../cluster/manifests.ts'
import { goProgram } from '../go-program.ts'

export const argoNamespace = 'argocd'

/** Applies the settings, then starts Redis, the repository server and the application controller of Argo CD. */
export async function startArgoCd(
  cluster: ControlPlane,
  redis: { path: string; env: Record<string, string> },
  settings: Manifest[],
): Promise<void> {
  const { dir, kubectl, kubeconfig } = cluster
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: 'argocd-secret',
      namespace: argoNamespace,
      labels: { 'app.kubernetes.io/part-of': 'argocd' },
    },
    stringData: { 'server.secretkey': randomBytes(16).toString('hex') },
  }
  const failures = await apply(kubectl, [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: argoNamespace } },
    secret,
    ...settings,
  ])
  if (failures.length > 0) throw new Error(failures.join('\n'))
  const ports = { redis: await freePort(), repository: await freePort() }
  const [repositoryMetrics, controllerMetrics] = [await freePort(), await freePort()]
  const program = await goProgram('argocd')
  const home = join(dir, 'argocd')
  for (const folder of ['tls', 'ssh', 'gpg', 'plugins', 'tmp', 'bin'])
    mkdirSync(join(home, folder), { recursive: true })
  symlinkSync(await goProgram('kustomize'), join(home, 'bin/kustomize'))
  symlinkSync(join(dirname(program), 'git-verify-wrapper.sh'), join(home, 'bin/git-verify-wrapper.sh'))
  const env = {
    ...process.env,
    PATH: `${join(home, 'bin')}:${process.env['PATH']}`,
    HOME: home,
    KUBECONFIG: kubeconfig,
    TMPDIR: join(home, 'tmp'),
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_TLS_DATA_PATH: join(home, 'tls'),
    ARGOCD_SSH_DATA_PATH: join(home, 'ssh'),
    ARGOCD_GNUPGHOME: join(home, 'gpg'),
    ARGOCD_PLUGINSOCKFILEPATH: join(home, 'plugins'),
    ARGOCD_ASK_PASS_SOCK: join(home, 'ask.sock'),
  }
  await cluster.start({
    name: 'redis',
    command: redis.path,
    args: ['--port', `${ports.redis}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    cwd: dir,
    env: { ...process.env, ...redis.env },
    ready: () => Promise.resolve(true),
  })
  await cluster.start({
    name: 'argocd-repo-server',
    command: program,
    args: [
      'argocd-repo-server',
      `--redis=127.0.0.1:${ports.redis}`,
      '--address=127.0.0.1',
      `--port=${ports.repository}`,
      '--metrics-address=127.0.0.1',
      `--metrics-port=${repositoryMetrics}`,
      '--disable-tls',
      '--client-ca-path=',
      '--revision-cache-expiration=1s',
    ],
    env,
    ready: async () => (await fetch(`http://127.0.0.1:${repositoryMetrics}/metrics`)).ok,
  })
  await cluster.start({
    name: 'argocd-application-controller',
    command: program,
    args: [
      'argocd-application-controller',
      `--kubeconfig=${kubeconfig}`,
      `--namespace=${argoNamespace}`,
      `--redis=127.0.0.1:${ports.redis}`,
      `--repo-server=127.0.0.1:${ports.repository}`,
      '--repo-server-plaintext',
      `--metrics-port=${controllerMetrics}`,
      '--self-heal-timeout-seconds=1',
      '--repo-error-grace-period-seconds=0',
    ],
    env,
    ready: async () => (await fetch(`http://127.0.0.1:${controllerMetrics}/healthz`)).ok,
  })
}

/** Tells Argo CD of a new commit, as the webhook of a repository does. */
export async function announceCommit(kubectl: Kubectl): Promise<void> {
  const now = 'argocd.argoproj.io/refresh=normal'
  await must(kubectl, [
    'annotate',
    '--overwrite',
    '-n',
    argoNamespace,
    'applications.argoproj.io',
    '--all',
    now,
  ])
}
