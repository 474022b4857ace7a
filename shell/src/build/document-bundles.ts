import { fileURLToPath } from 'node:url'
import { esTarget, loaderPath, sourceRule } from '@mallhive/mfe-kit/preset/base'
import { ChunkLoading } from '@mallhive/mfe-kit/preset/chunk-loading'
import { EsbuildPlugin } from 'esbuild-loader'
import MiniCssExtractPlugin from 'mini-css-extract-plugin'
import webpack from 'webpack'
import type { Configuration, RuleSetRule } from 'webpack'
import { clientFolder, clientPath, renderProcessName, rendererFolder, rendererName } from './folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const base: Configuration = {
  context: root,
  mode: 'production',
  devtool: false,
  performance: false,
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
}

/** CSS modules get the same class names on both sides. */
const cssLoader = (exportOnlyLocals: boolean) => ({
  loader: loaderPath('css-loader'),
  options: {
    // Fonts are served by the shell under the paths that the style sheets name.
    url: false,
    modules: {
      auto: true,
      namedExport: false,
      exportLocalsConvention: 'as-is',
      exportOnlyLocals,
      localIdentName: '[local]_[hash:base64:6]',
      hashStrategy: 'minimal-subset',
      localIdentContext: root,
    },
  },
})

/** What every browser has that runs this code. React asks for some of it, and the shell's own code runs in Node, too. */
const everyBrowserHas = {
  'typeof window': '"object"',
  'typeof document': '"object"',
  'typeof performance': '"object"',
  'typeof process': '"undefined"',
  'typeof setImmediate': '"undefined"',
  'typeof setTimeout': '"function"',
  'typeof clearTimeout': '"function"',
  'typeof queueMicrotask': '"function"',
  'typeof reportError': '"function"',
  'typeof MessageChannel': '"function"',
  'typeof AbortController': '"function"',
  'typeof WeakMap': '"function"',
  'typeof WeakSet': '"function"',
}

const hashed = '[name].[contenthash:8]'
/** What `import()` loads. */
const lazy = '[id].[fullhash]'

/** The browser's side: one entry, React in a file of its own, and a file for each `import()`. */
export const clientBundle: Configuration = {
  ...base,
  name: 'client',
  entry: { shell: './src/client/entry.tsx' },
  target: ['web', esTarget],
  experiments: { outputModule: true },
  output: {
    path: clientFolder,
    publicPath: clientPath,
    module: true,
    chunkFormat: 'module',
    filename: `${hashed}.js`,
    chunkFilename: `${lazy}.js`,
    crossOriginLoading: 'anonymous',
    clean: true,
  },
  optimization: {
    minimizer: ['...', new EsbuildPlugin({ css: true, include: /\.css$/ })],
    splitChunks: {
      cacheGroups: {
        react: {
          test: /\/node_modules\/(react|react-dom|scheduler)\//,
          name: 'react',
          filename: `${hashed}.js`,
          chunks: 'initial',
          enforce: true,
        },
      },
    },
  },
  module: {
    rules: [sourceRule, { test: /\.css$/, use: [MiniCssExtractPlugin.loader, cssLoader(false)] }],
  },
  plugins: [
    new webpack.DefinePlugin(everyBrowserHas),
    // No hook for infinite queries is shared.
    new webpack.NormalModuleReplacementPlugin(
      /\/infiniteQueryBehavior\.js$/,
      `${root}src/client/no-infinite-queries.ts`,
    ),
    new MiniCssExtractPlugin({
      filename: `${hashed}.css`,
      chunkFilename: `${lazy}.css`,
      ignoreOrder: true,
      runtime: false,
    }),
    new ChunkLoading({ isHost: true }),
  ],
}

/** The text of this module is part of every document. */
const inlinedRule: RuleSetRule = {
  test: /\/early-input\.ts$/,
  loader: loaderPath('esbuild-loader'),
  options: { target: esTarget, minify: true },
}

/** Code for Node: one module, not minified, so that stack traces keep their names. */
const server: Configuration = {
  ...base,
  target: 'node',
  experiments: { outputModule: true },
  optimization: { minimize: false, splitChunks: false },
  module: { rules: [{ oneOf: [inlinedRule, sourceRule] }, { test: /\.css$/, use: [cssLoader(true)] }] },
  plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
}

/** The shell's side: renders documents without any remote, by the React of the rest of the shell. */
export const rendererBundle: Configuration = {
  ...server,
  name: 'renderer',
  entry: { renderer: './src/document/renderer.tsx' },
  externals: {
    react: 'node-commonjs react',
    'react/jsx-runtime': 'node-commonjs react/jsx-runtime',
    'react-dom': 'node-commonjs react-dom',
    'react-dom/server': 'node-commonjs react-dom/server',
    '@tanstack/react-query': 'module @tanstack/react-query',
  },
  output: { path: rendererFolder, filename: rendererName, library: { type: 'module' } },
}

/** The program of render processes: one file with React, because their environment and their files are empty. */
export const renderProcessBundle: Configuration = {
  ...server,
  name: 'render process',
  entry: { 'render-process': './src/render/render-process.ts' },
  output: { path: rendererFolder, filename: renderProcessName, library: { type: 'module' } },
  // React is whole: remotes use more of it than the shell.
  optimization: { ...server.optimization, usedExports: false },
}
