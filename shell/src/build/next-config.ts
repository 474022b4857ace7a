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
  // The edge compresses pages, and `compress-static.ts` what browsers download besides.
  compress: false,
  // Webpack, because its bundles are smaller than Turbopack's here, and because it lets us choose Next's modules.
  webpack(webpack: { module: { rules: unknown[] } }, { isServer }) {
    const clientOfNext = {
      test: /\/next\/dist\/(client|lib|server|shared)\/.*\.js$/,
      // After Next's own compiler, which would make CommonJS of it again.
      enforce: 'post',
      loader: fileURLToPath(import.meta.resolve('./next-as-modules.ts')),
    }
    if (!isServer) webpack.module.rules.push(clientOfNext)
    return webpack
  },
}
