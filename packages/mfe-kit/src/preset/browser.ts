import { EsbuildPlugin } from 'esbuild-loader'
import MiniCssExtractPlugin from 'mini-css-extract-plugin'
import webpack from 'webpack'
import type { Configuration } from 'webpack'
import type { MicroFrontend } from '../config.ts'
import { releaseId } from '../release.ts'
import {
  assetRule,
  baseBuild,
  cssModules,
  loaderPath,
  messagesRule,
  quick,
  sourceRule,
  webPath,
} from './base.ts'
import type { BuildTarget } from './build-target.ts'
import { ChunkLoading } from './chunk-loading.ts'
import { containerBuild } from './container.ts'

/** One style sheet for all exposes: a page shows several, and an extra request costs more than extra bytes. */
const styles = { type: 'css/mini-extract', name: 'styles', chunks: 'all', enforce: true } as const

/**
 * Returns the browser side's configuration: ES modules and extracted style sheets, split at each `import()`. File names have no
 * hash: their folder is the release's, whose files never change.
 */
export function browserBuild(config: MicroFrontend, build: BuildTarget): Configuration {
  const { entry, plugins } = containerBuild(config, build, 'module')
  return {
    ...baseBuild(config, build),
    entry,
    target: ['web', 'es2022'],
    experiments: { outputModule: true },
    output: {
      path: build.outDir,
      publicPath: webPath(config, build),
      uniqueName: releaseId(config.name, build.version),
      module: true,
      chunkFormat: 'module',
      chunkFilename: '[id].js',
      crossOriginLoading: 'anonymous',
      clean: true,
    },
    // Terser for scripts: it reduces a container's runtime by 40 %, esbuild by 5 %, and every page loads it.
    optimization: build.watch
      ? quick
      : {
          minimizer: ['...', new EsbuildPlugin({ css: true, include: /\.css$/ })],
          splitChunks: { cacheGroups: { styles } },
        },
    module: {
      rules: [
        sourceRule,
        messagesRule,
        assetRule(config, build),
        {
          test: /\.css$/,
          use: [
            MiniCssExtractPlugin.loader,
            { loader: loaderPath('css-loader'), options: { modules: cssModules(config, build) } },
          ],
        },
      ],
    },
    plugins: [
      // CSS modules make the order irrelevant; import orders of two exposes may differ. `<Remote>` adds the style
      // sheets to the document, with their hashes, so containers need no code to load them.
      new MiniCssExtractPlugin({ filename: '[id].css', ignoreOrder: true, runtime: false }),
      new ChunkLoading(),
      // Removes what a remote keeps for its server side by this condition.
      new webpack.DefinePlugin({ 'typeof window': '"object"' }),
      ...plugins,
    ],
  }
}
