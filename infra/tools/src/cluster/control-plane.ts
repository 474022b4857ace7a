import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Part, startChild } from '@mallhive/infra-local/child-process'
import { freePort } from '@mallhive/infra-local/free-port'

import { goProgram } from '../go-program.ts'
import { eventually } from './eventually.ts'
import { type Identity, writeIdentities } from './identities.ts'
import { type Kubectl, kubectlFor } from './kubectl.ts'
import { nodes } from './nodes.ts'
import type { Stage } from './stand-ins.ts'

export type ControlPlane = AsyncDisposable & {
  kubectl: Kubectl
  kubeconfig: string
  /** Its folder, which goes with it. */
  dir: string
  /** Starts a process beside it that ends with it. */
  start(part: Omit<Parameters<typeof startChild>[0], 'logFile'>): Promise<Part>
  /** Nothing changes on the nodes until the end of the scope. */
  pauseNodes(): Disposable
  /** Ends all that runs and leaves etcd's data there. */
  keepData(folder: string): Promise<void>
}

/**
 * Opens a Kubernetes control plane on loopback: etcd without fsync, the API server, controllers, scheduler, and three nodes that
 * kwok pretends. All of it ends with this process, however that ends.
 * @param options.data a folder of etcd's data to begin with
 * @param options.stages what kwok pretends besides
 */
export async function openControlPlane(options: {
  kubectl: string
  data?: string
  stages?: Stage[]
}): Promise<ControlPlane> {
  const [program, kwok] = [await goProgram('control-plane'), await goProgram('kwok')]
  const dir = mkdtempSync(join(tmpdir(), 'mallhive-cluster-'))
  const removeDir = () => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  const ports = { etcd: await freePort(), peers: await freePort(), api: await freePort() }
  const parts: Part[] = []
  const abandon = () => {
    for (const { pid } of parts.filter((part) => part.running())) process.kill(pid, 'SIGKILL')
    removeDir()
  }
  process.once('exit', abandon)
  const start: ControlPlane['start'] = async (part) => {
    const started = await startChild({
      readyTimeoutMs: 120_000,
      env: process.env,
      ...part,
      logFile: join(dir, `${part.name}.log`),
    })
    parts.push(started)
    return started
  }
  const stop = async () => {
    for (const part of parts.splice(0).toReversed()) await part.stop()
  }
  const close = async () => {
    await stop()
    process.off('exit', abandon)
    removeDir()
  }
  const component = (name: string, args: string[], ready: () => Promise<boolean>) =>
    start({ name, command: program, args: [name, ...args], cwd: dir, ready })
  const as = (identity: Identity) => join(dir, `${identity}.kubeconfig`)
  const kubectl = kubectlFor(options.kubectl, as('admin'), join(dir, 'kubectl'))
  const answers = async (path: string) => (await kubectl(['get', '--raw', path])).ok

  try {
    writeIdentities(dir, `https://127.0.0.1:${ports.api}`)
    if (options.data && existsSync(options.data)) cpSync(options.data, join(dir, 'etcd'), { recursive: true })
    await component('etcd', etcdFlags(dir, ports), () => listens(ports.etcd))
    await component('kube-apiserver', apiServerFlags(dir, ports), () => answers('/readyz'))
    const leaderless = ['--leader-elect=false', '--bind-address=127.0.0.1', `--cert-dir=${dir}`]
    const [controllers, scheduler] = [await freePort(), await freePort()]
    await Promise.all([
      component(
        'kube-controller-manager',
        [
          ...leaderless,
          `--kubeconfig=${as('controllers')}`,
          `--secure-port=${controllers}`,
          '--use-service-account-credentials',
          '--horizontal-pod-autoscaler-sync-period=5s',
          `--service-account-private-key-file=${join(dir, 'accounts.key')}`,
          `--root-ca-file=${join(dir, 'apiserver.crt')}`,
        ],
        () => listens(controllers),
      ),
      component(
        'kube-scheduler',
        [...leaderless, `--kubeconfig=${as('scheduler')}`, `--secure-port=${scheduler}`],
        () => listens(scheduler),
      ),
      ...nodes.map((node) => makeNode(kubectl, node)),
    ])
    // Definitions that stand in the data are served a moment after the API server is ready.
    for (const { spec } of options.stages ?? []) {
      const { apiGroup, kind } = spec.resourceRef
      const isServed = async () =>
        (await kubectl(['get', '--raw', `/apis/${apiGroup}`])).text.includes(`"kind":"${kind}"`)
      if (!(await eventually(120, isServed))) throw new Error(`${apiGroup} ${kind} is not defined`)
    }
    writeFileSync(
      join(dir, 'stages.yaml'),
      (options.stages ?? []).map((stage) => JSON.stringify(stage)).join('\n---\n'),
    )
    await start({
      name: 'kwok',
      command: kwok,
      args: [
        `--kubeconfig=${as('admin')}`,
        '--manage-all-nodes=true',
        '--node-lease-duration-seconds=40',
        `--config=${join(dir, 'stages.yaml')}`,
      ],
      ready: async () =>
        (await kubectl(['wait', '--for=condition=Ready', 'node', '--all', '--timeout=1s'])).ok,
    })
    if (!(await eventually(30, async () => (await kubectl(['get', 'serviceaccount', 'default'])).ok)))
      throw new Error('the controllers make no service account')
  } catch (error) {
    await close()
    throw error
  }
  return {
    kubectl,
    kubeconfig: as('admin'),
    dir,
    start,
    pauseNodes() {
      const { pid } = parts.find(({ name }) => name === 'kwok') ?? {}
      if (!pid) throw new Error('there are no nodes')
      process.kill(pid, 'SIGSTOP')
      return { [Symbol.dispose]: () => void process.kill(pid, 'SIGCONT') }
    },
    async keepData(folder) {
      await stop()
      cpSync(join(dir, 'etcd'), folder, { recursive: true })
    },
    [Symbol.asyncDispose]: close,
  }
}

/** Makes a node, unless the data has it. */
async function makeNode(kubectl: Kubectl, node: object): Promise<void> {
  const { ok, text } = await kubectl(['create', '--raw', '/api/v1/nodes', '-f', '-'], JSON.stringify(node))
  if (!ok && !text.includes('AlreadyExists')) throw new Error(text)
}

type Ports = { etcd: number; peers: number; api: number }

function etcdFlags(dir: string, { etcd, peers }: Ports): string[] {
  const [clients, others] = [`http://127.0.0.1:${etcd}`, `http://127.0.0.1:${peers}`]
  return [
    `--data-dir=${join(dir, 'etcd')}`,
    '--unsafe-no-fsync',
    '--log-level=warn',
    `--listen-client-urls=${clients}`,
    `--advertise-client-urls=${clients}`,
    `--listen-peer-urls=${others}`,
    `--initial-advertise-peer-urls=${others}`,
    `--initial-cluster=default=${others}`,
  ]
}

const apiServerFlags = (dir: string, { etcd, api }: Ports) => [
  `--etcd-servers=http://127.0.0.1:${etcd}`,
  '--bind-address=127.0.0.1',
  '--advertise-address=127.0.0.1',
  `--secure-port=${api}`,
  '--endpoint-reconciler-type=none',
  `--cert-dir=${dir}`,
  `--token-auth-file=${join(dir, 'tokens.csv')}`,
  '--anonymous-auth=false',
  '--authorization-mode=Node,RBAC',
  '--enable-admission-plugins=NodeRestriction',
  '--service-account-issuer=https://kubernetes.default.svc',
  `--service-account-key-file=${join(dir, 'accounts.pub')}`,
  `--service-account-signing-key-file=${join(dir, 'accounts.key')}`,
  '--service-cluster-ip-range=10.96.0.0/16',
  '--allow-privileged=true',
]

/** Whether something listens there: the components answer only with certificates that no client here has. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
