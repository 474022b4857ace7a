import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { logger } from '@mallhive/process-kit/telemetry'
import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import webpack from 'webpack'
import type { Stats } from 'webpack'
import { renderProcessBundle } from '../../build/document-bundles.ts'
import { openTracing } from '../open-tracing.ts'
import { shellMessages, testRelease } from '../testing.ts'
import type { PageJob } from './page-job.ts'
import { openRenderPool } from './render-pool.ts'
import type { RenderPool, RenderPoolOptions } from './render-pool.ts'
import { spawnRenderProcess } from './spawn-render-process.ts'

let built: Promise<string> | undefined

/** Builds the program of render processes into a temporary folder, once for all tests of a file. */
function testProgram(): Promise<string> {
  return (built ??= build())
}

async function build(): Promise<string> {
  const path = mkdtempSync(join(tmpdir(), 'render-process-'))
  const { promise, resolve, reject } = Promise.withResolvers<Stats | undefined>()
  webpack({ ...renderProcessBundle, output: { ...renderProcessBundle.output, path } }, (error, result) =>
    error ? reject(error) : resolve(result),
  )
  const stats = await promise
  if (stats?.hasErrors()) throw new Error(stats.toString({ preset: 'errors-only' }))
  return path
}

/** Opens a pool of real processes. */
export async function openTestPool(more: Partial<RenderPoolOptions> = {}): Promise<RenderPool> {
  const folder = await testProgram()
  return openRenderPool({
    log: logger('test'),
    processes: 2,
    mostMb: 320,
    spawn: (mostBytes, markFile) => spawnRenderProcess(mostBytes, markFile, folder),
    ...more,
  })
}

/** A release with one page at `/<name>`. */
export function pageRelease(name: string, version = '1.0.0'): RemoteRelease {
  return {
    ...testRelease(name, version),
    routes: { [`/${name}`]: 'page' },
    exposes: { page: { js: [], css: [] } },
  }
}

export const filenameOf = ({ name, version }: RemoteRelease) => `${name}/${version}/ssr/remoteEntry.js`

/**
 * Returns the server bundle of a release with one page. `h` creates elements, `React` is the shell's.
 * @param page the body of the component @param loader the body of the loader, with `ctx`
 */
export function pageBundle(page: string, loader = ''): string {
  return `
    let React, h
    exports.init = (scope) => { [React] = Object.values(scope.react).map(({ get }) => get()()); h = React.createElement }
    exports.get = () => () => ({
      default: function Page({ data }) { ${page} },
      loader: async (ctx) => { ${loader} },
      meta: () => ({ title: 'Test' }),
    })`
}

const file = { url: '/file.js', integrity: 'sha384-file' }

/** The document of a release's page. */
export async function pageJob(release: RemoteRelease, more: Partial<PageJob> = {}): Promise<PageJob> {
  return {
    request: {
      at: `/${release.name}`,
      path: `/${release.name}`,
      locale: 'en-IE',
      lang: 'en',
      locales: ['en'],
      currency: 'EUR',
      releases: { [release.name]: release.id },
      page: { kind: 'page', name: `${release.name}/page`, params: {} },
      withFrame: false,
      document: {
        json: {
          locale: 'en-IE',
          lang: 'en',
          locales: ['en'],
          messages: shellMessages.en,
          currency: 'EUR',
          sharing: 'on',
          consents: [],
          beaconRate: 0,
          files: { entry: file, react: file, css: file },
        },
        nonce: 'bm9uY2U=',
        traceparent: '00-1',
      },
      publicOrigin: 'http://mall.test',
      deadlineMs: 2000,
      traced: false,
    },
    releases: { [release.name]: release },
    addresses: new Set(['192.0.2.1']),
    traceparent: '00-1',
    tracing: await openTracing({}),
    calls: () => () => Promise.reject(new Error('not in this test')),
    isPrefetch: false,
    signal: new AbortController().signal,
    onFailure: () => {},
    onOutcome: () => {},
    ...more,
  }
}
