import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { spliceable } from './splice.ts'
import type { Coding } from './splice.ts'
import { joinDocument, splitDocument } from './split-document.ts'

const nonce = 'q83v+/EjRWeJq83vASNFZw=='
const key = '0b7c2d9e-58a1-4c60-9d1f-2f6f0b1c7e42'
const line = (n: number) =>
  `<li><script nonce="${nonce}" src="/a/${n}.js"></script><p>Grüße aus Köln, ${n} × 🍯 for a shop</p></li>\n`
const html = `<html>${Array.from({ length: 400 }, (_, n) => line(n)).join('')}<input value="${key}"></html>`
const split = splitDocument(Buffer.from(html), [nonce, key])
if (!split) throw new Error('not split')
const { texts, places } = split
const lengths = places.map((value) => [nonce, key][value]?.length ?? 0)
const plainOf = (bytes: Buffer, coding: Coding) =>
  (coding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString()

test('a document is split at each value, and joined again with others', () => {
  expect([texts.length, places.length]).toEqual([402, 401])
  const others = places.map((value) => Buffer.from(value === 0 ? 'other' : 'key'))
  expect(joinDocument(texts, others).toString()).toBe(html.replaceAll(nonce, 'other').replace(key, 'key'))
})

test('a document that lacks one of its values is not split', () => {
  expect(splitDocument(Buffer.from(html), [nonce, 'a value that it does not show'])).toBeUndefined()
})

for (const coding of ['br', 'gzip'] as const)
  test(`${coding} with other values decompresses to the plain document with these values`, async () => {
    const compressed = await spliceable(coding, texts, lengths)
    for (const _ of [1, 2, 3]) {
      const [otherNonce, otherKey] = [randomBytes(16).toString('base64'), crypto.randomUUID()]
      const values = places.map((value) => Buffer.from(value === 0 ? otherNonce : otherKey))
      const bytes = compressed?.splice(values) ?? Buffer.alloc(0)
      expect(plainOf(bytes, coding)).toBe(html.replaceAll(nonce, otherNonce).replace(key, otherKey))
      expect(bytes.length).toBeLessThan(html.length / 2)
    }
  })

test('values side by side, at the beginning and at the end are put in', async () => {
  for (const coding of ['br', 'gzip'] as const) {
    const edges = splitDocument(Buffer.from(`${nonce}${key}x${nonce}`), [nonce, key])
    const compressed = await spliceable(coding, edges?.texts ?? [], [nonce.length, key.length, nonce.length])
    const values = [nonce, key, nonce].map((value) => Buffer.from(value))
    expect(compressed && plainOf(compressed.splice(values), coding)).toBe(`${nonce}${key}x${nonce}`)
  }
})

test('a document is compressed although random bytes in the places of values match its text now and then', async () => {
  const item = () => `${randomBytes(4).toString('latin1')} and some words that repeat, `
  const varied = Array.from({ length: 20 }, () => Buffer.from(Array.from({ length: 50 }, item).join('')))
  const lengthsOfKeys = Array.from({ length: 19 }, () => key.length)
  const forms = Array.from({ length: 40 }, () => spliceable('br', varied, lengthsOfKeys))
  expect((await Promise.all(forms)).filter((form) => form === undefined)).toEqual([])
})

test('a form takes any value, also where the text goes on like one of them', async () => {
  // Whatever the first byte of the value is, the text has it after the same letters.
  const after = Array.from({ length: 256 }, (_, byte) => `<a href="${String.fromCharCode(byte)}`).join('')
  const around = ['<a href="', after].map((text) => Buffer.from(text, 'latin1'))
  const values = [Buffer.alloc(24, 0), Buffer.alloc(24, 255)]
  const plain = values.map((value) => joinDocument(around, [value]))
  for (let document = 0; document < 400; document++) {
    // oxlint-disable-next-line no-await-in-loop -- each is compressed anew
    const form = await spliceable('gzip', around, [24])
    const sent = form ? values.map((value) => gunzipSync(form.splice([value]))) : plain
    expect(sent).toEqual(plain)
  }
}, 60_000)
