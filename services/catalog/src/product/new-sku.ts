import { randomBytes } from 'node:crypto'

/** Crockford's alphabet: digits and letters without I, L, O and U, which are misread or misspell. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A SKU for the whole mall: `MH-` and 60 random bits. */
export const newSku = (): string =>
  `MH-${Array.from(randomBytes(12), (byte) => alphabet.charAt(byte % 32)).join('')}`
