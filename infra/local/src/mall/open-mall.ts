import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { freePort, isFree } from '../free-port.ts'
import { portOwner } from '../edge/port-owner.ts'
import { defaultStateDir } from '../paths.ts'
import { type Engines, openEngines } from './engines.ts'
import { type Addresses, type Env, givenEnv, sharedEnv, teamEnv } from './environment.ts'
import { endOrphans } from './orphans.ts'
import { openNode } from './node-part.ts'
import { partEnv } from './part-env.ts'
import { buildReleases, publishReleases, wantedReleases } from './releases.ts'
import { type Report, silent } from './report.ts'
import { prepareState } from './seeded-state.ts'
import { type ReleaseHost, type ServiceName, besides, isReleaseHost, mainOf, services } from './services.ts'
import { buildShell } from './shell-build.ts'
import { type Crash, openSupervisor } from './supervisor.ts'
import { wipeState } from './wipe-state.ts'

export type MallOptions = {
  /** What the mall remembers; kept between starts. A folder of one's own is a mall of one's own. */
  stateDir?: string
  /** The edge's; 0 takes any that is free. */
  port?: number
  /** Forgets everything first. */
  fresh?: boolean
  /** Each service in a process of its own, calling each other over HTTP. */
  processes?: boolean
  /** How many products a new state is seeded with; 0 is the whole hand-made catalogue. */
  scale?: number
  /** Off: acknowledged writes may be lost with the machine or a killed engine, and everything is quicker. */
  durable?: boolean
  /** More for the services, the BFF host and the shell; wins over what they are told otherwise. */
  env?: Env
  report?: Report
}

export type Mall = AsyncDisposable & {
  url: string
  /** The same mall where a pin may name a release that was never promoted. */
  previewUrl: string
  /** The inbox of everybody's mail, to look at; its REST API is at `/api/email`. */
  mailUrl: string
  /** Engines and secrets, for tests and benches that look behind the scenes. */
  engines: Engines
  at: Addresses
  /** What a team's machine is told that releases here: bucket, trust and a key. */
  teamEnv: Env
  /** kill -9 of one part, which stays down (postgres, redis, aws, mail, sandbox-provider, services or a service's name, shell, edge). */
  kill: (part: string) => Promise<void>
  /** Ends a part if it runs and opens it again at the same address. */
  restart: (part: string) => Promise<void>
  /** The process id of a part. */
  pid: (part: string) => number | undefined
  /** Resolves when a part keeps failing, so that the mall cannot go on. */
  crashed: Promise<Crash>
  stop: () => Promise<void>
}

/** Opens the whole mall. Read it as the diagram of what runs, and of who knows whom. */
export async function openMall(options: MallOptions = {}): Promise<Mall> {
  const { stateDir = defaultStateDir, processes = false, durable = true, report = silent } = options
  const port = await claimPort(options.port ?? 0)
  await endOrphans(stateDir)
  if (options.fresh) wipeState(stateDir)
  setLogsAside(stateDir)

  const releases = wantedReleases()
  const [, shellBuild] = await Promise.all([
    prepareState(stateDir, options.scale ?? 0, report),
    buildReleases(releases, report).then(() => buildShell(report)),
  ])

  const parts = openSupervisor(stateDir, (line) => report.note(line))
  try {
    const engines = await report.step('Started the engines', () => openEngines(parts, stateDir, durable))
    const at = await addresses(port, processes)
    const envOf = (part: ServiceName | ReleaseHost) =>
      partEnv(part, { ...givenEnv(engines, at, part), ...options.env })
    const shared = { ...sharedEnv(engines, at), ...options.env }
    // `./mall` beside this mall finds its bucket here.
    const team = teamEnv(engines, at)
    writeFileSync(join(stateDir, 'env.json'), JSON.stringify(team, null, 1), { mode: 0o600 })
    const node = { parts, logDir: join(stateDir, 'logs') }

    await report.step('Started the services', async () => {
      // The root key signs the policy and no release.
      const { MALL_ROOT_KEY: _, ...publisher } = team
      const publishing = publishReleases(releases, stateDir, publisher, report)
      const after = <T>(name: ServiceName | ReleaseHost, open: () => Promise<T>) =>
        isReleaseHost(name) ? publishing.then(open) : open()
      const openAlone = (name: ServiceName | ReleaseHost) =>
        openNode(node, {
          name,
          stage: 'service',
          main: mainOf(name),
          url: addressOf(at, name),
          env: envOf(name),
        })
      await Promise.all([
        openNode(node, {
          name: 'sandbox-provider',
          stage: 'service',
          main: besides('../sandbox-provider/main.ts'),
          url: at.sandboxProvider,
          ready: '/healthz',
          env: partEnv('sandbox-provider', {
            ...shared,
            WEBHOOK_SECRET: engines.secrets.webhookSecret,
            WEBHOOK_URL: `${at.services.payments}/webhooks/sandbox`,
            STATE_DIR: join(stateDir, 'sandbox-provider'),
          }),
        }),
        ...(processes
          ? [...services, 'bff' as const].map((name) => after(name, () => openAlone(name)))
          : [
              publishing.then(() =>
                openNode(node, {
                  name: 'services',
                  stage: 'service',
                  main: besides('platform-main.ts'),
                  url: at.bff,
                  env: partEnv('services', shared),
                  // Not in `process.env`: there each of them would find what is meant for the others.
                  input: JSON.stringify(Object.fromEntries(together.map((name) => [name, envOf(name)]))),
                }),
              ),
            ]),
        after('release-desk', () => openAlone('release-desk')),
      ])
    })

    await report.step('Opened the shell', async () =>
      openNode(node, {
        name: 'shell',
        stage: 'shell',
        main: besides('../../../../shell/src/main.ts'),
        url: `http://127.0.0.1:${await freePort()}`,
        env: partEnv('shell', {
          ...shared,
          BEACON_KEY: engines.secrets.beaconKey,
          DESK_URL: at.desk,
          SHELL_BUILD: shellBuild,
        }),
      }).then((shell) =>
        openNode(node, {
          name: 'edge',
          stage: 'edge',
          main: besides('../edge/main.ts'),
          url: `http://${options.env?.['HOST'] ?? '127.0.0.1'}:${port}`,
          ready: '/media/none',
          env: partEnv('edge', {
            PUBLIC_ORIGIN: at.publicOrigin,
            EDGE_HOSTS: [new URL(at.previewOrigin).hostname, options.env?.['EDGE_HOSTS']]
              .filter(Boolean)
              .join(),
            EDGE_ORIGINS: JSON.stringify({
              releases: `${engines.aws.url}/mallhive-releases`,
              media: `${engines.aws.url}/mallhive-media`,
              bff: at.bff,
              payments: at.services.payments,
              catalog: at.services.catalog,
              'release-health': at.services['release-health'],
              desk: at.desk,
              shell: shell.url,
            }),
          }),
        }),
      ),
    )

    return {
      url: at.publicOrigin,
      previewUrl: at.previewOrigin,
      mailUrl: engines.mail.inboxUrl,
      engines,
      at,
      teamEnv: teamEnv(engines, at),
      kill: parts.kill,
      restart: parts.restart,
      pid: parts.pid,
      crashed: parts.crashed,
      stop: parts.stop,
      [Symbol.asyncDispose]: parts.stop,
    }
  } catch (error) {
    await parts.stop()
    throw error
  }
}

async function addresses(port: number, processes: boolean): Promise<Addresses> {
  const local = async () => `http://127.0.0.1:${await freePort()}`
  const bff = await local()
  const own = await Promise.all(services.map(async (name) => [name, processes ? await local() : bff]))
  return {
    publicOrigin: `http://localhost:${port}`,
    // Browsers resolve every name below localhost to this machine.
    previewOrigin: `http://preview.localhost:${port}`,
    bff,
    desk: await local(),
    sandboxProvider: await local(),
    services: Object.fromEntries(own) as Record<ServiceName, string>,
  }
}

/** The parts of the one process of all services. The desk is not among them: it signs. */
const together = [...services, 'bff'] as const

function addressOf(at: Addresses, name: ServiceName | ReleaseHost): string {
  if (isReleaseHost(name)) return name === 'bff' ? at.bff : at.desk
  return at.services[name]
}

/** Asked before anything is built: nobody wants to hear it after five minutes. */
async function claimPort(port: number): Promise<number> {
  if (port === 0) return freePort()
  if (await isFree(port)) return port
  const owner = portOwner(port)
  const who = owner ? `${owner} has it` : 'another process has it'
  throw new Error(`Port ${port} is taken: ${who}. Stop that, or choose another: PORT=${port + 1} npm start`)
}

/** The logs of the last run stay readable beside those of this one. */
function setLogsAside(stateDir: string): void {
  const logs = join(stateDir, 'logs')
  mkdirSync(logs, { recursive: true })
  rmSync(`${logs}.previous`, { recursive: true, force: true })
  renameSync(logs, `${logs}.previous`)
}
