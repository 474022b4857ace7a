import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import {
  brotliDecompressSync,
  constants,
  crc32,
  createBrotliCompress,
  createDeflateRaw,
  gunzipSync,
} from 'node:zlib'
import type { BrotliCompress, DeflateRaw } from 'node:zlib'
import { joinDocument } from './split-document.ts'

export type Coding = 'br' | 'gzip'

/** A compressed document into which values of the same lengths can be put without compressing it again. */
export interface Spliceable {
  coding: Coding
  splice: (values: Buffer[]) => Buffer
}

/** Random bytes in the place of a value match the text of about one document in six; the next ones hardly do. */
const mostAttempts = 8

/**
 * Compresses a document around the places of its values, which stand in it uncompressed: in Brotli as uncompressed meta-blocks
 * (RFC 7932 §9.2), in gzip as stored blocks (RFC 1951 §3.2.4). Returns undefined when it does not decompress to the document.
 */
export async function spliceable(
  coding: Coding,
  texts: Buffer[],
  lengths: number[],
): Promise<Spliceable | undefined> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const values = lengths.map((length) => randomBytes(length))
    // Compressed with others in every byte, so that a reference to one byte of a value shows.
    const others = values.map((value) => Buffer.from(value.map((byte) => byte ^ 255)))
    // oxlint-disable-next-line no-await-in-loop -- one attempt after the other
    const splice = await (coding === 'br' ? spliceBrotli(texts, others) : spliceGzip(texts, others))
    if (decompress(coding, splice(values))?.equals(joinDocument(texts, values))) return { coding, splice }
  }
  return undefined
}

/** Bytes after a value by which Brotli chooses the codes of what follows; they stand uncompressed with the value. */
const contextBytes = 2

async function spliceBrotli(texts: Buffer[], values: Buffer[]) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_LGWIN]: 18,
  }
  const blocks = openBlocks(createBrotliCompress({ params }), constants.BROTLI_OPERATION_FLUSH)
  const pieces: Buffer[] = []
  let after = Buffer.alloc(0)
  for (const [at, text] of texts.entries()) {
    const compressed = await blocks.compress(text.subarray(after.length), at === texts.length - 1)
    const value = values[at]
    if (!value) {
      pieces.push(Buffer.concat([after, compressed]))
      break
    }
    const next = Buffer.from(texts[at + 1]?.subarray(0, contextBytes) ?? [])
    pieces.push(Buffer.concat([after, compressed, uncompressedMetaBlock(value.length + next.length)]))
    await blocks.skip(value, next)
    after = next
  }
  return (own: Buffer[]) => joinDocument(pieces, own)
}

/** Returns the header of a meta-block that is not the last, of four nibbles of length, without compression. */
function uncompressedMetaBlock(length: number): Buffer {
  const header = ((length - 1) << 3) | (1 << 19)
  return Buffer.from([header & 255, (header >> 8) & 255, header >> 16])
}

const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])

async function spliceGzip(texts: Buffer[], values: Buffer[]) {
  const blocks = openBlocks(createDeflateRaw({ level: 6 }), constants.Z_SYNC_FLUSH)
  const pieces: Buffer[] = []
  for (const [at, text] of texts.entries()) {
    const value = values[at]
    const start = at === 0 ? gzipHeader : Buffer.alloc(0)
    const compressed = await blocks.compress(text, !value)
    const stored = value ? storedBlock(value.length) : Buffer.alloc(0)
    pieces.push(Buffer.concat([start, compressed, stored]))
    if (value) await blocks.skip(value)
  }
  return (own: Buffer[]) => {
    const plain = joinDocument(texts, own)
    const trailer = Buffer.alloc(8)
    trailer.writeUInt32LE(crc32(plain))
    trailer.writeUInt32LE(plain.length, 4)
    return Buffer.concat([joinDocument(pieces, own), trailer])
  }
}

/** Returns the header of a stored block that is not the last. */
function storedBlock(length: number): Buffer {
  const header = Buffer.alloc(5)
  header.writeUInt16LE(length, 1)
  header.writeUInt16LE(length ^ 0xffff, 3)
  return header
}

/** Compresses texts to blocks that end at whole bytes. */
function openBlocks(compressor: BrotliCompress | DeflateRaw, flushKind: number) {
  let chunks: Buffer[] = []
  compressor.on('data', (chunk: Buffer) => chunks.push(chunk))

  async function compress(bytes: Buffer, isLast = false): Promise<Buffer> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    compressor.once('error', reject)
    if (bytes.length > 0) compressor.write(bytes)
    if (isLast) compressor.once('end', resolve).end()
    else compressor.flush(flushKind, resolve)
    await promise
    compressor.off('error', reject)
    // The last chunk may be emitted after the callback.
    await setImmediate()
    const block = Buffer.concat(chunks)
    chunks = []
    return block
  }

  return {
    compress,
    /**
     * Makes room for a value in the window that later blocks refer to. Random bytes match hardly anything, so they mostly change
     * nothing else, and their own block is left out.
     */
    async skip(value: Buffer, next: Buffer = Buffer.alloc(0)): Promise<void> {
      await compress(Buffer.concat([value, next]))
    },
  }
}

function decompress(coding: Coding, bytes: Buffer): Buffer | undefined {
  try {
    return coding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)
  } catch {
    return undefined
  }
}
