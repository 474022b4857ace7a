import type { JudgedSet } from './judged-query.ts'

/** Queries that nothing was tuned on. */
export const holdout: JudgedSet = {
  name: 'holdout',
  locale: 'en',
  queries: [
    ['teapots', 'plural', [[3, /teapot/i]]],
    [
      'mirror',
      'noun',
      [
        [3, /mirror(?! ball)/i],
        [1, /mirror ball/i],
      ],
    ],
    [
      'clock',
      'noun',
      [
        [3, /clock|alarm/i],
        [1, /timer/i],
      ],
    ],
    ['ring', 'noun', [[3, /\brings?\b/i]]],
    ['socks', 'plural', [[3, /socks/i]]],
    ['dress', 'noun', [[3, /\bdress\b/i, { category: 'clothes' }]]],
    [
      'soap',
      'noun',
      [
        [3, /soap|scrub bar/i],
        [1, /shampoo|lotion/i],
      ],
    ],
    ['drum', 'noun', [[3, /drum/i]]],
    ['tent', 'noun', [[3, /\btent\b/i, { category: 'garden' }]]],
    ['honey', 'noun', [[3, /hone(y|ies)/i, { category: 'pantry' }]]],
    [
      'umbrellas',
      'plural',
      [
        [3, /umbrella/i],
        [1, /parasol/i],
      ],
    ],
    [
      'sandals',
      'plural',
      [
        [3, /sandal/i],
        [2, /thong/i],
      ],
    ],
    ['dice', 'noun', [[3, /dice/i]]],
    [
      'lap top bag',
      'compound',
      [
        [3, /briefcase|backpack|daypack|satchel/i],
        [1, /\bbag\b/i, { category: 'shoes-and-bags' }],
      ],
    ],
    [
      'wall clock',
      'compound',
      [
        [3, /clock/i],
        [1, /alarm/i],
      ],
    ],
    ['soup bowl', 'compound', [[3, /bowl/i]]],
    [
      'rain boots',
      'compound',
      [
        [3, /rain boot/i],
        [1, /\bboots?\b/i],
      ],
    ],
    [
      'hand soap',
      'compound',
      [
        [3, /soap/i],
        [1, /lotion/i],
      ],
    ],
    [
      'tennis balls',
      'compound',
      [
        [3, /tennis balls/i],
        [1, /football|basketball|volleyball|softball/i],
      ],
    ],
    [
      'suit case',
      'compound',
      [
        [3, /suitcase/i],
        [2, /trunk/i],
      ],
    ],
    [
      'candels',
      'typo',
      [
        [3, /candles?\b/i],
        [1, /lantern/i],
      ],
    ],
    ['microfone', 'typo', [[3, /microphone/i]]],
    [
      'skatboard',
      'typo',
      [
        [3, /skateboard/i],
        [2, /cruiser board/i],
      ],
    ],
    ['trumpt', 'typo', [[3, /trumpet/i]]],
    ['sandel', 'typo', [[3, /sandal/i]]],
    ['blous', 'typo', [[3, /blouse/i]]],
    ['chese', 'typo', [[3, /cheese/i]]],
    ['necklace', 'synonym', [[3, /beads/i]]],
    ['earrings', 'synonym', [[3, /ear studs/i]]],
    ['couch', 'synonym', [[2, /chair/i]]],
    ['pullover', 'synonym', [[1, /smock|undershirt/i]]],
    [
      'laundry basket',
      'synonym',
      [
        [3, /storage baskets/i],
        [2, /basket/i],
      ],
    ],
    ['dustbin', 'synonym', [[3, /\bbin\b/i]]],
    ['trash can', 'synonym', [[3, /\bbin\b/i]]],
    [
      'luggage',
      'synonym',
      [
        [3, /suitcase|trunk/i],
        [1, /bag|backpack|rucksack/i, { category: 'shoes-and-bags' }],
      ],
    ],
    [
      'seeds',
      'noun',
      [
        [3, /seeds?\b|sown/i],
        [1, /bulbs for/i],
      ],
    ],
    [
      'skillet',
      'synonym',
      [
        [3, /skillet|frying pan/i],
        [2, /\bpan\b/i],
      ],
    ],
    [
      'eyeglasses',
      'synonym',
      [
        [3, /spectacles|reading glasses|screen glasses/i],
        [1, /sunglasses/i],
      ],
    ],
    [
      'green mug',
      'colour',
      [
        [3, /\bmug\b/i, { colours: ['mint', 'sage', 'moss', 'pine'] }],
        [2, /\bmug\b|cup/i, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'navy cap',
      'colour',
      [
        [3, /\bcap\b/i, { colours: ['navy'] }],
        [1, /\bcap\b/i],
      ],
    ],
    [
      'pink umbrella',
      'colour',
      [
        [3, /umbrella/i, { colours: ['rose', 'blush', 'berry', 'lilac'] }],
        [1, /umbrella/i],
      ],
    ],
    ['clock under 50', 'price', [[3, /clock|alarm/i, { maxMinor: 5000 }]]],
    [
      'silver ring',
      'attribute',
      [
        [3, /\bring\b/i, { material: 'Silver' }],
        [1, /\brings?\b/i],
      ],
    ],
    [
      'cotton t-shirt',
      'attribute',
      [
        [3, /t-shirt|pocket tee/i],
        [1, /shirt/i],
      ],
    ],
    [
      'gift for a gardener',
      'gift',
      [
        [3, /garden|seed|herb|pruning|watering|plant|weeding|bulbs for|flower/i],
        [1, /.*/i, { category: 'garden' }],
      ],
    ],
    [
      'paper and plum notebook',
      'shop',
      [
        [3, /notebook/i],
        [2, /pad|journal|book|diary/i, { category: 'desk' }],
      ],
    ],
    [
      'schirm',
      'language',
      [
        [3, /umbrella/i],
        [1, /parasol/i],
      ],
    ],
    ['Kerze', 'language', [[3, /candles?\b/i]]],
    [
      'libro',
      'language',
      [
        [3, /soups|herbs on|songs for/i],
        [1, /book/i],
      ],
    ],
    ['schaar', 'language', [[3, /scissors/i]]],
    [
      'chapeau',
      'language',
      [
        [3, /\bhat\b/i],
        [1, /\bcap\b/i],
      ],
    ],
  ],
}
