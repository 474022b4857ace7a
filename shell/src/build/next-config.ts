import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import { buildFolder } from './folder.ts'

const workspace = fileURLToPath(new URL('../../..', import.meta.url))
const serverFolder = fileURLToPath(new URL('../server/', import.meta.url))

export const config: NextConfig = {
  distDir: buildFolder,
  // The kits are TypeScript sources in this workspace.
  transpilePackages: ['@mallhive/contracts', '@mallhive/mfe-kit', '@mallhive/design-system'],
  outputFileTracingRoot: workspace,
  // Nothing reads the traces of Next's server, which cost a third of a build.
  outputFileTracingExcludes: { 'next-server': ['**/*'] },
  // `tsc -b` checks types; TypeScript 7 has no API for Next to do it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // The edge compresses pages, `compress-static.ts` static files.
  compress: false,
  webpack(webpack: { externals: unknown[] }, { isServer }) {
    if (isServer) webpack.externals.unshift(serverModules)
    return webpack
  },
}

interface Imported {
  context?: string
  request?: string
}

/** Leaves `src/server` out of Next's bundles: pages and routes use the modules of the running process, and its state. */
async function serverModules({ context = '', request = '' }: Imported): Promise<string | undefined> {
  const file = resolve(context, request)
  return request.startsWith('.') &&
    dirname(file).startsWith(serverFolder.slice(0, -1)) &&
    file.endsWith('.ts')
    ? `commonjs ${file}`
    : undefined
}
