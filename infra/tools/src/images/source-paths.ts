import { readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'

import type { Loader, Plugin } from 'esbuild'

import { rootDir } from '../paths.ts'

/**
 * Lets modules of the workspace find their files from within a bundle: `import.meta.url` stays a module's path in the
 * repository, below the folder of the bundle.
 * @param folder the one folder of all outputs, relative to the bundle
 */
export const sourcePaths = (folder = ''): Plugin => ({
  name: 'source-paths',
  setup(build) {
    build.onLoad({ filter: /\.(ts|tsx|mjs)$/ }, ({ path }) => {
      if (path.includes('/node_modules/')) return undefined
      const own = relative(join(rootDir, folder), path)
      const text = readFileSync(path, 'utf8')
      const loader = (extname(path) === '.mjs' ? 'js' : extname(path).slice(1)) as Loader
      const url = `new URL(${JSON.stringify(own)}, import.meta.url).href`
      return { contents: text.replaceAll(/\bimport\.meta\.url\b/g, url), loader }
    })
  },
})
