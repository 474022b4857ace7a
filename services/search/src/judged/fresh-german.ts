import type { JudgedSet } from './judged-query.ts'

/** Queries of the German pages, written from the names of the mall's categories alone, before any was searched for. */
export const freshGerman: JudgedSet = {
  name: 'fresh-german',
  locale: 'de',
  queries: [
    [
      'Kochtopf',
      'noun',
      [
        [3, /soup pot|stew pot/],
        [2, /camp pot|braising pan/],
        [1, /fondue pot/],
      ],
    ],
    [
      'Holzlöffel',
      'compound',
      [
        [3, /wooden spoons/],
        [1, /\bspoons?\b/, { category: 'cooking' }],
      ],
    ],
    [
      'Besteck',
      'noun',
      [
        [3, /cutlery/],
        [2, /fork and knife/],
        [1, /serving spoon/],
      ],
    ],
    [
      'Brotmesser',
      'compound',
      [
        [2, /kochmesser|knife for everything/],
        [1, /\bkni(fe|ves)\b|cleaver/, { category: 'cooking' }],
      ],
    ],
    ['Geschirrtuch', 'not sold', []],
    [
      'Espressotassen',
      'compound',
      [
        [3, /espressotasse/],
        [1, /tassen?\b|\bcups?\b/, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'Müslischale',
      'compound',
      [
        [3, /cereal bowl|porridge bowl/],
        [1, /\bbowls?\b|schale/, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'Wassergläser',
      'compound',
      [
        [3, /water glass/],
        [2, /stacking glasses|tumbler/, { category: 'cups-and-pots' }],
        [1, /\bglass(es)?\b/, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'Vorratsdose',
      'near',
      [
        [2, /\bjars?\b/, { category: 'cooking' }],
        [2, /crock/],
      ],
    ],
    [
      'Bergkäse',
      'compound',
      [
        [3, /mountain cheese/],
        [2, /cheese/],
      ],
    ],
    [
      'Zartbitterschokolade',
      'compound',
      [
        [3, /dark chocolate/],
        [2, /cooking chocolate/],
        [1, /chocolate/, { category: 'pantry' }],
      ],
    ],
    [
      'Kräutertee',
      'near',
      [
        [3, /verbena/],
        [1, /black tea/],
      ],
    ],
    ['Olivenöl', 'not sold', []],
    ['Duftkerze', 'compound', [[2, /kerzen?\b|kerzenstumpen|candles?\b(?! holder)/]]],
    [
      'Stehlampe',
      'compound',
      [
        [2, /\blamps?\b/],
        [1, /night light|lantern/],
      ],
    ],
    [
      'Tischlampe unter 80 €',
      'price',
      [
        [3, /\blamps?\b/, { suits: 'Indoors', maxMinor: 8000 }],
        [2, /\blamps?\b|night light/, { maxMinor: 8000 }],
        [1, /lantern/, { maxMinor: 8000 }],
      ],
    ],
    ['Glühbirne', 'noun', [[3, /\bbulbs?\b|fadenlampe/, { category: 'light-and-scent' }]]],
    [
      'Sessel',
      'near',
      [
        [3, /chair with low arms/],
        [1, /\bchairs?\b|stuhl/, { category: 'rooms' }],
      ],
    ],
    ['Bilderrahmen', 'compound', [[3, /\bframes?\b/, { category: 'rooms', notTitled: /mirror/ }]]],
    [
      'Wäschekorb',
      'compound',
      [
        [3, /storage baskets/],
        [2, /\bbasket\b|korb/, { category: 'rooms' }],
      ],
    ],
    [
      'Wandspiegel',
      'compound',
      [
        [3, /oval mirror|bevelled mirror/],
        [1, /\bmirror\b/, { category: 'rooms' }],
      ],
    ],
    [
      'Wanduhr',
      'compound',
      [
        [3, /balloon-case clock|striking clock/],
        [2, /\bclock\b|kaminuhr/, { category: 'rooms', notTitled: /alarm/ }],
      ],
    ],
    [
      'Kalender',
      'noun',
      [
        [3, /calendar/],
        [2, /diary/],
      ],
    ],
    [
      'Füllfederhalter',
      'synonym',
      [
        [3, /fountain pen|patronenfüller/],
        [1, /\bpens?\b|dip nib/],
      ],
    ],
    [
      'Skizzenbuch',
      'compound',
      [
        [3, /sketch journal/],
        [1, /notizbuch|notebook|\bpads?\b/, { category: 'desk' }],
      ],
    ],
    ['Buntstifte', 'near', [[2, /pencils|bleistifte|crayon/]]],
    ['Wollpullover Herren', 'not sold', []],
    [
      'Wintermütze',
      'near',
      [[1, /\bhats?\b|\bcap\b/, { notTitled: /straw|party|conjuring|opera|graduation|running/ }]],
    ],
    [
      'Leinenhemd',
      'compound',
      [
        [2, /(?<!t-)\bshirt\b|linen tunic/, { category: 'clothes' }],
        [1, /t-shirt|\btee\b/, { category: 'clothes' }],
      ],
    ],
    [
      'Jeansjacke',
      'compound',
      [
        [2, /field jacket/],
        [1, /jacket|denim/, { category: 'clothes' }],
      ],
    ],
    [
      'Regenmantel Damen',
      'audience',
      [
        [3, /gewachster mantel/],
        [1, /\bcoat\b/, { category: 'clothes' }],
      ],
    ],
    [
      'weiße Sneaker',
      'colour',
      [
        [3, /\btrainer\b|laufschuh/, { colours: ['chalk', 'oat'] }],
        [1, /\btrainer\b|laufschuh/],
      ],
    ],
    ['Ledergürtel', 'not sold', []],
    [
      'Schulrucksack',
      'compound',
      [
        [3, /rucksack in schulgröße|little backpack/],
        [2, /backpack|daypack|rucksack/, { notTitled: /tent/ }],
      ],
    ],
    [
      'Handgepäck Koffer',
      'noun',
      [
        [3, /cabin suitcase/],
        [1, /\btrunk\b/],
      ],
    ],
    [
      'Lesebrille',
      'compound',
      [
        [3, /reading glasses|spectacles/],
        [1, /screen glasses/],
      ],
    ],
    [
      'Sonnenhut',
      'compound',
      [
        [3, /\bhat\b/, { suits: 'Sun' }],
        [2, /wheat-straw hat/],
        [1, /\bcap\b/, { suits: 'Sun' }],
      ],
    ],
    ['goldene Ohrringe', 'colour', [[2, /ear studs/]]],
    [
      'Brettspiele',
      'compound',
      [
        [3, /board game|chess|mah-jong/],
        [2, /\bcards\b|\bdice\b/, { category: 'play' }],
        [1, /jigsaw/],
      ],
    ],
    [
      'Teddybär',
      'noun',
      [
        [3, /teddy bear/],
        [2, /\bbears?\b/, { category: 'play' }],
      ],
    ],
    ['Puzzle für Kinder', 'audience', [[3, /jigsaw|four big pieces/]]],
    ['Yogamatte', 'not sold', []],
    ['Lautsprecher', 'noun', [[3, /speakers/]]],
    [
      'Akustikgitarre',
      'compound',
      [
        [3, /parlorgitarre|dreiviertelgitarre/],
        [1, /gitarre/],
      ],
    ],
    ['Plattenspieler', 'not sold', []],
    [
      'Giesskanne',
      'spelling',
      [
        [3, /watering pails/],
        [1, /bucket/],
      ],
    ],
    [
      'Blumentopf',
      'near',
      [
        [2, /im tontopf/],
        [1, /zimmerpflanzen|große pflanze/],
      ],
    ],
    [
      'Tomatensamen',
      'compound',
      [
        [2, /\bseeds\b/, { category: 'garden' }],
        [1, /seed tray/],
      ],
    ],
    ['Schlafsack', 'not sold', []],
    [
      'Geschenk für Mama bis 30 Euro',
      'gift',
      [
        [3, /./, { suits: 'Presents', maxMinor: 3000 }],
        [1, /soap|kerze|candle|scarf|schal|lotion|mug|becher|chocolate/, { maxMinor: 3000 }],
      ],
    ],
    [
      'schwarzer Rucksack',
      'colour',
      [
        [3, /backpack|daypack|rucksack/, { colours: ['black', 'graphite', 'ink'] }],
        [2, /backpack|daypack|rucksack/, { notTitled: /tent/ }],
      ],
    ],
    ['Handschue', 'typo', [[3, /\bgloves?\b/]]],
    ['Fernglas', 'not sold', []],
    [
      'Seife',
      'noun',
      [
        [3, /\bsoaps?\b|scrub bar/, { category: 'light-and-scent', notTitled: /sponge/ }],
        [2, /shampoo|sponge/, { category: 'light-and-scent' }],
      ],
    ],
  ],
}
