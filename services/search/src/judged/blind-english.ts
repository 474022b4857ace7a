import type { JudgedSet } from './judged-query.ts'

/**
 * Queries of the English pages, written from the names of the mall's categories alone and judged by the titles of its products,
 * before any was searched for.
 */
export const blindEnglish: JudgedSet = {
  name: 'blind-english',
  locale: 'en',
  queries: [
    [
      'frying pan with lid',
      'noun',
      [
        [3, /frying pan|bratpfanne|skillet|gusseisenpfanne|non-stick pan|antihaftpfanne/],
        [2, /braising pan|egg pan|eierpfanne/],
        [1, /paella pan/],
      ],
    ],
    ['wooden chopping board', 'not sold', []],
    ['kitchen scissors', 'near', [[1, /scissors|schere/]]],
    ['cake tin', 'not sold', []],
    [
      'ladle',
      'near',
      [
        [2, /serving spoon/],
        [1, /\bspoons?\b/, { category: 'cooking' }],
      ],
    ],
    ['rolling pin', 'not sold', []],
    ['porcelain teapot', 'material', [[2, /teapot/]]],
    [
      'mug for coffee',
      'noun',
      [
        [3, /\bmug\b|becher/],
        [2, /\bcups?\b|tasse/, { category: 'cups-and-pots', notTitled: /dice/ }],
      ],
    ],
    [
      'wine glasses',
      'noun',
      [
        [3, /wine glass/],
        [1, /\bglass(es)?\b|tumbler|flutes/, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'big salad bowl',
      'near',
      [
        [2, /mixing bowls/],
        [1, /\bbowls?\b|schale/, { category: 'cups-and-pots' }],
      ],
    ],
    ['moka pot', 'not sold', []],
    ['apple juice', 'near', [[1, /\bapples\b/]]],
    ['raw honey', 'noun', [[3, /honey/]]],
    ['porridge oats', 'not sold', []],
    ['pasta', 'not sold', []],
    [
      'food hamper',
      'near',
      [
        [2, /./, { category: 'pantry', suits: 'Presents' }],
        [1, /basket|korb/, { category: 'rooms' }],
        [1, /./, { category: 'pantry' }],
      ],
    ],
    ['tea lights', 'near', [[1, /candles?\b(?! holder)|kerzen?\b|kerzenstumpen/]]],
    ['lavender candle', 'near', [[2, /candles?\b(?! holder)|kerzen?\b|kerzenstumpen/]]],
    [
      'liquid hand soap',
      'noun',
      [
        [3, /hand soap/],
        [2, /\bsoaps?\b/, { notTitled: /sponge/ }],
        [1, /scrub bar/],
      ],
    ],
    [
      'reading lamp for the desk',
      'near',
      [
        [2, /\blamps?\b|reading bulb/],
        [1, /night light|lantern/],
      ],
    ],
    [
      "lamp for a kid's room",
      'audience',
      [
        [3, /night light/],
        [1, /\blamps?\b|lantern/],
      ],
    ],
    ['bath sponge', 'noun', [[3, /bath sponge/]]],
    ['woollen blanket', 'not sold', []],
    ['cushion cover', 'not sold', []],
    ['rug for the living room', 'not sold', []],
    ['coat hooks', 'not sold', []],
    [
      'bathroom mirror',
      'near',
      [
        [3, /shaving mirror/],
        [2, /\bmirror\b/, { category: 'rooms' }],
      ],
    ],
    ['office chair', 'near', [[1, /\bchairs?\b|stuhl/, { category: 'rooms' }]]],
    ['pencil sharpener', 'not sold', []],
    [
      'notebook with dotted pages',
      'noun',
      [
        [3, /notebook|notizbuch/],
        [2, /composition book|journal/],
        [1, /\bpads?\b/, { category: 'desk' }],
      ],
    ],
    [
      'writing paper',
      'near',
      [
        [2, /envelopes/],
        [1, /\bpads?\b/, { category: 'desk' }],
      ],
    ],
    ['hole punch', 'not sold', []],
    [
      'mens winter boots',
      'audience',
      [
        [3, /winter boots/],
        [2, /\bboots?\b|stiefel|chukka/],
      ],
    ],
    [
      'shoes for children',
      'audience',
      [
        [3, /first pair of ballet shoes/],
        [1, /\bshoes?\b|trainer|sandal|laufschuh/],
      ],
    ],
    [
      'sandals for women',
      'audience',
      [
        [3, /sandal/],
        [1, /\bthong\b/],
      ],
    ],
    [
      'red gloves',
      'colour',
      [
        [3, /\bgloves?\b/, { colours: ['berry', 'coral', 'rust'] }],
        [1, /\bgloves?\b/],
      ],
    ],
    [
      'straw hat',
      'compound',
      [
        [3, /straw hat/],
        [1, /\bhat\b/, { notTitled: /conjuring|opera|top/ }],
      ],
    ],
    [
      'silk scarf',
      'material',
      [
        [2, /scarf|schal\b/],
        [1, /snood/],
      ],
    ],
    [
      'summer dress',
      'noun',
      [
        [3, /summer dress|sommerkleid/],
        [1, /\bdress\b(?! ring)/],
      ],
    ],
    [
      'warm woolly socks',
      'material',
      [
        [3, /wool socks|wollsocken|mohair|hiking socks/],
        [2, /socks/],
      ],
    ],
    [
      'mens white shirt',
      'colour',
      [
        [2, /(?<!t-)\bshirt\b/],
        [1, /t-shirt|\btee\b/],
      ],
    ],
    [
      'shoulder bag',
      'near',
      [
        [2, /satchel|tote|handbag|bügeltasche/],
        [1, /\bbag\b|briefcase/, { category: 'shoes-and-bags', notTitled: /wash/ }],
      ],
    ],
    [
      'weekend travel bag',
      'near',
      [
        [2, /cabin suitcase|weekend|trunk/],
        [1, /tote|rucksack|backpack|daypack|\bbag\b/, { category: 'shoes-and-bags' }],
      ],
    ],
    ['leather wallet', 'synonym', [[3, /coin purse/]]],
    ['sunglasses for kids', 'audience', [[2, /sunglasses/]]],
    [
      'silver ring size 54',
      'material',
      [
        [3, /\brings?\b|ring(e|\b)/, { category: 'finery', material: /silver/i }],
        [2, /\brings?\b|ring(e|\b)/, { category: 'finery' }],
      ],
    ],
    ['necklace not gold', 'synonym', [[2, /wooden beads/]]],
    [
      'deck of cards',
      'compound',
      [
        [3, /playing cards/],
        [2, /flower cards/],
      ],
    ],
    [
      'wooden toys',
      'compound',
      [
        [3, /wooden robot|nesting dolls|wooden dice/],
        [2, /chess|mah-jong|yo-yo/],
        [1, /./, { category: 'play', material: /wood|beech|maple|lime|birch/i }],
      ],
    ],
    ['cuddly toy', 'synonym', [[3, /\bbears?\b/]]],
    ['skipping rope', 'not sold', []],
    [
      'football size 5',
      'noun',
      [
        [3, /hand-stitched football|handgenähter fußball/],
        [2, /football|fußball/, { notTitled: /trainer/ }],
      ],
    ],
    [
      'violin for beginners',
      'near',
      [
        [3, /student violin|schülergeige|practice violin/],
        [2, /violin/],
      ],
    ],
    ['ukulele', 'not sold', []],
    [
      'wireless headphones',
      'noun',
      [
        [3, /wireless headphones/],
        [1, /headphones/],
      ],
    ],
    ['garden shears', 'near', [[1, /pruning saw/]]],
    ['flower bulbs', 'compound', [[3, /tulip bulbs/]]],
    ['small cactus in a pot', 'noun', [[3, /cactus|cacti|kaktus|kakteen/]]],
    ['hammer and nails', 'noun', [[3, /hammer/]]],
    ['screwdriver set', 'noun', [[3, /screwdriver/]]],
    [
      'tent for two people',
      'noun',
      [
        [3, /two-person tent/],
        [1, /\btent\b/, { category: 'garden' }],
      ],
    ],
    ['water bottle', 'not sold', []],
    [
      'housewarming present under 50',
      'gift',
      [
        [3, /./, { suits: 'Presents', maxMinor: 5000 }],
        [1, /vase|candle|kerze|soap|lantern|frame|basket|korb|plant|pflanze/, { maxMinor: 5000 }],
      ],
    ],
    [
      'something for grandma',
      'gift',
      [
        [3, /./, { suits: 'Presents' }],
        [1, /soap|scarf|schal|candle|kerze|\btea\b|chocolate|lotion|mug|becher/],
      ],
    ],
    [
      'umbrela',
      'typo',
      [
        [3, /umbrella/],
        [1, /parasol/],
      ],
    ],
  ],
}
