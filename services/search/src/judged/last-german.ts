import type { JudgedSet } from './judged-query.ts'

/**
 * Queries of the German pages, written from the names of the mall's categories alone and judged by the titles
 * of its products, before any was searched for. Strict: what costs more than the query allows is no hit.
 */
export const lastGerman: JudgedSet = {
  name: 'last-german',
  locale: 'de',
  queries: [
    [
      'Teekanne',
      'noun',
      [
        [3, /teapot/],
        [1, /steeping cup/],
      ],
    ],
    [
      'tassen',
      'noun',
      [
        [1, /travel cup|sake flask|teeschale/],
        [3, /tasse|\bcups?\b/, { category: 'cups-and-pots', notTitled: /teapot/ }],
        [2, /becher/, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'Bratpfanne',
      'noun',
      [
        [3, /bratpfanne|gusseisenpfanne|antihaftpfanne/],
        [2, /eierpfanne|braising pan/],
        [1, /paella pan/],
      ],
    ],
    ['Schneidebrett', 'not sold', []],
    ['Honig', 'noun', [[3, /\bhoneys?\b/]]],
    ['olivenöl', 'not sold', []],
    ['Kerzenhalter', 'compound', [[3, /candle holders/]]],
    [
      'Tischlampe',
      'near',
      [
        [2, /moon night light/],
        [1, /clay oil lamp|festival lamps|paper lantern/],
      ],
    ],
    ['wolldecke', 'not sold', []],
    ['Kissen', 'not sold', []],
    [
      'Notizbuch',
      'noun',
      [
        [3, /notizbuch|notebook/],
        [2, /journal|composition book|linen-bound diary/],
        [1, /\bpads?\b|ledger/, { category: 'desk' }],
      ],
    ],
    [
      'Füller',
      'noun',
      [
        [3, /patronenfüller|fountain pen/],
        [1, /dip nib|click pen|two pens/],
      ],
    ],
    ['Pullover', 'not sold', []],
    ['Socken', 'noun', [[3, /socken|\bsocks\b/]]],
    ['rucksack', 'noun', [[3, /rucksack|backpack|daypack/, { notTitled: /\btent\b/ }]]],
    ['Sonnenbrille', 'compound', [[3, /sunglasses/]]],
    ['Ohrringe', 'synonym', [[3, /ear studs/]]],
    [
      'Brettspiele',
      'compound',
      [
        [3, /board game|chess/],
        [2, /mah-jong/],
        [1, /dice cup|playing cards|flower cards/],
      ],
    ],
    ['Kopfhörer', 'noun', [[3, /headphones/]]],
    ['Gießkanne', 'near', [[2, /watering pails/]]],
    [
      'blaue Tasse',
      'colour',
      [
        [1, /travel cup/, { colours: ['sky', 'teal'] }],
        [3, /frühstückstassen/, { colours: ['navy', 'cobalt', 'sky', 'ink'] }],
        [2, /becher/, { category: 'cups-and-pots', colours: ['navy', 'cobalt', 'sky', 'ink'] }],
        [1, /espressotasse|two small cups|steeping cup/],
      ],
    ],
    [
      'grüner Schal',
      'colour',
      [
        [3, /schal\b|scarf/, { colours: ['pine', 'moss', 'sage', 'mint'] }],
        [2, /schal\b|scarf/, { colours: ['teal'] }],
        [1, /schal\b|scarf/],
      ],
    ],
    [
      'schwarze Lederhandtasche',
      'colour',
      [
        [3, /bügeltasche/, { colours: ['black'] }],
        [1, /evening bag|market tote|satchel/],
      ],
    ],
    ['Holzschüssel gross', 'near', [[1, /mixing bowls/]]],
    ['silberne Halskette', 'near', [[1, /string of wooden beads/]]],
    ['leinenhemd weiß', 'near', [[1, /office shirt/]]],
    [
      'rote muetze',
      'colour',
      [
        [3, /\bcap\b/, { colours: ['rust', 'coral', 'berry'], notTitled: /graduation/ }],
        [1, /\bcap\b/, { notTitled: /graduation|salt shaker/ }],
      ],
    ],
    [
      'Gusseisen Topf',
      'material',
      [
        [3, /stew pot/],
        [2, /braising pan/],
        [1, /fondue pot|soup pot|gusseisenpfanne/],
      ],
    ],
    ['graue Vorhänge', 'not sold', []],
    [
      'goldener ring',
      'material',
      [
        [2, /ring für den kleinen finger|cocktailring/],
        [1, /solitärring|zwei ringe/],
      ],
    ],
    [
      'geschenk unter 20 euro',
      'price',
      [
        [3, /three honeys|verbena|glasstein|paper crown|eight ball/, { maxMinor: 2000 }],
        [
          2,
          /kerze|\bsoaps?\b|chocolate|honey|becher|tasse|vase|playing cards|bookmark|hand fan|kakteen|lotion/,
          { maxMinor: 2000, notTitled: /sponge|cooking/ },
        ],
      ],
    ],
    ['Hausschuhe unter 40 €', 'near', [[1, /bed socks/, { maxMinor: 4000 }]]],
    [
      'Lampe bis 50 euro',
      'price',
      [
        [3, /moon night light/, { maxMinor: 5000 }],
        [2, /oil lamp|festival lamps|paper lantern|garden lanterns/, { maxMinor: 5000 }],
        [1, /lantern|fadenlampe|\bbulbs?\b|\btorch(es)?\b/, { category: 'light-and-scent', maxMinor: 5000 }],
        [1, /\btorch(es)?\b/, { category: 'garden', maxMinor: 5000 }],
      ],
    ],
    ['kaffee unter 15€', 'not sold', []],
    [
      'billige Gitarre',
      'price',
      [
        [3, /dreiviertelgitarre/],
        [2, /werkstattgitarre/],
        [1, /gitarre/],
      ],
    ],
    [
      'Messer unter 60 Euro',
      'price',
      [
        [3, /small knife|paring knives|cleaver/, { maxMinor: 6000 }],
        [2, /dinner fork and knife/, { maxMinor: 6000 }],
        [1, /children's fork and knife|picnic cutlery/, { maxMinor: 6000 }],
      ],
    ],
    [
      'Geschenk für Oma',
      'gift',
      [
        [3, /three honeys|verbena|paperweight|glasstein/],
        [2, /\bsoaps?\b|lotion|schal\b|scarf|bed socks/, { notTitled: /sponge|pump bottle/ }],
        [2, /kerze|teapot|vases?\b|morgenbecher/, { notTitled: /advent/ }],
        [
          1,
          /chocolate|\bblack tea\b|linden honey|frühstückstassen|\bframes?\b|pflanze/,
          { notTitled: /cooking|mirror|bicycle/ },
        ],
      ],
    ],
    [
      'spielzeug für kleinkinder',
      'audience',
      [
        [3, /four big pieces|two bears|tiny bear/],
        [2, /teddy bear|nesting dolls|wooden robot|minifußball|nursery drum/],
        [1, /wax crayon|maracas/],
      ],
    ],
    [
      'Geschenke für Gärtner',
      'gift',
      [
        [3, /gardener.s scrub|garden gloves|weeding|watering pails|pruning saw|bucket|herb seeds/],
        [3, /tulip bulbs|climbing rose|garden sandal/],
        [2, /sunflower seeds|herbs on a windowsill|rain boot|meadow daisies|seed tray|garden tap/],
        [1, /gummibaum|pflanze|kaktus|kakteen|orchard ladder|clover/],
      ],
    ],
    [
      'Jacke Damen',
      'audience',
      [
        [3, /field jacket/],
        [2, /mantel\b|\bcoat\b/, { category: 'clothes' }],
      ],
    ],
    [
      'herrenhut',
      'audience',
      [
        [3, /straw hat with a ribbon|travel hat/],
        [2, /top hat|opera hat|wheat-straw hat/],
        [1, /cap with a short peak|waxed rain cap/],
      ],
    ],
    [
      'Geburtstagsgeschenk für Kaffeeliebhaber',
      'gift',
      [
        [3, /morgenbecher|espressotasse|frühstückstassen/],
        [2, /emaillebecher/],
        [1, /travel cup/],
      ],
    ],
    ['Kafeemühle', 'not sold', []],
    [
      'tshirt baumwole',
      'typo',
      [
        [3, /t-shirt|pocket tee/],
        [1, /undershirt/],
      ],
    ],
    ['Portmonee', 'synonym', [[3, /coin purse/]]],
    [
      'Duftkerzze',
      'typo',
      [
        [2, /stumpenkerze/],
        [1, /kerze|dried hyacinth/],
      ],
    ],
    ['Regenschrim', 'typo', [[3, /umbrella/]]],
    [
      'etwas warmes für die Füße',
      'descriptive',
      [
        [3, /wollsocken|bed socks|hiking socks|winter boots|slipper/],
        [1, /bergstiefel/],
      ],
    ],
    [
      'was zum spielen bei regen',
      'descriptive',
      [
        [3, /board game|chess|playing cards|flower cards|mah-jong|dice cup|jigsaw|ping pong/],
        [2, /wooden dice|nesting dolls|minifußball|dartboard|wooden robot|yo-yo|four big pieces/],
        [1, /\bbears?\b|eight ball/],
      ],
    ],
    [
      'damit es im Wohnzimmer gut riecht',
      'descriptive',
      [
        [3, /dried hyacinth/],
        [2, /stumpenkerze/],
        [1, /kerzenstumpen|rose soap/],
      ],
    ],
    ['etwas gegen kalte Hände', 'descriptive', [[3, /\bgloves?\b/, { notTitled: /garden/ }]]],
    [
      'Licht zum lesen im Bett',
      'descriptive',
      [
        [2, /reading bulb|moon night light/],
        [1, /fadenlampe/],
      ],
    ],
    ['Trinkflasche 1 liter', 'near', [[1, /travel cup/]]],
    ['Tee ohne Koffein', 'negation', [[3, /verbena/]]],
    [
      'Zelt für 2 Personen',
      'unit',
      [
        [3, /two-person tent/],
        [1, /family tent/],
      ],
    ],
    [
      'wasserdichte Wanderschuhe',
      'use',
      [
        [3, /bergstiefel|hiking boots|trail boot/],
        [1, /rain boot/],
      ],
    ],
    ['Puzzle 1000 Teile', 'unit', [[3, /jigsaw/]]],
    ['bluetooth lautsprecher', 'near', [[1, /shelf speakers/]]],
    [
      'Schokolade vegan',
      'negation',
      [
        [3, /dark chocolate/],
        [2, /cooking chocolate/],
      ],
    ],
    ['Waschmaschine', 'not sold', []],
  ],
}
