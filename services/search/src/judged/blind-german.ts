import type { JudgedSet } from './judged-query.ts'

/**
 * Queries of the German pages, written from the names of the mall's categories alone and judged by the titles of its products,
 * before any was searched for.
 */
export const blindGerman: JudgedSet = {
  name: 'blind-german',
  locale: 'de',
  queries: [
    [
      'Bratpfanne mit Deckel',
      'noun',
      [
        [3, /frying pan|bratpfanne|skillet|gusseisenpfanne|non-stick pan|antihaftpfanne/],
        [2, /braising pan|egg pan|eierpfanne/],
        [1, /paella pan/],
      ],
    ],
    ['Schneidebrett aus Holz', 'not sold', []],
    ['Küchenschere', 'near', [[1, /scissors|schere/]]],
    ['Kuchenform', 'not sold', []],
    [
      'Schöpfkelle',
      'near',
      [
        [2, /serving spoon/],
        [1, /\bspoons?\b/, { category: 'cooking' }],
      ],
    ],
    ['Nudelholz', 'not sold', []],
    ['Teekanne aus Porzellan', 'material', [[2, /teapot/]]],
    [
      'Kaffeebecher',
      'noun',
      [
        [3, /\bmug\b|becher/],
        [2, /\bcups?\b|tasse/, { category: 'cups-and-pots', notTitled: /dice/ }],
      ],
    ],
    [
      'Weingläser',
      'noun',
      [
        [3, /wine glass/],
        [1, /\bglass(es)?\b|tumbler|flutes/, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'große Suppenschüssel',
      'near',
      [
        [2, /(ramen|cereal|porridge) bowl/],
        [1, /\bbowls?\b|schale/, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'Salatschüssel',
      'near',
      [
        [2, /mixing bowls/],
        [1, /\bbowls?\b|schale/, { category: 'cups-and-pots' }],
      ],
    ],
    ['Espressokocher', 'not sold', []],
    ['Apfelmus', 'near', [[1, /\bapples\b/]]],
    ['Honig vom Imker', 'noun', [[3, /honey/]]],
    ['Haferflocken', 'not sold', []],
    ['Nudeln', 'not sold', []],
    [
      'Geschenkkorb mit Essen',
      'near',
      [
        [2, /./, { category: 'pantry', suits: 'Presents' }],
        [1, /basket|korb/, { category: 'rooms' }],
        [1, /./, { category: 'pantry' }],
      ],
    ],
    ['Teelichter', 'near', [[1, /candles?\b(?! holder)|kerzen?\b|kerzenstumpen/]]],
    ['Kerze mit Lavendelduft', 'near', [[2, /candles?\b(?! holder)|kerzen?\b|kerzenstumpen/]]],
    [
      'Handseife',
      'noun',
      [
        [3, /hand soap/],
        [2, /\bsoaps?\b/, { notTitled: /sponge/ }],
        [1, /scrub bar/],
      ],
    ],
    [
      'Nachttischlampe',
      'near',
      [
        [2, /night light|\blamps?\b/],
        [1, /lantern|reading bulb/],
      ],
    ],
    [
      'Lampe fürs Kinderzimmer',
      'audience',
      [
        [3, /night light/],
        [1, /\blamps?\b|lantern/],
      ],
    ],
    ['Badeschwamm', 'noun', [[3, /bath sponge/]]],
    ['Wolldecke', 'not sold', []],
    ['Kissen', 'not sold', []],
    ['Teppich', 'not sold', []],
    ['Garderobenhaken', 'not sold', []],
    [
      'Spiegel fürs Bad',
      'near',
      [
        [3, /shaving mirror/],
        [2, /\bmirror\b/, { category: 'rooms' }],
      ],
    ],
    ['Schreibtischstuhl', 'near', [[1, /\bchairs?\b|stuhl/, { category: 'rooms' }]]],
    ['Bleistiftspitzer', 'not sold', []],
    [
      'Notizbuch liniert',
      'noun',
      [
        [3, /notebook|notizbuch/],
        [2, /composition book|journal/],
        [1, /\bpads?\b/, { category: 'desk' }],
      ],
    ],
    [
      'Briefpapier',
      'near',
      [
        [2, /envelopes/],
        [1, /\bpads?\b/, { category: 'desk' }],
      ],
    ],
    ['Locher', 'not sold', []],
    [
      'Winterstiefel Herren',
      'audience',
      [
        [3, /winter boots/],
        [2, /\bboots?\b|stiefel|chukka/],
      ],
    ],
    [
      'Kinderschuhe',
      'audience',
      [
        [3, /first pair of ballet shoes/],
        [1, /\bshoes?\b|trainer|sandal|laufschuh/],
      ],
    ],
    [
      'Sandalen für Damen',
      'audience',
      [
        [3, /sandal/],
        [1, /\bthong\b/],
      ],
    ],
    [
      'rote Handschuhe',
      'colour',
      [
        [3, /\bgloves?\b/, { colours: ['berry', 'coral', 'rust'] }],
        [1, /\bgloves?\b/],
      ],
    ],
    [
      'Strohhut',
      'compound',
      [
        [3, /straw hat/],
        [1, /\bhat\b/, { notTitled: /conjuring|opera|top/ }],
      ],
    ],
    [
      'Seidenschal',
      'material',
      [
        [2, /scarf|schal\b/],
        [1, /snood/],
      ],
    ],
    [
      'Kleid für den Sommer',
      'noun',
      [
        [3, /summer dress|sommerkleid/],
        [1, /\bdress\b(?! ring)/],
      ],
    ],
    [
      'warme Socken',
      'material',
      [
        [3, /wool socks|wollsocken|mohair|hiking socks/],
        [2, /socks/],
      ],
    ],
    [
      'Herrenhemd weiß',
      'colour',
      [
        [2, /(?<!t-)\bshirt\b/],
        [1, /t-shirt|\btee\b/],
      ],
    ],
    [
      'Umhängetasche',
      'near',
      [
        [2, /satchel|tote|handbag|bügeltasche/],
        [1, /\bbag\b|briefcase/, { category: 'shoes-and-bags', notTitled: /wash/ }],
      ],
    ],
    [
      'Reisetasche',
      'near',
      [
        [2, /cabin suitcase|weekend|trunk/],
        [1, /tote|rucksack|backpack|daypack|\bbag\b/, { category: 'shoes-and-bags' }],
      ],
    ],
    ['Geldbörse aus Leder', 'synonym', [[3, /coin purse/]]],
    ['Sonnenbrille Kinder', 'audience', [[2, /sunglasses/]]],
    [
      'Silberring',
      'material',
      [
        [3, /\brings?\b|ring(e|\b)/, { category: 'finery', material: /silver/i }],
        [2, /\brings?\b|ring(e|\b)/, { category: 'finery' }],
      ],
    ],
    ['Halskette', 'synonym', [[2, /wooden beads/]]],
    [
      'Kartenspiel',
      'compound',
      [
        [3, /playing cards/],
        [2, /flower cards/],
      ],
    ],
    [
      'Holzspielzeug',
      'compound',
      [
        [3, /wooden robot|nesting dolls|wooden dice/],
        [2, /chess|mah-jong|yo-yo/],
        [1, /./, { category: 'play', material: /wood|beech|maple|lime|birch/i }],
      ],
    ],
    ['Kuscheltier', 'synonym', [[3, /\bbears?\b/]]],
    ['Springseil', 'not sold', []],
    [
      'Fußball Größe 5',
      'noun',
      [
        [3, /hand-stitched football|handgenähter fußball/],
        [2, /football|fußball/, { notTitled: /trainer/ }],
      ],
    ],
    [
      'Geige für Anfänger',
      'near',
      [
        [3, /student violin|schülergeige|practice violin/],
        [2, /violin/],
      ],
    ],
    ['Ukulele', 'not sold', []],
    [
      'Kopfhörer ohne Kabel',
      'noun',
      [
        [3, /wireless headphones/],
        [1, /headphones/],
      ],
    ],
    ['Gartenschere', 'near', [[1, /pruning saw/]]],
    ['Blumenzwiebeln', 'compound', [[3, /tulip bulbs/]]],
    ['Kaktus', 'noun', [[3, /cactus|cacti|kaktus|kakteen/]]],
    ['Hammer und Nägel', 'noun', [[3, /hammer/]]],
    ['Schraubenzieher Set', 'noun', [[3, /screwdriver/]]],
    [
      'Campingzelt für zwei',
      'noun',
      [
        [3, /two-person tent/],
        [1, /\btent\b/, { category: 'garden' }],
      ],
    ],
    ['Wasserflasche', 'not sold', []],
    [
      'Geschenk zur Einweihung unter 50 €',
      'gift',
      [
        [3, /./, { suits: 'Presents', maxMinor: 5000 }],
        [1, /vase|candle|kerze|soap|lantern|frame|basket|korb|plant|pflanze/, { maxMinor: 5000 }],
      ],
    ],
    [
      'Etwas für die Oma',
      'gift',
      [
        [3, /./, { suits: 'Presents' }],
        [1, /soap|scarf|schal|candle|kerze|\btea\b|chocolate|lotion|mug|becher/],
      ],
    ],
    [
      'Regenschrim',
      'typo',
      [
        [3, /umbrella/],
        [1, /parasol/],
      ],
    ],
  ],
}
