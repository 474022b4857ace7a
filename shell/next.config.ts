import type { NextConfig } from 'next'

const workspace = new URL('..', import.meta.url).pathname

export default {
  // The kits are TypeScript sources in this workspace.
  transpilePackages: ['@mallhive/mfe-kit', '@mallhive/design-system'],
  outputFileTracingRoot: workspace,
  // `tsc -b` checks types; TypeScript 7 has no API for Next to do it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // The edge compresses.
  compress: false,
  // Webpack, because its bundles are a sixth smaller than Turbopack's here.
  webpack(config: { plugins: unknown[] }, { isServer, webpack }) {
    // Parts of the federation runtime that nothing here uses.
    const unused = {
      FEDERATION_OPTIMIZE_NO_SNAPSHOT_PLUGIN: true,
      ENV_TARGET: JSON.stringify(isServer ? 'node' : 'web'),
    }
    config.plugins.push(new webpack.DefinePlugin(unused))
    return config
  },
} satisfies NextConfig
