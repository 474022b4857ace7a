import { extname } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { ObjectHeaders } from './store.ts'

const contentTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.cjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
}

/** Names carry a version or a content hash, so every file may be kept for ever. */
export function headersFor(file: string): ObjectHeaders {
  return {
    contentType: contentTypes[extname(file)] ?? 'application/octet-stream',
    cacheControl: 'public, max-age=31536000, immutable',
  }
}

export interface Sibling {
  suffix: '.br' | '.gz'
  bytes: Uint8Array
  headers: ObjectHeaders
}

/** The same file compressed as hard as it goes, once at publish instead of at each request. Browser text files only. */
export async function compressedSiblings(file: string, bytes: Uint8Array): Promise<Sibling[]> {
  if (!file.startsWith('web/') || !/\.(js|css|svg|json)$/.test(file)) return []
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    promisify(gzip)(bytes, { level: 9 }),
  ])
  const headers = headersFor(file)
  return [
    { suffix: '.br', bytes: br, headers: { ...headers, contentEncoding: 'br' } },
    { suffix: '.gz', bytes: gz, headers: { ...headers, contentEncoding: 'gzip' } },
  ]
}
