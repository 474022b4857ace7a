import { AsyncLocalStorage } from 'node:async_hooks'
import { fileURLToPath } from 'node:url'
import { compileCatalog } from '@mallhive/mfe-kit/messages/catalogs'
import { logger } from '@mallhive/process-kit/telemetry'
import { releaseBase, releaseId } from '@mallhive/mfe-kit/release'
import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import type { Visitor } from '@mallhive/release-runtime/preview/visitor'
import { openPublicAnswers } from '@mallhive/process-kit/public-answers'
import { openBffClient } from '../calls/bff-client.ts'
import { openSharedProcedures } from '../calls/shared-procedures.ts'
import { readConfig } from '../config.ts'
import { openDocumentCache } from './document-cache/document-cache.ts'
import { openReleases } from './open-releases.ts'
import { nothingLive } from './releases.ts'
import type { Releases } from './releases.ts'
import { openServedDocuments } from './served-documents.ts'
import { provideShellProcess } from './shell-process.ts'
import { BundleFault } from '@mallhive/sandbox/bundle-fault'
import { RenderFailed } from './render/render-failed.ts'
import type { RenderPool } from './render/render-pool.ts'
import type { ShellProcess } from './shell-process.ts'
import { openTracing } from './open-tracing.ts'

/** Provides a shell process with this environment, without Next and without releases. */
export async function testShellProcess(env: Record<string, string | undefined>): Promise<ShellProcess> {
  const config = readConfig({ NODE_ENV: 'test', BFF_URL: 'http://127.0.0.1', ...env })
  const log = logger('shell')
  const answers = openPublicAnswers()
  const shell: ShellProcess = {
    config,
    log,
    served: openServedDocuments(config, log),
    metrics: async () => '',
    bff: openBffClient(config),
    answers,
    documents: openDocumentCache({ mostBytes: 64e6, answers }),
    shared: openSharedProcedures(),
    renderer: { render: notBuilt, files: noFiles, messages: shellMessages },
    renders: noRenders,
    releases: nothingLive,
    requests: new AsyncLocalStorage(),
    tracing: await openTracing({}),
  }
  provideShellProcess(shell)
  return shell
}

/** Executes no bundle: pages are left to the browser. */
const noRenders: RenderPool = {
  open: async () => {},
  pause() {},
  close() {},
  show: () => Promise.reject(new RenderFailed(new BundleFault('EXITED', 'not in this test'), true)),
  cacheSeconds: () => 0,
  status: () => ({ pids: [], faults: [] }),
  [Symbol.dispose]() {},
}

const notBuilt = () => {
  throw new Error('Tests of the server render no documents')
}
/** The shell's messages by locale. */
export const shellMessages = { en: compileCatalog(fileURLToPath(new URL('../..', import.meta.url)), 'en') }
const noFile = { url: '', integrity: '' }
const noFiles = { entry: noFile, react: noFile, css: noFile }

/** Opens the releases of a shell with this environment. */
export async function openTestShell(
  env: Record<string, string>,
  renders: RenderPool = noRenders,
): Promise<Releases> {
  Object.assign(process.env, env)
  const shell = await testShellProcess({ ...process.env, ...env })
  return openReleases({ ...shell, renders })
}

/** A request's visitor on the shoppers' host. */
export const shopperAt = (origin: string): Visitor => ({
  origin,
  isPreview: false,
  admitted: true,
  reach: () => 'promoted',
})

/** A release without files. */
export function testRelease(name: string, version: string): RemoteRelease {
  const files = { base: releaseBase(name, version), web: 'web/remoteEntry.js', ssr: 'ssr/remoteEntry.js' }
  const nothing = { exposes: {}, integrity: {}, routes: {}, redirects: {}, consumes: [] }
  return { id: releaseId(name, version), name, version, ...files, ...nothing }
}
