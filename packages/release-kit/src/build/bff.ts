import { join } from 'node:path'
import { build } from 'esbuild'
import type { BuildFailure } from 'esbuild'
import { ReleaseError } from '../release-error.ts'

const outFile = 'bff/main.cjs'

/**
 * Bundles a team's router into one self-contained CommonJS file, which, unlike an ES module, can be unloaded again.
 * Service clients, session and telemetry come from the host by the context.
 */
export async function bundleBff(
  router: string,
  { root, dir }: { root: string; dir: string },
): Promise<string> {
  const entry = `import { serveRouter } from '@mallhive/mfe-kit/bff'
    import { appRouter } from ${JSON.stringify(router)}
    export const { handle, perMinute } = serveRouter(appRouter)`
  try {
    await build({
      stdin: { contents: entry, resolveDir: root, loader: 'ts', sourcefile: 'bff-entry.ts' },
      absWorkingDir: root,
      outfile: join(dir, outFile),
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node24',
      define: { 'process.env.NODE_ENV': '"production"' },
      // Names stay for readable stack traces; white space goes, and with it comments that name local paths.
      minifyWhitespace: true,
      minifySyntax: true,
      legalComments: 'none',
      tsconfigRaw: {},
      logLevel: 'silent',
    })
  } catch (cause) {
    throw new ReleaseError('BUILD_FAILED', describe(cause), { cause })
  }
  return outFile
}

function describe(cause: unknown): string {
  if (!isBuildFailure(cause)) return String(cause)
  return cause.errors
    .map(({ text, location }) => (location ? `${location.file}:${location.line}: ${text}` : text))
    .join('\n')
}

function isBuildFailure(cause: unknown): cause is BuildFailure {
  return cause instanceof Error && 'errors' in cause && Array.isArray(cause.errors)
}
