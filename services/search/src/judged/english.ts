import type { JudgedSet } from './judged-query.ts'

/** Queries of the seeded catalogue that synonyms and weights were tuned on. */
export const english: JudgedSet = {
  name: 'english',
  locale: 'en',
  queries: [
    [
      'lamp',
      'noun',
      [
        [3, /\blamps?\b/i],
        [2, /lantern|night light|torch/i],
        [1, /bulb|candle holder/i],
      ],
    ],
    [
      'lamps',
      'plural',
      [
        [3, /\blamps?\b/i],
        [2, /lantern|night light|torch/i],
        [1, /bulb|candle holder/i],
      ],
    ],
    [
      'vase',
      'noun',
      [
        [3, /\bvases?\b/i],
        [2, /amphora/i],
      ],
    ],
    [
      'knife',
      'noun',
      [
        [3, /\bkni(fe|ves)\b|cleaver/i],
        [1, /cutlery/i],
      ],
    ],
    [
      'knives',
      'plural',
      [
        [3, /\bkni(fe|ves)\b|cleaver/i],
        [1, /cutlery/i],
      ],
    ],
    [
      'cup',
      'noun',
      [
        [3, /\bcups?\b(?!.*dice)(?<!dice cup.*)/i, { category: 'cups-and-pots' }],
        [2, /\bmug\b/i],
        [1, /bowl|tankard/i, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'mug',
      'noun',
      [
        [3, /\bmug\b/i],
        [2, /\bcups?\b|tankard/i, { category: 'cups-and-pots' }],
      ],
    ],
    ['watch', 'noun', [[3, /\bwatch\b/i]]],
    [
      'glasses',
      'noun',
      [
        [
          3,
          /glass(es)?\b|goggles|spectacles|tumbler|flutes/i,
          { category: 'finery', notTitled: /gem|paperweight|goggles/i },
        ],
        [3, /\bglass(es)?\b/i, { category: 'cups-and-pots' }],
        [2, /tumbler|flutes|tankard|goggles/i],
      ],
    ],
    [
      'pen',
      'noun',
      [
        [3, /\bpens?\b|dip nib/i],
        [1, /pencil/i],
      ],
    ],
    [
      'bag',
      'noun',
      [
        [3, /\bbag\b|handbag|tote|satchel|backpack|daypack|briefcase/i, { category: 'shoes-and-bags' }],
        [2, /rucksack|suitcase/i],
        [1, /purse/i],
      ],
    ],
    [
      'boots',
      'plural',
      [
        [3, /\bboots?\b/i],
        [1, /chukka/i],
      ],
    ],
    [
      'toys',
      'plural',
      [
        [3, /bear|doll|robot|yo-yo|kite|jigsaw|four big pieces|scooter|hat$/i, { category: 'play' }],
        [1, /.*/i, { category: 'play' }],
      ],
    ],
    [
      'candles',
      'plural',
      [
        [3, /candles?\b(?! holder)/i],
        [1, /candle holder|lantern/i],
      ],
    ],
    [
      'chess',
      'noun',
      [
        [3, /chess/i],
        [1, /board game|mah-jong/i],
      ],
    ],
    [
      'guitar',
      'noun',
      [
        [3, /guitar/i],
        [1, /banjo/i],
      ],
    ],
    ['headphones', 'noun', [[3, /headphones/i]]],
    [
      'desk lamp',
      'compound',
      [
        [3, /\blamps?\b/i],
        [2, /lantern|night light|reading bulb/i],
        [1, /torch|bulb/i],
      ],
    ],
    [
      'kitchen knife',
      'compound',
      [
        [3, /chef's knife|small knife|paring kni|cleaver/i],
        [2, /\bkni(fe|ves)\b/i],
      ],
    ],
    [
      'tea pot',
      'compound',
      [
        [3, /teapot/i],
        [1, /tea/i, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'coffee mug',
      'compound',
      [
        [3, /\bmug\b/i],
        [2, /espresso|breakfast cups/i],
        [1, /\bcups?\b/i, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'fountainpen',
      'compound',
      [
        [3, /fountain pen/i],
        [2, /cartridge pen|dip nib/i],
        [1, /\bpens?\b/i],
      ],
    ],
    [
      'wine glasses',
      'compound',
      [
        [3, /wine glass/i],
        [2, /flutes|tumbler|nightcap|low glasses/i],
        [1, /\bglass(es)?\b/i, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'running shoes',
      'compound',
      [
        [3, /trainer for road miles/i],
        [2, /trainer/i],
        [1, /running (socks|shorts|cap)|football trainer/i],
      ],
    ],
    [
      'hiking boots',
      'compound',
      [
        [3, /hiking boots|mountain boot|trail boot/i],
        [2, /\bboots?\b/i],
        [1, /hiking socks/i],
      ],
    ],
    [
      'frying pan',
      'compound',
      [
        [3, /frying pan|skillet|non-stick pan|egg pan/i],
        [2, /\bpan\b/i, { category: 'cooking' }],
      ],
    ],
    [
      'alarm clock',
      'compound',
      [
        [3, /alarm/i],
        [1, /clock/i],
      ],
    ],
    [
      'tshirt',
      'compound',
      [
        [3, /t-shirt|pocket tee/i],
        [2, /club shirt/i],
        [1, /shirt/i],
      ],
    ],
    [
      'raincoat',
      'compound',
      [
        [3, /waxed coat/i],
        [2, /field jacket|waxed rain cap/i],
        [1, /coat|umbrella|rain/i],
      ],
    ],
    ['teepot', 'typo', [[3, /teapot/i]]],
    ['choclate', 'typo', [[3, /chocolate/i]]],
    ['headfones', 'typo', [[3, /headphones/i]]],
    [
      'umbrela',
      'typo',
      [
        [3, /umbrella/i],
        [1, /parasol/i],
      ],
    ],
    [
      'notebok',
      'typo',
      [
        [3, /notebook/i],
        [2, /journal|pads?\b|composition/i],
        [1, /diary|ledger/i],
      ],
    ],
    ['bicylce', 'typo', [[3, /bicycle|bike/i]]],
    ['gitar', 'typo', [[3, /guitar/i]]],
    ['sissors', 'typo', [[3, /scissors/i]]],
    [
      'lantren',
      'typo',
      [
        [3, /lantern/i],
        [1, /\blamps?\b/i],
      ],
    ],
    ['northmor', 'typo', [[3, /.*/i, { seller: 'northmoor' }]]],
    [
      'sneakers',
      'synonym',
      [
        [3, /trainer/i],
        [1, /running|shoe/i, { category: 'shoes-and-bags' }],
      ],
    ],
    [
      'trousers',
      'synonym',
      [
        [3, /trousers|jeans/i],
        [1, /shorts/i],
      ],
    ],
    [
      'pants',
      'synonym',
      [
        [3, /trousers|jeans/i],
        [2, /shorts/i],
      ],
    ],
    ['rucksack', 'synonym', [[3, /rucksack|backpack|daypack/i]]],
    ['backpack', 'synonym', [[3, /rucksack|backpack|daypack/i]]],
    ['wristwatch', 'synonym', [[3, /\bwatch\b/i]]],
    [
      'spectacles',
      'synonym',
      [
        [3, /spectacles|reading glasses|screen glasses/i],
        [1, /sunglasses/i],
      ],
    ],
    ['earphones', 'synonym', [[3, /headphones/i]]],
    [
      'flashlight',
      'synonym',
      [
        [3, /\btorch(es)?\b/i],
        [1, /lantern/i],
      ],
    ],
    [
      'soccer ball',
      'synonym',
      [
        [3, /football(?! trainer)/i],
        [1, /basketball|volleyball/i],
      ],
    ],
    ['bike', 'synonym', [[3, /bicycle|bike/i]]],
    [
      'purse',
      'synonym',
      [
        [3, /purse/i],
        [2, /handbag|evening bag/i],
      ],
    ],
    ['wallet', 'synonym', [[3, /purse/i]]],
    ['sweater', 'synonym', [[1, /smock|undershirt/i]]],
    [
      'cookies',
      'synonym',
      [
        [3, /biscuits/i],
        [1, /chocolate|croissants/i],
      ],
    ],
    [
      'jewellery',
      'synonym',
      [
        [3, /\brings?\b|ear studs|beads/i],
        [2, /gem|loose stones/i],
      ],
    ],
    [
      'wrench',
      'synonym',
      [
        [3, /spanner/i],
        [1, /hammer|screwdriver|tool chest/i],
      ],
    ],
    [
      'waterproof jacket',
      'synonym',
      [
        [3, /waxed coat/i],
        [2, /field jacket/i],
        [1, /waxed rain cap|rain boot/i],
      ],
    ],
    [
      'blue vase',
      'colour',
      [
        [3, /\bvases?\b|amphora/i, { colours: ['ink', 'navy', 'cobalt', 'sky'] }],
        [2, /\bvases?\b|amphora/i, { colours: ['teal'] }],
        [1, /\bvases?\b|amphora/i],
      ],
    ],
    [
      'red teapot',
      'colour',
      [
        [3, /teapot/i, { colours: ['berry', 'coral', 'rust'] }],
        [1, /teapot/i],
      ],
    ],
    [
      'green scarf',
      'colour',
      [
        [3, /scarf|snood/i, { colours: ['mint', 'sage', 'moss', 'pine', 'teal'] }],
        [1, /scarf|snood/i],
      ],
    ],
    [
      'black dress',
      'colour',
      [
        [3, /dress\b(?! ring)/i, { colours: ['black', 'graphite', 'ink'], category: 'clothes' }],
        [1, /dress\b/i, { category: 'clothes' }],
      ],
    ],
    [
      'blue dress',
      'colour',
      [
        [3, /dress\b/i, { colours: ['ink', 'navy', 'cobalt', 'sky'], category: 'clothes' }],
        [2, /dress\b/i, { colours: ['teal'], category: 'clothes' }],
        [1, /dress\b/i, { category: 'clothes' }],
      ],
    ],
    [
      'white bowl',
      'colour',
      [
        [3, /bowl/i, { colours: ['chalk', 'oat'] }],
        [1, /bowl\b|bowls\b/i, { category: 'cups-and-pots' }],
      ],
    ],
    ['headphones under 100', 'price', [[3, /headphones/i, { maxMinor: 10000 }]]],
    ['watch under 50', 'price', [[3, /\bwatch\b/i, { maxMinor: 5000 }]]],
    [
      'cheap headphones',
      'price',
      [
        [3, /headphones/i, { maxMinor: 10000 }],
        [2, /headphones/i],
      ],
    ],
    [
      'leather bag',
      'attribute',
      [
        [3, /\bbag\b|handbag|tote|satchel|briefcase|purse/i, { material: 'Leather' }],
        [1, /\bbag\b|backpack|daypack/i, { category: 'shoes-and-bags' }],
      ],
    ],
    [
      'wooden toys',
      'attribute',
      [
        [3, /robot|dolls|wooden dice|four big pieces|yo-yo|bowling/i],
        [1, /.*/i, { category: 'play' }],
      ],
    ],
    [
      'vegan snacks',
      'attribute',
      [
        [3, /.*/i, { category: 'pantry', suits: 'Snacks', material: /vegan/i }],
        [1, /.*/i, { category: 'pantry', material: /vegan/i }],
      ],
    ],
    [
      'gift for kids',
      'gift',
      [
        [
          3,
          /child|bear|robot|dolls|first watch|small hands|kite|jigsaw|nursery|small heads|small shoulders|conjuring/i,
        ],
        [1, /.*/i, { category: 'play' }],
      ],
    ],
    [
      'present for a musician',
      'gift',
      [
        [3, /headphones|microphone|sheet music|manuscript|songs/i],
        [2, /.*/i, { category: 'sound' }],
      ],
    ],
    [
      'gift under 20',
      'gift',
      [
        [3, /.*/i, { suits: 'Presents', maxMinor: 2000 }],
        [1, /.*/i, { maxMinor: 2000 }],
      ],
    ],
    [
      "women's shoes",
      'audience',
      [
        [3, /court shoe|ballet flat|slide sandal|dance heel|tall boot|riding-style/i],
        [2, /.*(shoe|sandal|boot|trainer|flat|brogue|derby|heel).*/i, { category: 'shoes-and-bags' }],
      ],
    ],
    [
      'mens coat',
      'audience',
      [
        [3, /\bcoat\b(?! pocket)/i, { category: 'clothes' }],
        [2, /jacket/i, { category: 'clothes' }],
      ],
    ],
    ['boots size 42', 'size', [[3, /\bboots?\b/i]]],
    [
      'for camping',
      'occasion',
      [
        [3, /tent|camp|rucksack|torch|compass|hatchet|lantern on a stick/i],
        [1, /.*/i, { suits: 'Outdoors' }],
      ],
    ],
    ['lantern row', 'shop', [[3, /.*/i, { seller: 'lantern-row' }]]],
    ['kiln and kettle', 'shop', [[3, /.*/i, { seller: 'kiln-and-kettle' }]]],
    [
      'low hum guitar',
      'shop',
      [
        [3, /guitar/i, { seller: 'low-hum' }],
        [1, /.*/i, { seller: 'low-hum' }],
      ],
    ],
    ['cuchillo', 'language', [[3, /\bkni(fe|ves)\b|cleaver/i]]],
    ['Messer', 'language', [[3, /\bkni(fe|ves)\b|cleaver/i]]],
    [
      'zapatos',
      'language',
      [[3, /shoe|trainer|boot|sandal|brogue|derby|flat for|heel|chukka/i, { category: 'shoes-and-bags' }]],
    ],
    [
      'lampe',
      'language',
      [
        [3, /\blamps?\b/i],
        [2, /lantern|night light|torch/i],
        [1, /bulb/i],
      ],
    ],
    ['Gitarre', 'language', [[3, /guitar/i]]],
    ['fiets', 'language', [[3, /bicycle|bike/i]]],
    ['parapluie', 'language', [[3, /umbrella/i]]],
  ],
}
