import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import { buildFolder } from './folder.ts'

const workspace = fileURLToPath(new URL('../../..', import.meta.url))

export const config: NextConfig = {
  distDir: buildFolder,
  // The kits are TypeScript sources in this workspace.
  transpilePackages: ['@mallhive/contracts', '@mallhive/mfe-kit', '@mallhive/design-system'],
  outputFileTracingRoot: workspace,
  // `tsc -b` checks types; TypeScript 7 has no API for Next to do it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // The edge compresses pages, `compress-static.ts` static files.
  compress: false,
  // Webpack instead of Turbopack: smaller bundles, and it allows replacing Next's modules.
  webpack(webpack: { module: { rules: unknown[] } }, { isServer }) {
    const clientOfNext = {
      test: /\/next\/dist\/(client|lib|server|shared)\/.*\.js$/,
      // Runs after Next's own compiler, which would convert the module back to CommonJS.
      enforce: 'post',
      loader: fileURLToPath(import.meta.resolve('./next-as-modules.ts')),
    }
    if (!isServer) webpack.module.rules.push(clientOfNext)
    return webpack
  },
}
