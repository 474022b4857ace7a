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

/** Returns the headers of a release's file. Names contain a version or a content hash, so every file is immutable. */
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

/**
 * Compresses a file at the highest level, once at publish instead of at each request. Browser text files only; others
 * have no siblings.
 */
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
