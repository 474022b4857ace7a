import { AsyncLocalStorage } from 'node:async_hooks'
import { logger } from '@mallhive/process-kit/telemetry'
import { createServerHost } from '@mallhive/mfe-kit/host/server-host'
import { releaseBase, releaseId } from '@mallhive/mfe-kit/release'
import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import { readConfig } from '../config.ts'
import { openReleases } from './open-releases.ts'
import { nothingLive } from './releases.ts'
import type { Releases } from './releases.ts'
import { provideShellProcess } from './shell-process.ts'
import type { ShellProcess } from './shell-process.ts'
import { openTracing } from './open-tracing.ts'

/** What a shell with this environment knows of releases, without Next around it. */
export async function openTestShell(env: Record<string, string>): Promise<Releases> {
  Object.assign(process.env, env)
  const containers: ShellProcess['containers'] = new Map()
  const host = createServerHost({ shared: {}, container: (id) => containers.get(id) })
  const config = readConfig({ ...process.env, BFF_URL: 'http://127.0.0.1', ...env })
  const requests: ShellProcess['requests'] = new AsyncLocalStorage()
  const tracing = await openTracing({})
  const shell: ShellProcess = {
    config,
    log: logger('shell'),
    metrics: async () => '',
    containers,
    host,
    releases: nothingLive,
    requests,
    tracing,
  }
  provideShellProcess(shell)
  return openReleases(shell, host)
}

/** A release without files. */
export function testRelease(name: string, version: string): RemoteRelease {
  const files = { base: releaseBase(name, version), web: 'web/remoteEntry.js', ssr: 'ssr/remoteEntry.js' }
  const nothing = { exposes: {}, integrity: {}, routes: {}, consumes: [] }
  return { id: releaseId(name, version), name, version, ...files, ...nothing }
}
