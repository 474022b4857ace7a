import { createHash } from 'node:crypto'

/** Returns the same UUID (version 8, custom) for the same name, so that seeding again changes nothing. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

export function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{Mark}/gu, '')
  return plain
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
