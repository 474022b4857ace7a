import { createHash } from 'node:crypto'

/** Returns the Subresource Integrity value of the bytes: `sha384-<base64>` (https://www.w3.org/TR/SRI/). */
export function sha384(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`
}
