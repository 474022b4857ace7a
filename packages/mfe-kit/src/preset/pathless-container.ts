import webpack from 'webpack'

const entryPrefix = 'data:text/javascript;charset=utf-8;base64,'

/**
 * The federation plugin imports its runtime by absolute path, and makes that path part of two modules' names, from which
 * webpack makes their ids: builds would tell where they were made, and differ with it. Imported by name, and with an id of
 * its own for the container, they are the same everywhere.
 */
export const pathlessContainer: webpack.WebpackPluginInstance = {
  apply(compiler: webpack.Compiler) {
    new webpack.NormalModuleReplacementPlugin(new RegExp(`^${entryPrefix}`), (module) => {
      const source = Buffer.from(module.request.slice(entryPrefix.length), 'base64').toString()
      module.request = entryPrefix + Buffer.from(importedByName(source)).toString('base64')
    }).apply(compiler)

    compiler.hooks.compilation.tap('pathless container', (compilation) => {
      compilation.hooks.beforeModuleIds.tap('pathless container', (modules) => {
        for (const module of modules) {
          if (module.identifier().startsWith('container entry '))
            compilation.chunkGraph.setModuleId(module, 'container')
        }
      })
    })
  },
}

function importedByName(source: string): string {
  const absolute = /(?<=from ')[^']*\/(@module-federation\/webpack-bundler-runtime\/)[^']*(?=')/
  return source.replace(absolute, '$1bundler')
}
