import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileCatalog, localesIn } from '@mallhive/mfe-kit/messages/catalogs'
import webpack from 'webpack'
import type { Stats } from 'webpack'
import type { ClientFile, ClientFiles } from '../document/client-files.ts'
import { clientBundle, renderProcessBundle, rendererBundle } from './document-bundles.ts'
import { clientFilesName, clientFolder, clientPath, rendererFolder, shellMessagesName } from './folder.ts'

// Runs after `next build`, which empties its folder: bundles the documents' code for both sides.
await Promise.all([clientBundle, rendererBundle, renderProcessBundle].map(bundle))
const names = await readdir(clientFolder)
const files: ClientFiles = {
  entry: await describe(/^shell\..*\.js$/),
  react: await describe(/^react\..*\.js$/),
  css: await describe(/^shell\..*\.css$/),
}
await writeFile(join(rendererFolder, clientFilesName), JSON.stringify(files))
const root = fileURLToPath(new URL('../..', import.meta.url))
const catalogs = localesIn(root).map((locale) => [locale, compileCatalog(root, locale)])
await writeFile(join(rendererFolder, shellMessagesName), JSON.stringify(Object.fromEntries(catalogs)))

async function bundle(config: webpack.Configuration): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<Stats | undefined>()
  webpack(config, (error, result) => (error ? reject(error) : resolve(result)))
  const stats = await promise
  if (!stats || stats.hasErrors()) throw new Error(stats?.toString({ preset: 'errors-only' }))
}

async function describe(pattern: RegExp): Promise<ClientFile> {
  const name = names.find((it) => pattern.test(it))
  if (!name) throw new Error(`The client has no file ${pattern}`)
  const hash = createHash('sha384').update(await readFile(join(clientFolder, name)))
  return { url: clientPath + name, integrity: `sha384-${hash.digest('base64')}` }
}
