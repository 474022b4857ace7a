import type { JudgedSet } from './judged-query.ts'

const ceramic = /stoneware|porcelain|earthenware/i

/** Queries written from the names of the mall's categories alone, before any was searched for. */
export const freshEnglish: JudgedSet = {
  name: 'fresh-english',
  locale: 'en',
  queries: [
    [
      'saucepan',
      'synonym',
      [
        [3, /soup pot|stew pot/],
        [2, /camp pot|braising pan/],
        [1, /fondue pot|\bpan\b/, { category: 'cooking' }],
      ],
    ],
    [
      'wooden spoon',
      'material',
      [
        [3, /wooden spoons/],
        [1, /\bspoons?\b/, { category: 'cooking' }],
      ],
    ],
    [
      'cutlery set',
      'noun',
      [
        [3, /cutlery/],
        [2, /fork and knife/],
        [1, /serving spoon/],
      ],
    ],
    [
      'bread knife',
      'noun',
      [
        [2, /chef.s knife|knife for everything/],
        [1, /\bkni(fe|ves)\b|cleaver/, { category: 'cooking' }],
      ],
    ],
    ['tea towel', 'not sold', []],
    [
      'espresso cups',
      'plural',
      [
        [3, /espresso cup/],
        [1, /\bcups?\b/, { category: 'cups-and-pots' }],
      ],
    ],
    ['ceramic bowls', 'material', [[3, /\bbowls?\b/, { category: 'cups-and-pots', material: ceramic }]]],
    [
      'water glasses',
      'plural',
      [
        [3, /water glass/],
        [2, /stacking glasses|tumbler/, { category: 'cups-and-pots' }],
        [1, /\bglass(es)?\b/, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'storage jars',
      'plural',
      [
        [3, /\bjars?\b/, { category: 'cooking' }],
        [2, /crock/],
      ],
    ],
    ['cheddar', 'near', [[2, /cheese/]]],
    [
      'dark chocolate',
      'noun',
      [
        [3, /dark chocolate/],
        [2, /cooking chocolate/],
        [1, /chocolate/, { category: 'pantry' }],
      ],
    ],
    [
      'herbal tea',
      'near',
      [
        [3, /verbena/],
        [1, /black tea/],
      ],
    ],
    ['olive oil', 'not sold', []],
    ['scented candle', 'near', [[2, /candles?\b(?! holder)/]]],
    [
      'bedside lamp',
      'near',
      [
        [3, /night light/],
        [2, /\blamps?\b/, { suits: 'Indoors' }],
        [1, /\blamps?\b|lantern/],
      ],
    ],
    [
      'table lamp under 80',
      'price',
      [
        [3, /\blamps?\b/, { suits: 'Indoors', maxMinor: 8000 }],
        [2, /\blamps?\b|night light/, { maxMinor: 8000 }],
        [1, /lantern/, { maxMinor: 8000 }],
      ],
    ],
    ['led bulb', 'near', [[3, /\bbulbs?\b/, { category: 'light-and-scent' }]]],
    [
      'armchair',
      'near',
      [
        [3, /chair with low arms/],
        [1, /\bchairs?\b/, { category: 'rooms' }],
      ],
    ],
    ['picture frame', 'noun', [[3, /\bframes?\b/, { category: 'rooms', notTitled: /mirror/ }]]],
    ['woven basket', 'noun', [[3, /\bbaskets?\b/, { category: 'rooms' }]]],
    [
      'wall mirror',
      'noun',
      [
        [3, /oval mirror|bevelled mirror/],
        [1, /\bmirror\b/, { category: 'rooms' }],
      ],
    ],
    [
      'lined notebook',
      'noun',
      [
        [3, /notebook/],
        [2, /\bpads?\b|composition book|ledger|journal|diary/, { category: 'desk' }],
      ],
    ],
    [
      'fountain pen ink',
      'near',
      [
        [2, /fountain pen|cartridge pen/],
        [1, /dip nib|brush for ink/],
      ],
    ],
    [
      'sketchbook',
      'near',
      [
        [3, /sketch journal/],
        [1, /notebook|\bpads?\b/, { category: 'desk' }],
      ],
    ],
    ['colored pencils', 'near', [[2, /pencils|crayon/]]],
    ['wool sweater mens', 'not sold', []],
    [
      'winter hat',
      'near',
      [[1, /\bhats?\b|\bcap\b/, { notTitled: /straw|party|conjuring|opera|graduation|running/ }]],
    ],
    [
      'linen shirt',
      'material',
      [
        [2, /(?<!t-)\bshirt\b|linen tunic/, { category: 'clothes' }],
        [1, /t-shirt|\btee\b/, { category: 'clothes' }],
      ],
    ],
    [
      'denim jacket',
      'near',
      [
        [2, /field jacket/],
        [1, /jacket|denim/, { category: 'clothes' }],
      ],
    ],
    [
      'womens rain coat',
      'audience',
      [
        [3, /waxed coat/],
        [1, /\bcoat\b/, { category: 'clothes' }],
      ],
    ],
    [
      'white sneakers',
      'colour',
      [
        [3, /\btrainer\b/, { colours: ['chalk', 'oat'] }],
        [1, /\btrainer\b/],
      ],
    ],
    ['leather belt', 'not sold', []],
    [
      'school bag',
      'noun',
      [
        [3, /backpack/, { suits: 'School' }],
        [2, /satchel|backpack|daypack|rucksack/, { notTitled: /tent/ }],
        [1, /\bbag\b|tote/, { category: 'shoes-and-bags' }],
      ],
    ],
    [
      'carry on suitcase',
      'synonym',
      [
        [3, /cabin suitcase/],
        [1, /\btrunk\b/],
      ],
    ],
    [
      'reading glasses',
      'noun',
      [
        [3, /reading glasses|spectacles/],
        [1, /screen glasses/],
      ],
    ],
    [
      'sun hat',
      'noun',
      [
        [3, /\bhat\b/, { suits: 'Sun' }],
        [2, /wheat-straw hat/],
        [1, /\bcap\b/, { suits: 'Sun' }],
      ],
    ],
    ['gold earrings', 'colour', [[2, /ear studs/]]],
    [
      'board games',
      'plural',
      [
        [3, /board game|chess|mah-jong/],
        [2, /\bcards\b|\bdice\b/, { category: 'play' }],
        [1, /jigsaw/],
      ],
    ],
    [
      'teddy bear',
      'noun',
      [
        [3, /teddy bear/],
        [2, /\bbears?\b/, { category: 'play' }],
      ],
    ],
    ['puzzle for kids', 'audience', [[3, /jigsaw|four big pieces/]]],
    ['yoga mat', 'not sold', []],
    [
      'bluetooth speaker',
      'near',
      [
        [2, /speakers/],
        [1, /radio/],
      ],
    ],
    [
      'acoustic guitar',
      'noun',
      [
        [3, /parlour guitar|three-quarter guitar/],
        [1, /guitar/],
      ],
    ],
    ['record player', 'not sold', []],
    [
      'watering can',
      'near',
      [
        [3, /watering pails/],
        [1, /bucket/],
      ],
    ],
    [
      'plant pots',
      'near',
      [
        [2, /clay pot/],
        [1, /house plants|floor plant/],
      ],
    ],
    [
      'tomato seeds',
      'near',
      [
        [2, /\bseeds\b/, { category: 'garden' }],
        [1, /seed tray/],
      ],
    ],
    ['sleeping bag', 'not sold', []],
    [
      'gift for mum under 30',
      'gift',
      [
        [3, /./, { suits: 'Presents', maxMinor: 3000 }],
        [1, /soap|candle|scarf|lotion|mug|chocolate/, { maxMinor: 3000 }],
      ],
    ],
    [
      'housewarming gift',
      'gift',
      [
        [3, /./, { suits: 'Presents', notTitled: /child|graduation/ }],
        [1, /vase|candle|\bframes?\b|plants?\b/],
      ],
    ],
    [
      'black backpack',
      'colour',
      [
        [3, /backpack|daypack|rucksack/, { colours: ['black', 'graphite', 'ink'] }],
        [2, /backpack|daypack|rucksack/, { notTitled: /tent/ }],
      ],
    ],
    ['mustard socks', 'colour', [[2, /\bsocks\b/]]],
    ['gloves', 'plural', [[3, /\bgloves?\b/]]],
    ['binoculars', 'not sold', []],
  ],
}
