import { randomBytes } from 'node:crypto'

/** Crockford's alphabet: without I, L and O, which are misread, and U, which forms words. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Returns a SKU that is unique in the mall: `MH-` and 60 random bits. */
export const newSku = (): string =>
  `MH-${Array.from(randomBytes(12), (byte) => alphabet.charAt(byte % 32)).join('')}`
