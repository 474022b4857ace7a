import type { NextConfig } from 'next'

const workspace = new URL('..', import.meta.url).pathname

export default {
  // The kits are TypeScript sources in this workspace.
  transpilePackages: ['@mallhive/mfe-kit', '@mallhive/design-system'],
  turbopack: { root: workspace },
  outputFileTracingRoot: workspace,
  // `tsc -b` checks types; TypeScript 7 has no API for Next to do it.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // The edge compresses.
  compress: false,
} satisfies NextConfig
