import { createRequire } from 'node:module'
import { ModuleFederationPlugin } from '@module-federation/enhanced/webpack'
import type { Configuration, RuleSetRule } from 'webpack'
import type { MicroFrontend } from '../config.ts'
import { bundlerRuntimeGlobal } from '../host/bundler-runtime-global.ts'
import type { BuildTarget } from '../preset.ts'
import { releaseBase, releaseId } from '../release.ts'
import { sharedPackages } from './shared.ts'

export const esTarget = 'es2022'

/** What the browser and the server build have in common. */
export function baseBuild(config: MicroFrontend, build: BuildTarget): Configuration {
  return {
    name: `${config.name} ${build.target}`,
    context: build.root,
    mode: 'production',
    devtool: false,
    entry: {},
    externalsType: 'global',
    externals: federationRuntime,
    performance: false,
    cache: build.watch ? { type: 'memory' } : false,
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
  }
}

/** What makes a release small makes a build slow. */
export const quick = {
  minimize: false,
  concatenateModules: false,
  usedExports: false,
  mangleExports: false,
  realContentHash: false,
}

/** Every container would bring 14 kB of federation runtime along: they take the host's instead. */
function federationRuntime(
  { request }: { request?: string },
  done: (error?: null, external?: string) => void,
) {
  if (request?.includes('/webpack-bundler-runtime/')) done(null, bundlerRuntimeGlobal)
  else done()
}

/** Loaders are the kit's dependencies, not the micro frontend's: they are found from here. */
export const loaderPath = (name: string): string => createRequire(import.meta.url).resolve(name)

export const sourceRule: RuleSetRule = {
  test: /\.tsx?$/,
  loader: loaderPath('esbuild-loader'),
  // An empty tsconfig: a build must not depend on what the editor's configuration says.
  options: { target: esTarget, jsx: 'automatic', tsconfigRaw: {} },
}

/** Pictures and fonts come from the browser build's folder on both sides; only that build emits them. */
export function assetRule(config: MicroFrontend, build: BuildTarget): RuleSetRule {
  return {
    test: /\.(svg|png|webp|avif|woff2)$/,
    type: 'asset/resource',
    generator: {
      filename: '[name].[contenthash:8][ext]',
      publicPath: webPath(config, build),
      emit: build.target === 'web',
    },
  }
}

/**
 * Class names depend on the release and the file, not on the build: the server's markup meets the browser's style sheet,
 * and two remotes that bundle different versions of one component can't restyle each other.
 */
export function cssModules(config: MicroFrontend, build: BuildTarget) {
  return {
    auto: true,
    namedExport: false,
    exportLocalsConvention: 'as-is',
    exportOnlyLocals: build.target === 'ssr',
    localIdentName: '[local]_[hash:base64:6]',
    localIdentContext: build.root,
    localIdentHashSalt: releaseId(config.name, build.version),
  }
}

type FederationOptions = ConstructorParameters<typeof ModuleFederationPlugin>[0]

/** The container of this release. Its name carries the version, which is how versions live side by side in one runtime. */
export function federation(config: MicroFrontend, build: BuildTarget, more: Partial<FederationOptions>) {
  const exposes = Object.entries(config.exposes).map(([name, file]) => [`./${name}`, file] as const)
  return new ModuleFederationPlugin({
    name: releaseId(config.name, build.version),
    filename: 'remoteEntry.js',
    exposes: Object.fromEntries(exposes),
    shared: sharedPackages,
    shareStrategy: 'loaded-first',
    // Else the plugin writes a file below the current folder, which would become part of the build.
    virtualRuntimeEntry: true,
    dts: false,
    dev: false,
    ...more,
  })
}

export function webPath(config: MicroFrontend, build: BuildTarget): string {
  return `${releaseBase(config.name, build.version)}web/`
}
