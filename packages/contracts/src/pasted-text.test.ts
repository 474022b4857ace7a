import { expect, test } from 'vitest'
import { withoutUnseen } from './pasted-text.ts'

test.each([
  ['a hyphen of a line break', '\u00AD'],
  ['spaces of no width', '\u200B\u2060\uFEFF'],
  ['marks of direction', '\u061C\u200E\u200F'],
  ['embeddings and overrides of direction', '\u202A\u202B\u202C\u202D\u202E'],
  ['isolates of direction', '\u2066\u2067\u2068\u2069'],
  ['unseen signs of formulas', '\u2061\u2062\u2063\u2064'],
  ['deprecated formats', '\u206A\u206B\u206C\u206D\u206E\u206F'],
  ['letters that fill a syllable', '\u115F\u1160\u3164\uFFA0'],
  ['unseen vowels', '\u17B4\u17B5'],
  ['marks of annotations', '\uFFF9\uFFFA\uFFFB'],
  ['tags, which spell a text', '\u{E0001}\u{E0041}\u{E007F}'],
])('%s are taken out of a text', (_, characters) => {
  for (const character of characters) expect(withoutUnseen(`4${character}2`)).toBe('42')
})

test.each([
  ['a joined emoji', '👩\u200D👧'],
  ['an emoji in colour', '\u2764\uFE0F'],
  ['a Persian word', 'می\u200Cخواهم'],
  ['a variant of a Japanese name', '\u845B\u{E0100}'],
  ['a Mongolian word', '\u1820\u180B\u1828\u180E'],
  ['a grapheme that a joiner keeps apart', 'c\u034Fh'],
])('%s stays as it is', (_, text) => {
  expect(withoutUnseen(text)).toBe(text)
})
