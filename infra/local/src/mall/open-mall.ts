import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { freePort } from '../free-port.ts'
import { defaultStateDir } from '../paths.ts'
import { privateDir } from '../private-dir.ts'
import { addressOf, chooseAddress, chooseAddresses, edgeOrigins } from './addresses.ts'
import { contractDatabases } from './contract-databases.ts'
import { claimPort } from './claim-port.ts'
import { type Engines, openEngines } from './engines.ts'
import { type Addresses, type Env, givenEnv, isExposed, sharedEnv, shellEnv, teamEnv } from './environment.ts'
import { endOrphans } from './orphans.ts'
import { type MetricsUrls, announceMetrics, serviceMetrics } from './metrics-targets.ts'
import { openMutualTls } from './mutual-tls.ts'
import { openNode } from './node-part.ts'
import { openSandboxProvider } from './open-sandbox-provider.ts'
import { partEnv } from './part-env.ts'
import { buildReleases, publishReleases, wantedReleases } from './releases.ts'
import { noteTeamEnv, reloadServices } from './reload.ts'
import { openReplicas } from './replicas.ts'
import { type Report, silent } from './report.ts'
import { prepareState } from './seeded-state.ts'
import {
  type ReleaseHost,
  type ServiceName,
  type ShellName,
  besides,
  isReleaseHost,
  mainOf,
  shells,
  together,
} from './services.ts'
import type { SearchEngine } from './search-engine.ts'
import { buildShell } from './shell-build.ts'
import { type Crash, openSupervisor } from './supervisor.ts'
import { wipeState } from './wipe-state.ts'

export type MallOptions = {
  /** The folder of the mall's state, which is kept between starts. Each folder is a separate mall. */
  stateDir?: string
  /** The edge's port; 0 takes any free one. */
  port?: number
  /** Deletes the state first. */
  fresh?: boolean
  /** Runs each service in a separate process; they call each other over HTTP. */
  processes?: boolean
  /** Parts show each other certificates, and refuse those of parts that infra/mall.ts does not let call them; with `processes` only. */
  mtls?: boolean
  /** How many processes each stateless part has, behind a balancer at its address; more than one with `processes` only. */
  replicas?: number
  /** How many products a new state is seeded with; 0 is the whole hand-made catalogue. */
  scale?: number
  /** Where the search has its index. OpenSearch needs a JDK and Maven. */
  search?: SearchEngine
  /** False is faster, but acknowledged writes may be lost when the machine or an engine crashes. */
  durable?: boolean
  /** Additional variables for the services, the BFF host and the shell; they override the mall's own. */
  env?: Env
  /** The programs of parts that have processes of their own, instead of their sources: those of bundles. */
  programs?: (part: ServiceName | ReleaseHost | ShellName) => string
  /** Node's options for every part that is not confined, such as an inspector's. */
  nodeArgs?: string[]
  report?: Report
}

export type Mall = AsyncDisposable & {
  url: string
  /** The preview host, where a pin may name a release that was never promoted. */
  previewUrl: string
  /** The web inbox of all mail; its REST API is at `/api/email`. */
  mailUrl: string
  /** Engines and secrets, for tests and benches. */
  engines: Engines
  at: Addresses
  /** Variables for a team that releases into this mall: bucket, root of trust and a signing key. */
  teamEnv: Env
  /**
   * Sends SIGKILL to one part, which stays down (postgres, redis, aws, mail, sandbox-provider, services or a service's name,
   * shell, edge; with replicas `orders-1`).
   */
  kill: (part: string) => Promise<void>
  /** Stops a part if it runs and starts it again at the same address. */
  restart: (part: string) => Promise<void>
  /** Gives parts that are restarted the secrets and keys that `engines` has by then. */
  renewEnvironments: () => void
  /** The process id of a part. */
  pid: (part: string) => number | undefined
  /** Resolves when a part keeps failing and the mall cannot continue. */
  crashed: Promise<Crash>
  stop: () => Promise<void>
}

/** Opens the whole mall. The code is the diagram of its processes and of their addresses. */
export async function openMall(options: MallOptions = {}): Promise<Mall> {
  const {
    stateDir = defaultStateDir,
    processes = false,
    mtls = false,
    replicas = 1,
    durable = true,
    report = silent,
  } = options
  if ((replicas > 1 || mtls) && !processes)
    throw new Error('replicas and certificates need a process for each service')
  const host = options.env?.['HOST'] ?? '127.0.0.1'
  const port = await claimPort(options.port ?? 0)
  await endOrphans(stateDir)
  if (options.fresh) wipeState(stateDir)
  setLogsAside(stateDir)

  const releases = wantedReleases()
  const [, shellBuild] = await Promise.all([
    prepareState(stateDir, options.scale ?? 0, report),
    buildReleases(releases, report).then(() => buildShell(report)),
  ])

  // SIGUSR2 ends a process without a handler, also one that is still opening the mall.
  let onReload = () => {}
  const reload = () => onReload()
  process.on('SIGUSR2', reload)
  const parts = openSupervisor(stateDir, (line) => report.note(line))
  const balancers = new AsyncDisposableStack()
  const stopAll = async () => {
    await parts.stop()
    await balancers.disposeAsync()
  }
  const replicaUrls: MetricsUrls = {}
  try {
    const engines = await report.step('Started the engines', () =>
      openEngines(parts, stateDir, durable, options.search === 'opensearch'),
    )
    const at = { ...(await chooseAddresses(port, processes, mtls)), exposed: isExposed(host) }
    const tlsEnv = mtls ? await openMutualTls(stateDir) : () => ({})
    const envOf = (part: ServiceName | ReleaseHost) =>
      partEnv(part, { ...givenEnv(engines, at, part), ...tlsEnv(part), ...options.env })
    const environments: Record<string, Env> = Object.fromEntries(together.map((name) => [name, envOf(name)]))
    const shared = { ...sharedEnv(engines, at), ...options.env }
    // `./mall` reads this file to find the bucket.
    const team: Env = { ...teamEnv(engines, at), ...tlsEnv('release-tools') }
    noteTeamEnv(stateDir, team)
    const node = { parts, logDir: join(stateDir, 'logs'), nodeArgs: options.nodeArgs }

    await report.step('Started the services', async () => {
      // The root key signs only the trust policy, so the publisher does not get it.
      const { MALL_ROOT_KEY: _, ...publisher } = team
      const publishing = publishReleases(releases, stateDir, publisher, report)
      const after = <T>(name: ServiceName | ReleaseHost, open: () => Promise<T>) =>
        isReleaseHost(name) ? publishing.then(open) : open()
      const openAlone = async (name: ServiceName | ReleaseHost) => {
        const part = {
          name,
          main: options.programs?.(name) ?? mainOf(name),
          url: addressOf(at, name),
          env: () => environments[name] ?? envOf(name),
        }
        replicaUrls[name] = await openReplicas(node, part, replicas, balancers)
      }
      await Promise.all([
        openSandboxProvider(node, {
          url: at.sandboxProvider,
          env: () =>
            partEnv('sandbox-provider', {
              ...shared,
              ...tlsEnv('sandbox-provider'),
              WEBHOOK_SECRET: engines.secrets.webhookSecret,
              WEBHOOK_URL: `${at.services.payments}/webhooks/sandbox`,
              STATE_DIR: join(stateDir, 'sandbox-provider'),
            }),
        }),
        ...(processes
          ? together.map((name) => after(name, () => openAlone(name)))
          : [
              publishing.then(() =>
                openNode(node, {
                  name: 'services',
                  main: besides('platform-main.ts'),
                  url: at.bff,
                  env: () => partEnv('services', shared),
                  // Not in `process.env`, where every service could read the secrets of the others.
                  input: () => JSON.stringify(environments),
                }),
              ),
            ]),
        after('release-desk', () => openAlone('release-desk')),
      ])
      await contractDatabases(engines.databaseUrls)
    })

    const edgeMetricsPort = await freePort()
    await report.step('Opened the shell', async () => {
      const openShell = async (name: ShellName) => {
        const url = await chooseAddress(name, mtls)
        const part = {
          name,
          main: options.programs?.(name) ?? besides('../../../../shell/src/main.ts'),
          url,
          env: () =>
            partEnv(name, {
              ...shellEnv(engines, at, name),
              ...tlsEnv(name),
              ...options.env,
              SHELL_BUILD: options.programs ? 'default' : shellBuild,
            }),
        }
        replicaUrls[name] = await openReplicas(node, part, replicas, balancers)
        return url
      }
      const opened = await Promise.all(shells.map(async (name) => [name, await openShell(name)]))
      const urls = Object.fromEntries(opened) as Record<ShellName, string>
      await openNode(node, {
        name: 'edge',
        main: besides('../edge/main.ts'),
        url: `http://${host}:${port}`,
        env: () =>
          partEnv('edge', {
            ...shared,
            ...tlsEnv('edge'),
            EDGE_HOSTS: options.env?.['EDGE_HOSTS'] ?? '',
            EDGE_ORIGINS: JSON.stringify(edgeOrigins(engines, at, urls)),
            METRICS_PORT: String(edgeMetricsPort),
          }),
      })
    })
    const announced = { ...replicaUrls, edge: `http://127.0.0.1:${edgeMetricsPort}` }
    announceMetrics(stateDir, { ...serviceMetrics(at, processes), ...announced })

    const reloading = {
      stateDir,
      processes,
      replicas,
      engines,
      at,
      env: options.env ?? {},
      environments,
      node,
      announced,
    }
    onReload = () => {
      if (mtls) return report.note('With certificates, services are added when the mall is opened again')
      void reloadServices(reloading).catch((error: Error) => report.note(error.message))
    }
    const stop = () => {
      process.off('SIGUSR2', reload)
      return stopAll()
    }

    return {
      url: at.publicOrigin,
      previewUrl: at.previewOrigin,
      mailUrl: engines.mail.inboxUrl,
      engines,
      at,
      teamEnv: team,
      kill: parts.kill,
      restart: parts.restart,
      renewEnvironments() {
        for (const name of together) environments[name] = envOf(name)
      },
      pid: parts.pid,
      crashed: parts.crashed,
      stop,
      [Symbol.asyncDispose]: stop,
    }
  } catch (error) {
    process.off('SIGUSR2', reload)
    await stopAll()
    throw error
  }
}

/** Keeps the logs of the previous run beside those of this one. */
function setLogsAside(stateDir: string): void {
  const logs = join(stateDir, 'logs')
  privateDir(logs)
  rmSync(`${logs}.previous`, { recursive: true, force: true })
  renameSync(logs, `${logs}.previous`)
  privateDir(logs)
}
