import { bareOf } from '../lexicon/marks.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { lexiconOf } from '../lexicon/testing.ts'
import type { StructuredQuery } from './structured-query.ts'
import { understand } from './understand.ts'

export const english = await lexiconOf('en', {
  titles: [
    'Clay oil lamp',
    'Chef’s knife',
    'Round teapot for two',
    'Walnut-barrel fountain pen',
    'Canvas trainer, leather',
    'Over-ear headphones',
    'Blue and white vase',
    'Half-litre tankard 0.5 l',
    'Ceramic mug 300 ml',
    'Hand-stitched football',
    'Children’s fork',
    'Kite',
    'Umbrella for two people',
    'Wool scarf',
    'Garden boots 42',
    'Chocolate',
  ],
  descriptions: ['Plays like old violins'],
  shops: ['Kiln & Kettle', 'Northmoor', 'Lantern Row'],
  categories: ['Clothes', 'Pantry', 'Toys and games', 'Shoes and bags'],
})

export const german = await lexiconOf('de', {
  titles: [
    'Warme Fadenlampe',
    'Clay oil lamp',
    'Kochmesser, 20 Zentimeter',
    'Bügeltasche aus Leder',
    'Küchenstuhl mit Sprossenlehne',
    'Handgenähter Fußball',
    'Säulenkaktus',
    'Kaktus im Tontopf',
    'Parlorgitarre',
    'Umbrella for two people',
    'Rote Teekanne',
    'Notizen am Schreibtisch',
    'Fine gloves, silk lined',
  ],
  shops: ['Low Hum'],
})

export const ask = (text: string, lexicon: Lexicon = english, verbatim = false) =>
  understand(text, { lexicon, currency: 'EUR', verbatim })

/** The ways to meet each concept, `a+b` where all must be met, whatever language its stems are of. */
export const ways = ({ concepts }: StructuredQuery) =>
  concepts.map(({ alternatives }) => [
    ...new Set(alternatives.map(({ stems }) => stems.map(bareOf).join('+'))),
  ])
export const kinds = ({ notes }: StructuredQuery) => notes.map(({ kind }) => kind)
