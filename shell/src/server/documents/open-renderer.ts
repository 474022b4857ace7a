import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SharedModules } from '@mallhive/mfe-kit/host/container'
import { clientFilesName, rendererFolder, rendererName } from '../../build/folder.ts'
import type { ClientFiles } from '../../document/client-files.ts'
import type { renderDocument, sharedModules } from '../../document/renderer.tsx'

/** The built renderer of documents. */
export interface Renderer {
  render: typeof renderDocument
  /** The renderer's own copies of the packages that remotes share, such as its React. */
  sharedModules: SharedModules
  files: ClientFiles
}

interface RendererModule {
  renderDocument: typeof renderDocument
  sharedModules: typeof sharedModules
}

/** Loads the renderer of this build. */
export async function openRenderer(): Promise<Renderer> {
  const built: RendererModule = await import(pathToFileURL(join(rendererFolder, rendererName)).href)
  const files: ClientFiles = JSON.parse(await readFile(join(rendererFolder, clientFilesName), 'utf8'))
  return { render: built.renderDocument, sharedModules: built.sharedModules, files }
}
