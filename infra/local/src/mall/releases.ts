import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { microFrontendNames } from '@mallhive/release-kit/workspace'

import { cacheDir, rootDir } from '../paths.ts'
import { toolEnv } from '../base-env.ts'
import type { Env } from './environment.ts'
import { inputHash } from './input-hash.ts'
import { withLock } from './lock.ts'
import type { Outcome, Release } from './release-checkout.ts'
import type { Report } from './report.ts'
import { runCommand } from './run-command.ts'
import { besides } from './services.ts'

/** Returns the micro frontends of this checkout with the versions of their sources in mfe-<name> and bff/<name>. */
export function wantedReleases(): Release[] {
  const kits = ['contracts', 'mfe-kit', 'release-kit', 'release-runtime', 'design-system'].map(
    (name) => `packages/${name}`,
  )
  return microFrontendNames(rootDir).map((name) => {
    const root = join(rootDir, `mfe-${name}`)
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    const inputs = inputHash([`mfe-${name}`, `bff/${name}`, ...kits])
    // A letter before the hash: SemVer refuses a number with a leading zero.
    const release = `${version}-h${inputs.slice(0, 8)}`
    return { name, root, version: release, dir: join(cacheDir, 'releases', name, release) }
  })
}

/** Builds those releases that this machine has not built yet. */
export async function buildReleases(releases: Release[], report: Report): Promise<void> {
  await withLock(join(cacheDir, 'releases.lock'), async () => {
    const missing = releases.filter(({ dir }) => !existsSync(join(dir, 'release.json')))
    if (missing.length === 0) return
    await report.step(`Built ${missing.length} micro frontends`, (how) => run('build', missing, {}, how))
  })
}

/** Publishes and promotes the releases that are new to this state, except where a team's release is live. */
export async function publishReleases(
  releases: Release[],
  stateDir: string,
  env: Env,
  report: Report,
): Promise<void> {
  const file = join(stateDir, 'signed-releases.json')
  const seen: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const unseen = releases.filter(({ name, version }) => seen[name] !== version)
  if (unseen.length === 0) return
  let last = ''
  await report.step(`Compared ${unseen.length} micro frontends with what is live`, (how) =>
    run('publish', unseen, env, (line) => {
      last = line
      if (!line.startsWith('[')) how(line)
    }),
  )
  const outcomes: Outcome[] = JSON.parse(last)
  for (const { stays } of outcomes) if (stays) report.note(stays)
  const released = outcomes.filter(({ stays }) => !stays)
  for (const { name, version } of released) seen[name] = version
  if (released.length > 0)
    report.note(`Released from this checkout: ${released.map(({ name }) => name).join(', ')}`)
  writeFileSync(file, JSON.stringify(seen, null, 1))
}

function run(
  verb: 'build' | 'publish',
  releases: Release[],
  env: Env,
  onLine: (line: string) => void,
): Promise<void> {
  const args = [besides('releases-main.ts'), verb, JSON.stringify(releases)]
  const job = { name: `mall ${verb}`, command: process.execPath, args, env: { ...toolEnv(), ...env } }
  return runCommand(job, onLine)
}
