import type { IncomingMessage } from 'node:http'
import type { Coding } from './document-cache/splice.ts'

const preferred = ['br', 'gzip'] as const satisfies Coding[]

/** Returns the codings that the client accepts (RFC 9110 §12.5.3), preferred ones first: Brotli, then gzip. */
export function acceptedCodings({ headers }: Pick<IncomingMessage, 'headers'>): Coding[] {
  const accepted = (headers['accept-encoding'] ?? '').toLowerCase().split(',').filter(isWanted)
  const names = new Set(accepted.map((part) => part.split(';')[0]?.trim()))
  return preferred.filter((coding) => names.has(coding))
}

const isWanted = (part: string) => !/;\s*q=0(\.0*)?\s*$/.test(part)
