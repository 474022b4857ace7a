import type { JudgedSet } from './judged-query.ts'

/**
 * Queries of the German pages, written from the names of the mall's categories alone and judged by the
 * titles of its products, before any was searched for.
 */
export const closingGerman: JudgedSet = {
  name: 'closing-german',
  locale: 'de',
  queries: [
    [
      'bratpfanne',
      'noun',
      [
        [3, /bratpfanne|gusseisenpfanne|antihaftpfanne/],
        [2, /eierpfanne|braising pan/],
        [1, /paella pan/],
      ],
    ],
    [
      'kaffeebecher',
      'noun',
      [
        [3, /morgenbecher|emaillebecher/],
        [2, /espressotasse|frühstückstassen|travel cup/],
        [1, /steeping cup/],
      ],
    ],
    ['teekanne', 'noun', [[3, /teapot/]]],
    [
      'kerzen',
      'noun',
      [
        [3, /stumpenkerze|tafelkerzen|kerzenstumpen/],
        [2, /adventskerze/],
        [1, /candle holders/],
      ],
    ],
    [
      'notizbuch',
      'noun',
      [
        [3, /notizbuch|notebook pair/],
        [2, /composition book|sketch journal|pocket pads|flip pad|linen-bound diary/],
        [1, /spiral pad|ledger/],
      ],
    ],
    ['kissen', 'not sold', []],
    [
      'rucksack',
      'noun',
      [
        [3, /^rucksack|backpack|daypack/],
        [1, /satchel/],
      ],
    ],
    ['socken', 'noun', [[3, /socken|socks/]]],
    [
      'muetze',
      'noun',
      [
        [3, /\bcap\b/, { notTitled: /graduation/ }],
        [1, /\bhat\b|graduation cap|snood/],
      ],
    ],
    ['sonnenbrille', 'noun', [[3, /sunglasses/]]],
    [
      'brettspiel',
      'noun',
      [
        [3, /board game/],
        [2, /chess|mah-jong/],
        [1, /hanafuda|playing cards|dice cup/],
      ],
    ],
    ['kopfhörer', 'noun', [[3, /headphones/]]],
    [
      'gießkanne',
      'near',
      [
        [3, /watering pails/],
        [1, /galvanised bucket/],
      ],
    ],
    [
      'küchenmesser',
      'noun',
      [
        [3, /kochmesser|small knife for everything|paring knives|vegetable cleaver/],
        [1, /fork and knife/],
      ],
    ],
    ['honig', 'noun', [[3, /\bhoneys?\b/]]],
    ['wolldecke', 'not sold', []],
    [
      'tischlampe',
      'near',
      [
        [2, /moon night light/],
        [1, /oil lamp|festival lamps|paper lantern|silk lantern/],
      ],
    ],
    [
      'handschuhe',
      'noun',
      [
        [3, /gloves/],
        [2, /glove liners/],
      ],
    ],
    ['halskette', 'near', [[3, /string of wooden beads/]]],
    [
      'kugelschreiber',
      'noun',
      [
        [3, /click pen|two pens/],
        [1, /patronenfüller|fountain pen/],
      ],
    ],
    [
      'blaue tasse',
      'colour',
      [
        [3, /frühstückstassen|steeping cup/, { colours: ['navy', 'sky', 'cobalt', 'ink', 'teal'] }],
        [3, /morgenbecher|travel cup/, { colours: ['navy', 'sky', 'cobalt', 'ink', 'teal'] }],
        [1, /espressotasse|becher|two small cups|steeping cup/],
      ],
    ],
    [
      'schwarze stiefel',
      'colour',
      [
        [3, /stiefel|\bboots?\b/, { colours: ['black'] }],
        [2, /stiefel|\bboots?\b/, { colours: ['graphite'] }],
        [1, /stiefel|\bboots?\b/],
      ],
    ],
    [
      'schal aus wolle',
      'material',
      [
        [3, /\bschal\b/],
        [2, /cashmere scarf|snood/],
      ],
    ],
    [
      'holzlöffel',
      'material',
      [
        [3, /wooden spoons/],
        [1, /tasting spoon|serving spoon/],
      ],
    ],
    [
      'rotes kleid',
      'colour',
      [
        [3, /sommerkleid|\bdress\b/, { category: 'clothes', colours: ['berry'] }],
        [2, /sommerkleid|\bdress\b/, { category: 'clothes', colours: ['coral', 'rust'] }],
        [1, /sommerkleid|\bdress\b/, { category: 'clothes' }],
      ],
    ],
    [
      'silberner ring',
      'material',
      [
        [3, /solitärring|zwei ringe/],
        [1, /ring für den kleinen|cocktailring/],
      ],
    ],
    [
      'ledertasche braun',
      'colour',
      [
        [3, /satchel/],
        [2, /bügeltasche|briefcase|market tote/],
        [1, /evening bag/],
      ],
    ],
    [
      'weißes hemd',
      'colour',
      [
        [2, /office shirt|blouse/, { colours: ['chalk'] }],
        [2, /office shirt/],
        [1, /t-shirt|undershirt/, { colours: ['chalk'] }],
        [1, /blouse/],
      ],
    ],
    [
      'grosse vase',
      'size',
      [
        [3, /greek-key vase|hohe amphore/],
        [2, /matching vases|two-handled jug/],
        [1, /bud vase/],
      ],
    ],
    ['leinen tischdecke', 'not sold', []],
    [
      'geschenk unter 20 euro',
      'price',
      [
        [3, /glasstein|eight ball|bookmark|rose soap|guest soaps|hand fan|tiny bear/, { maxMinor: 2000 }],
        [3, /three honeys|bienenwachs|body lotion|yo-yo/, { maxMinor: 2000 }],
        [2, /becher|chocolate|honey|notizbuch|kakteen|kaktus|kerze|folded star/, { maxMinor: 2000 }],
        [2, /playing cards|verbena|bud vase|oil lamp|paper crown|pocket torch/, { maxMinor: 2000 }],
        [1, /./, { category: 'cups-and-pots', maxMinor: 2000 }],
        [1, /./, { category: 'light-and-scent', maxMinor: 2000 }],
        [1, /./, { category: 'play', maxMinor: 2000 }],
        [1, /./, { category: 'finery', maxMinor: 2000 }],
        [1, /./, { category: 'desk', maxMinor: 2000 }],
      ],
    ],
    [
      't-shirt bis 30 euro',
      'price',
      [
        [3, /pocket tee/, { maxMinor: 3000 }],
        [2, /club shirt|undershirt/, { maxMinor: 3000 }],
        [1, /t-shirt/],
      ],
    ],
    ['tee unter 10 euro', 'price', [[3, /black tea|verbena/, { maxMinor: 1000 }]]],
    [
      'lampe unter 50 €',
      'price',
      [
        [3, /oil lamp|festival lamps|night light/, { maxMinor: 5000 }],
        [2, /lantern|fadenlampe/, { maxMinor: 5000 }],
        [1, /\bbulbs?\b|torch/, { maxMinor: 5000, notTitled: /tulip/ }],
      ],
    ],
    ['günstige ohrringe', 'price', [[3, /ear studs/]]],
    [
      'spielzeug unter 15 euro',
      'price',
      [
        [3, /./, { category: 'play', maxMinor: 1500, notTitled: /tennis/ }],
        [2, /tennisbälle/, { maxMinor: 1500 }],
        [1, /wax crayon|paper crown|walking lantern/, { maxMinor: 1500 }],
      ],
    ],
    [
      'geschenk für mama',
      'gift',
      [
        [3, /cashmere scarf|bügeltasche|rose soap|body lotion|soap and lotion|ear studs|bud vase/],
        [
          2,
          /\bschal\b|teapot|guest soaps|three honeys|evening bag|wooden beads|kerze|solitärring|zwei ringe/,
        ],
        [2, /frühstückstassen|climbing rose|coin purse|bed socks|hand mirror|fine leather gloves|hand fan/],
        [1, /vase|pflanze|chocolate|becher|house robe|ring für|cocktailring/],
        [1, /umbrella|hand mirror|hyacinth|diary/],
      ],
    ],
    [
      'geschenk für kinder',
      'gift',
      [
        [3, /bear|robot|nesting dolls|yo-yo|four big pieces|conjuring hat|watch for a child|kick scooter/],
        [3, /bike for children|minifußball|nursery drum|little backpack|kite/],
        [2, /./, { category: 'play', notTitled: /dartboard|mah-jong/ }],
        [
          2,
          /headphones for small|wax crayon|children's fork|milk glass|child’s chair|night light|paper crown/,
        ],
        [
          1,
          /schulgröße|maracas|dreiviertelgitarre|ballet shoes|schülergeige|walking lantern|abacus|swimming/,
        ],
      ],
    ],
    [
      'geschenk für kaffeeliebhaber',
      'gift',
      [
        [3, /espressotasse|morgenbecher|frühstückstassen/],
        [2, /emaillebecher/],
        [1, /travel cup/],
      ],
    ],
    [
      'geschenk für gärtner',
      'gift',
      [
        [3, /garden gloves|gardener's scrub|pruning saw|watering pails|hat for weeding|garden sandal/],
        [2, /seeds|tulip|climbing rose|galvanised bucket|herbs on a windowsill|rain boot|garden tap|sprouts/],
        [1, /daisies|clover|orchard ladder|pflanze|gummibaum|kakt|field jacket/],
      ],
    ],
    ['damen pullover', 'not sold', []],
    [
      'herren hut',
      'audience',
      [
        [3, /top hat|opera hat|travel hat|straw hat/],
        [2, /wheat-straw hat/],
        [1, /\bcap\b|garden party hat/, { notTitled: /graduation/ }],
      ],
    ],
    [
      'rucksak',
      'typo',
      [
        [3, /^rucksack|backpack|daypack/],
        [1, /satchel/],
      ],
    ],
    ['tepich', 'not sold', []],
    [
      'schokolade dunkel zartbiter',
      'typo',
      [
        [3, /dark chocolate/],
        [2, /cooking chocolate/],
        [1, /milk chocolate|biscuits with chocolate/],
      ],
    ],
    [
      'gitare',
      'typo',
      [
        [3, /gitarre/],
        [1, /banjo/],
      ],
    ],
    [
      'regenschrim',
      'typo',
      [
        [3, /umbrella/],
        [1, /parasol/],
      ],
    ],
    [
      'was warmes für die füße',
      'descriptive',
      [
        [3, /wollsocken|bed socks|slipper|hiking socks/],
        [2, /winter boots/],
        [1, /running socks/],
      ],
    ],
    [
      'etwas zum lesen im bett licht',
      'descriptive',
      [
        [3, /reading bulb/],
        [2, /night light/],
        [1, /torch|fadenlampe/],
      ],
    ],
    [
      'spiel für zwei personen',
      'descriptive',
      [
        [3, /chess|hanafuda|ping pong|badminton|dartboard/],
        [2, /playing cards|dice cup|board game/],
        [1, /mah-jong|wooden dice|lawn bowling/],
      ],
    ],
    [
      'duft fürs wohnzimmer',
      'near',
      [
        [2, /dried hyacinth/],
        [1, /bienenwachs|kerzenstumpen|rose soap/],
      ],
    ],
    [
      'gegen regen',
      'descriptive',
      [
        [3, /umbrella|gewachster mantel|rain boot|rain cap/],
        [1, /cap with a short peak/],
      ],
    ],
    ['kaffee 250g', 'not sold', []],
    ['trinkflasche 1 liter', 'near', [[1, /travel cup|carafe/]]],
    [
      'puzzle 1000 teile',
      'unit',
      [
        [3, /jigsaw/],
        [1, /four big pieces/],
      ],
    ],
    ['tee ohne koffein', 'negation', [[3, /verbena/]]],
    [
      'lautsprecher bluetooth',
      'near',
      [
        [2, /shelf speakers/],
        [1, /\bradio\b/],
      ],
    ],
    [
      'sneaker',
      'loan word',
      [
        [3, /trainer/],
        [2, /laufschuh/],
      ],
    ],
    ['zelt', 'noun', [[3, /\btent\b/, { notTitled: /torches/ }]]],
    ['laptop', 'not sold', []],
  ],
}
