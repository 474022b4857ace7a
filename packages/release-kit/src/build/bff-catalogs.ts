import { dirname, join } from 'node:path'
import { bffCatalogsOf, kitFolder, localesIn, messagesFolder } from '@mallhive/mfe-kit/messages/catalogs'
import type { Plugin } from 'esbuild'

/** The module with a BFF's compiled messages by locale, which exists in its bundle only. */
export const catalogsModule = 'mallhive:catalogs'

/** Returns the folder of a BFF's package: the one above the folder of its router. */
export const bffPackage = (router: string, root: string): string => dirname(dirname(join(root, router)))

/** Puts the messages of a package and of the kit into its bundle. All locales, because one process answers for all. */
export const bffCatalogs = (folder: string): Plugin => ({
  name: 'catalogs',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${catalogsModule}$`) }, ({ path }) => ({
      path,
      namespace: 'catalogs',
    }))
    build.onLoad({ filter: /.*/, namespace: 'catalogs' }, () => ({
      contents: JSON.stringify(bffCatalogsOf(folder)),
      loader: 'json',
      watchFiles: [kitFolder, folder].flatMap(filesIn),
    }))
  },
})

const filesIn = (folder: string) =>
  localesIn(folder).map((locale) => join(folder, messagesFolder, `${locale}.json`))
