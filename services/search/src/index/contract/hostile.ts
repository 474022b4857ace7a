import { describe, expect, test } from 'vitest'
import { lexiconOf } from '../../lexicon/testing.ts'
import { understand } from '../../query/understand.ts'
import { type OpenIndex, withIndex } from './opened.ts'
import { shelf, testAnalyzers, words } from './shelf.ts'

const catalogue = shelf(0, 9, { title: 'Round teapot', description: 'For notes on paper.' })

/** No text fails, or changes anything. */
export function hostileContract(open: OpenIndex): void {
  describe('hostile texts', () => {
    const { find } = withIndex(() => open(testAnalyzers), catalogue)

    test.for(hostile)('hostile text %# is answered and changes nothing', async (text) => {
      const stems = [text]
      const structured = {
        text,
        concepts: [{ text, alternatives: [{ stems, weight: 1 }] }],
        excluded: [stems],
        skus: [text],
      }
      await expect(find(words('', structured))).resolves.toBeDefined()
      await expect(
        find(words('', { phrases: [[[text, text], []]], filters: { sellerSlug: text } })),
      ).resolves.toBeDefined()
      await expect(find({ ...words('teapot'), categorySlug: `?${text}` })).resolves.toMatchObject({
        total: 0,
      })
      await expect(find({ filters: [{ name: text, values: [text] }] })).resolves.toMatchObject({ total: 0 })
      expect((await find()).total).toBe(catalogue.length)
    })

    test.for(hostile)('hostile text %# is answered as it is read', async (text) => {
      for (const lexicon of await lexicons) {
        const structured = understand(text, { lexicon, currency: 'EUR' })
        const query = { structured, locale: lexicon.locale }
        await expect(find(query)).resolves.toBeDefined()
        await expect(find({ ...query, sort: 'price-asc', categorySlug: 'kitchen' })).resolves.toBeDefined()
      }
      expect((await find()).total).toBe(catalogue.length)
    })
  })
}

const lexicons = Promise.all(
  (['en', 'de', 'ar'] as const).map((locale) =>
    lexiconOf(locale, { titles: ['Round teapot', 'Note paper'] }),
  ),
)

const hostile = [
  `'; drop table search.listings_a; --`,
  `teapot' & ! | ( <-> :* ) \\ %`,
  '<script>alert(1)</script>',
  '🫖☕️',
  '茶壶 ابريق чайник',
  '\u0000teapot\u0000',
  '\u202e\ufeff\u0301',
  '*?~^"{}[]:/+-=&&||><!()',
  'teapot '.repeat(2_000),
  'x'.repeat(10_000),
  '\ud800',
  '"teapot" '.repeat(30),
  '-teapot '.repeat(30),
  `${'"'.repeat(99)} -"- ''' teapot`,
  'MH-1 MH.2 mh/3 #40063812 '.repeat(10),
  '👩‍👩‍👧 teapot\u2066 -👩‍👩‍👧 "🫖 paper"',
  'teapot under -1 <1e999 max.٣٠ 0,- €',
  `te${'\u0301'.repeat(200)}apot مصبـــــاح`,
  'constructor __proto__ toString',
  '',
  ' ',
]
