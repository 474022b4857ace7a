import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { postgresHome } from '../engines/postgres.ts'
import { cacheDir } from '../paths.ts'
import { clearSeeds, lockOf, making } from './clear-seeds.ts'
import { type Engines, openEngines } from './engines.ts'
import { baseEnv } from '../base-env.ts'
import { awsKeyEnv, givenEnv } from './environment.ts'
import { inputHash } from './input-hash.ts'
import { endOrphans } from './orphans.ts'
import { withLock } from './lock.ts'
import type { Report } from './report.ts'
import { runCommand } from './run-command.ts'
import { type ServiceName, besides, services } from './services.ts'
import { openSupervisor } from './supervisor.ts'
import { wipeState } from './wipe-state.ts'

const seeders = ['catalog', 'cart', 'identity', 'orders', 'payments', 'search'] as const

/**
 * Creates the state of a new mall by copying a seeded one, so that fresh starts and tests begin within a second. The seeded
 * state is made once per version of the catalogue and the schemas. An existing state stays unchanged.
 */
export async function prepareState(stateDir: string, scale: number, report: Report): Promise<void> {
  if (existsSync(join(stateDir, 'secrets.json'))) return
  const folders = [
    'packages/contracts',
    'packages/release-kit/src/trust',
    ...seeders.map((name) => `services/${name}`),
  ]
  const seeded = join(
    cacheDir,
    'seeds',
    `${inputHash([...folders, 'infra/local/src/mall']).slice(0, 12)}-${scale || 'all'}`,
  )
  await withLock(lockOf(seeded), async () => {
    if (existsSync(seeded)) return
    const label = scale ? `Made a catalogue of ${scale} products` : 'Made the catalogue'
    await report.step(label, (how) => seed(seeded, scale, how))
  })
  copyState(seeded, stateDir)
}

async function seed(seeded: string, scale: number, how: (far: string) => void): Promise<void> {
  const staging = making(seeded)
  await endOrphans(staging)
  wipeState(staging)
  const parts = openSupervisor(staging)
  try {
    how('starting engines')
    await runCommand(
      {
        name: 'seeding',
        command: process.execPath,
        args: [besides('seed-main.ts'), `${scale}`],
        env: baseEnv(),
        input: openEngines(parts, staging, false).then((engines) => JSON.stringify(seedingEnv(engines))),
      },
      how,
    )
  } finally {
    await parts.stop()
  }
  await clearSeeds(seeded)
  rmSync(join(staging, 'logs'), { recursive: true, force: true })
  const home = postgresHome(staging)
  if (!home.startsWith(staging)) renameSync(home, join(staging, 'postgres'))
  renameSync(staging, seeded)
}

/** Returns the environments of the seeders: nothing that they could call is open. */
function seedingEnv(engines: Engines) {
  const nowhere = 'http://127.0.0.1:9'
  const at = {
    publicOrigin: 'http://localhost:4000',
    previewOrigin: 'http://preview.localhost:4000',
    bff: nowhere,
    desk: nowhere,
    sandboxProvider: nowhere,
    services: Object.fromEntries(services.map((name) => [name, nowhere])) as Record<ServiceName, string>,
  }
  // Seeding uploads pictures, which no running part does.
  return Object.fromEntries(
    seeders.map((name) => [name, { ...givenEnv(engines, at, name), ...awsKeyEnv(engines) }]),
  )
}

/** Copies a state. `cp -a` keeps file owners, which Postgres requires. The secrets are copied last: they mark it complete. */
function copyState(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from).filter((entry) => entry !== 'secrets.json')) {
    const target = name === 'postgres' ? postgresHome(to) : join(to, name)
    rmSync(target, { recursive: true, force: true })
    execFileSync('cp', ['-a', join(from, name), target])
  }
  execFileSync('cp', ['-a', join(from, 'secrets.json'), join(to, 'secrets.json')])
}
