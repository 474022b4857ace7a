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
import { containerBuild } from './container.ts'

/**
 * Returns the server side's configuration: one self-contained CommonJS file, so that one hash covers all code that the
 * shell executes.
 */
export function serverBuild(config: MicroFrontend, build: BuildTarget): Configuration {
  const { entry, plugins } = containerBuild(config, build, 'commonjs-module')
  return {
    ...baseBuild(config, build),
    entry,
    target: 'async-node',
    output: {
      path: build.outDir,
      // Set explicitly: with a single expose the merged chunk may take another name.
      filename: 'remoteEntry.js',
      publicPath: webPath(config, build),
      uniqueName: releaseId(config.name, build.version),
      library: { type: 'commonjs-module' },
      clean: true,
    },
    // Not minified: stack traces keep their names, and each server downloads the file once.
    optimization: { ...(build.watch && quick), splitChunks: false, minimize: false },
    module: {
      rules: [
        sourceRule,
        messagesRule,
        assetRule(config, build),
        {
          test: /\.css$/,
          use: [{ loader: loaderPath('css-loader'), options: { modules: cssModules(config, build) } }],
        },
      ],
    },
    plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }), ...plugins],
  }
}
