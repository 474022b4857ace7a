import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { basename } from 'node:path'
import { fontFiles } from '@mallhive/design-system/font-files'

/** Serves the design system's fonts from memory. Their names carry a version. */
export async function fontServer() {
  const fonts = new Map(
    await Promise.all(fontFiles.map(async (path) => [path, await readFont(path)] as const)),
  )
  return (path: string, res: ServerResponse): void => {
    const font = new Map<string, Buffer>(fonts).get(path)
    if (!font) return void res.writeHead(404).end()
    res.writeHead(200, {
      'content-type': 'font/woff2',
      'content-length': font.byteLength,
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    })
    res.end(font)
  }
}

function readFont(path: string): Promise<Buffer> {
  return readFile(new URL(import.meta.resolve(`@mallhive/design-system/fonts/${basename(path)}`)))
}
