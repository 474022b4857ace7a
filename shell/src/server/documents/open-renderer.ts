import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Catalog } from '@mallhive/mfe-kit/messages/compiled-message'
import { clientFilesName, rendererFolder, rendererName, shellMessagesName } from '../../build/folder.ts'
import type { ClientFiles } from '../../document/client-files.ts'
import type { renderDocument } from '../../document/renderer.tsx'

/** The built renderer of documents. */
export interface Renderer {
  render: typeof renderDocument
  files: ClientFiles
  /** The shell's own messages by locale. */
  messages: Record<string, Catalog>
}

interface RendererModule {
  renderDocument: typeof renderDocument
}

/** Loads the renderer of this build. */
export async function openRenderer(): Promise<Renderer> {
  const built: RendererModule = await import(pathToFileURL(join(rendererFolder, rendererName)).href)
  const files: ClientFiles = JSON.parse(await readFile(join(rendererFolder, clientFilesName), 'utf8'))
  const messages: Renderer['messages'] = JSON.parse(
    await readFile(join(rendererFolder, shellMessagesName), 'utf8'),
  )
  return { render: built.renderDocument, files, messages }
}
