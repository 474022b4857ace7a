import { expect, test } from 'vitest'
import { linkedDataOf } from './linked-data.ts'

const origin = 'https://mall.test'
const jsonLd = {
  '@type': 'Product',
  url: `${origin}/p/mug`,
  image: [`${origin}/media/mug-640.webp`],
  offers: { url: `${origin}/p/mug?size=l`, seller: 'https://mall.test.example/p/mug' },
}

test('linked data of a German page names German pages, and files as they are', () => {
  expect(linkedDataOf({ title: 'Mug', jsonLd }, { origin, lang: 'de' })).toEqual([
    {
      ...jsonLd,
      url: `${origin}/de/p/mug`,
      offers: { ...jsonLd.offers, url: `${origin}/de/p/mug?size=l` },
    },
  ])
  expect(linkedDataOf({ title: 'Mug', jsonLd }, { origin, lang: 'en' })).toEqual([jsonLd])
  expect(linkedDataOf({ title: 'Mug' }, { origin, lang: 'de' })).toEqual([])
})
