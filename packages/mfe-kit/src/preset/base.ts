import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultLocale } from '@mallhive/contracts/locales'
import type { Configuration, RuleSetRule } from 'webpack'
import type { MicroFrontend } from '../config.ts'
import { catalogExpose } from '../messages/catalog-expose.ts'
import { exposesWithCatalogs, localesIn, messagesFolder } from '../messages/catalogs.ts'
import { releaseBase, releaseId } from '../release.ts'
import type { BuildTarget } from './build-target.ts'

export const esTarget = 'es2022'

export const containerRuntime = '@mallhive/mfe-kit/preset/container-runtime'

/** Returns the configuration that the browser and the server build share. */
export function baseBuild(config: MicroFrontend, build: BuildTarget): Configuration {
  return {
    name: `${config.name} ${build.target}`,
    context: build.root,
    mode: 'production',
    devtool: false,
    performance: false,
    cache: build.watch ? { type: 'memory' } : false,
    resolve: {
      extensions: ['.tsx', '.ts', '.js'],
      // An alias, because webpack names imports by what is written: an absolute path would be in the release.
      alias: { [`${containerRuntime}$`]: loaderPath(containerRuntime) },
    },
  }
}

/** Turns off the optimisations that make a release small and a build slow. */
export const quick = {
  minimize: false,
  concatenateModules: false,
  usedExports: false,
  mangleExports: false,
  realContentHash: false,
}

/** Resolves webpack loaders from the kit: they are its dependencies, not the micro frontend's. */
export const loaderPath = (name: string): string => createRequire(import.meta.url).resolve(name)

export const sourceRule: RuleSetRule = {
  test: /\.tsx?$/,
  loader: loaderPath('esbuild-loader'),
  // An empty tsconfig: the build must not depend on the editor's configuration.
  options: { target: esTarget, jsx: 'automatic', tsconfigRaw: {} },
}

/** Compiles catalogues of messages. */
export const messagesRule: RuleSetRule = {
  test: /\/messages\/([\w-]+\/)?[\w-]+\.json$/,
  resourceQuery: /^\?locale=/,
  type: 'javascript/auto',
  loader: fileURLToPath(new URL('../messages/messages-loader.ts', import.meta.url)),
}

/** Returns a module for the messages of each locale, by the name of its expose. */
export function catalogModules(root: string): Record<string, string> {
  const folders: (string | undefined)[] = [undefined, ...exposesWithCatalogs(root)]
  const modules = localesIn(root).flatMap((locale) =>
    folders.map((expose) => {
      const folder = join(messagesFolder, expose ?? '')
      // What is not translated is compiled from the default locale's.
      const source = existsSync(join(root, folder, `${locale}.json`)) ? locale : defaultLocale
      return [catalogExpose(locale, expose), `./${folder}/${source}.json?locale=${locale}`]
    }),
  )
  return Object.fromEntries(modules)
}

/**
 * Returns the rule for pictures and fonts: both sides refer to the browser build's files; only that build emits them.
 */
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
 * Returns the CSS modules rule. Class names depend on the release and the file, not on the build side: the server's
 * markup matches the browser's style sheet, and two remotes that bundle different versions of one component cannot
 * restyle each other.
 */
export function cssModules(config: MicroFrontend, build: BuildTarget) {
  return {
    auto: true,
    namedExport: false,
    exportLocalsConvention: 'as-is',
    exportOnlyLocals: build.target === 'ssr',
    localIdentName: '[local]_[hash:base64:6]',
    hashStrategy: 'minimal-subset',
    localIdentContext: build.root,
    localIdentHashSalt: releaseId(config.name, build.version),
  }
}

/** Returns the public path of the browser build's files. */
export function webPath(config: MicroFrontend, build: BuildTarget): string {
  return `${releaseBase(config.name, build.version)}web/`
}
