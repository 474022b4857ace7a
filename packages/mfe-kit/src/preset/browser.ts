import { EsbuildPlugin } from 'esbuild-loader'
import MiniCssExtractPlugin from 'mini-css-extract-plugin'
import type { Configuration } from 'webpack'
import type { MicroFrontend } from '../config.ts'
import { releaseId } from '../release.ts'
import {
  assetRule,
  baseBuild,
  cssModules,
  federation,
  loaderPath,
  quick,
  sourceRule,
  webPath,
} from './base.ts'
import type { BuildTarget } from './build-target.ts'

/** One style sheet for all exposes: a page shows several, and waits for each request more than for its bytes. */
const styles = { type: 'css/mini-extract', name: 'styles', chunks: 'all', enforce: true } as const

/** Browser side: ES modules and extracted style sheets, content-hashed, split where the sources say `import()`. */
export function browserBuild(config: MicroFrontend, build: BuildTarget): Configuration {
  const hashed = '[name].[contenthash:8]'
  return {
    ...baseBuild(config, build),
    target: ['web', 'es2022'],
    experiments: { outputModule: true },
    output: {
      path: build.outDir,
      publicPath: webPath(config, build),
      uniqueName: releaseId(config.name, build.version),
      module: true,
      chunkFormat: 'module',
      filename: `${hashed}.js`,
      chunkFilename: `${hashed}.js`,
      crossOriginLoading: 'anonymous',
      clean: true,
    },
    // Terser for scripts: it takes 40 % off a container's runtime where esbuild takes 5, and every page pays for that.
    optimization: build.watch
      ? quick
      : {
          minimizer: ['...', new EsbuildPlugin({ css: true, include: /\.css$/ })],
          splitChunks: { cacheGroups: { styles } },
        },
    module: {
      rules: [
        sourceRule,
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
      // The order of class names is settled by modules; the import order of two exposes may well differ. `<Remote>` puts
      // style sheets into the document, with their hashes, so containers need no code that loads them.
      new MiniCssExtractPlugin({ filename: `${hashed}.css`, ignoreOrder: true, runtime: false }),
      federation(config, build, 'module'),
    ],
  }
}
