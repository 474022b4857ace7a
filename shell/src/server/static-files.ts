import { readFile, readdir } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, extname, join } from 'node:path'
import { fontFiles } from '@mallhive/design-system/font-files'
import { acceptedCodings } from './accepted-codings.ts'

const suffixes = { br: '.br', gzip: '.gz' } as const

const contentTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

/**
 * Serves fonts and the browser files of `next build` in `folder` from memory, compressed by `compress-static.ts`. File names
 * contain a version or a hash, so answers are immutable.
 */
export async function staticServer(folder: string) {
  const files = new Map([...(await fonts()), ...(await built(folder))])
  return ({ url = '/', headers }: IncomingMessage, res: ServerResponse): void => {
    const [path = '/'] = url.split('?')
    const coding = acceptedCodings({ headers }).find((name) => files.has(path + suffixes[name]))
    const bytes = files.get(path + (coding ? suffixes[coding] : ''))
    if (!bytes) return void res.writeHead(404).end()
    res.writeHead(200, {
      'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
      'content-length': bytes.byteLength,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      ...(coding && { 'content-encoding': coding }),
    })
    res.end(bytes)
  }
}

type Files = (readonly [path: string, bytes: Buffer])[]

function fonts(): Promise<Files> {
  const file = (path: string) =>
    new URL(import.meta.resolve(`@mallhive/design-system/fonts/${basename(path)}`))
  return Promise.all(fontFiles.map(async (path) => [path, await readFile(file(path))] as const))
}

async function built(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  return Promise.all(
    files.map(async (file) => {
      const path = file.slice(folder.length).split('/').map(encodeURIComponent).join('/')
      return [`/_next/static${path}`, await readFile(file)] as const
    }),
  )
}
