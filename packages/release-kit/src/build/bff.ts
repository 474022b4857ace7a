import { join } from 'node:path'
import { build } from 'esbuild'
import type { BuildFailure, BuildOptions } from 'esbuild'
import { bffCatalogs, bffPackage, catalogsModule } from './bff-catalogs.ts'
import { ReleaseError } from '@mallhive/release-runtime/release-error'

export const bffFile = 'bff/main.cjs'

/**
 * Bundles a team's router into one self-contained CommonJS file, which, unlike an ES module, can be unloaded. The host
 * provides service clients, session and telemetry through the context.
 * @throws ReleaseError BUILD_FAILED
 */
export async function bundleBff(
  router: string,
  { root, dir }: { root: string; dir: string },
): Promise<string> {
  try {
    await build(bffBuild(router, { root, dir }))
  } catch (cause) {
    throw new ReleaseError('BUILD_FAILED', bffProblem(cause), { cause })
  }
  return bffFile
}

/** Returns esbuild's options for the bundle of a router. */
export function bffBuild(router: string, { root, dir }: { root: string; dir: string }): BuildOptions {
  const entry = `import { serveRouter } from '@mallhive/mfe-kit/bff'
    import { appRouter } from ${JSON.stringify(router)}
      import catalogs from '${catalogsModule}'
    export const { handle, perMinute, cost, publicFor, anonymousFor, forLoaders } = serveRouter(appRouter, catalogs)`
  return {
    stdin: { contents: entry, resolveDir: root, loader: 'ts', sourcefile: 'bff-entry.ts' },
    absWorkingDir: root,
    plugins: [bffCatalogs(bffPackage(router, root))],
    outfile: join(dir, bffFile),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node26',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Names stay for readable stack traces; white space and comments, which contain local paths, are removed.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    tsconfigRaw: {},
    logLevel: 'silent',
  }
}

/** Returns the compiler's errors with their positions. */
export function bffProblem(cause: unknown): string {
  if (!isBuildFailure(cause)) return String(cause)
  return cause.errors
    .map(({ text, location }) => (location ? `${location.file}:${location.line}: ${text}` : text))
    .join('\n')
}

function isBuildFailure(cause: unknown): cause is BuildFailure {
  return cause instanceof Error && 'errors' in cause && Array.isArray(cause.errors)
}
