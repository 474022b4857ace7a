import { createRequire } from 'node:module'
import webpack from 'webpack'
import type { Configuration, RuleSetRule, WebpackPluginInstance } from 'webpack'
import type { MicroFrontend } from '../config.ts'
import { releaseBase, releaseId } from '../release.ts'
import type { BuildTarget } from './build-target.ts'
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

/** The container of this release: webpack's own Module Federation, so that any federation host can load it. */
export function federation(
  config: MicroFrontend,
  build: BuildTarget,
  libraryType: string,
): WebpackPluginInstance {
  const exposes = Object.entries(config.exposes).map(([name, file]) => [`./${name}`, { import: file, name }])
  return new webpack.container.ModuleFederationPlugin({
    name: releaseId(config.name, build.version),
    filename: 'remoteEntry.js',
    library: { type: libraryType },
    exposes: Object.fromEntries(exposes),
    shared: Object.fromEntries(Object.keys(sharedPackages).map((name) => [name, lent])),
  })
}

/**
 * `import: false` leaves a package out of the bundle: there is no second React to fall back on. Ranges are compared when a
 * release is made, not by half a kilobyte of code in every container.
 */
const lent = { singleton: true, import: false as const, requiredVersion: false as const }

export function webPath(config: MicroFrontend, build: BuildTarget): string {
  return `${releaseBase(config.name, build.version)}web/`
}
