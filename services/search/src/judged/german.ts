import type { JudgedSet } from './judged-query.ts'

const blue = ['ink', 'navy', 'cobalt', 'sky']
const green = ['mint', 'sage', 'moss', 'pine', 'teal']
const red = ['berry', 'coral', 'rust']
const black = ['black', 'graphite', 'ink']
const white = ['chalk', 'oat']

/** Queries on the German pages of the seeded catalogue. Titles without a translation are English there. */
export const german: JudgedSet = {
  name: 'german',
  locale: 'de',
  queries: [
    [
      'Lampe',
      'noun',
      [
        [3, /lampe|\blamps?\b/i],
        [2, /lantern|night light|torch/i],
        [1, /bulb/i],
      ],
    ],
    [
      'Lampen',
      'plural',
      [
        [3, /lampe|\blamps?\b/i],
        [2, /lantern|night light|torch/i],
        [1, /bulb/i],
      ],
    ],
    [
      'Kerzen',
      'plural',
      [
        [3, /kerze|\bcandles?\b(?! holder)/i],
        [1, /candle holder|lantern/i],
      ],
    ],
    [
      'Messer',
      'noun',
      [
        [3, /messer|\bkni(fe|ves)\b|cleaver/i],
        [1, /cutlery/i],
      ],
    ],
    [
      'Pfanne',
      'noun',
      [
        [3, /pfanne|\bpan\b/i],
        [1, /\bpot\b/i, { category: 'cooking' }],
      ],
    ],
    [
      'Gitarren',
      'plural',
      [
        [3, /gitarre/i],
        [1, /banjo/i],
      ],
    ],
    ['Geige', 'noun', [[3, /geige|violin/i]]],
    ['Ringe', 'plural', [[3, /ring(e)?\b/i, { category: 'finery' }]]],
    [
      'Brot',
      'noun',
      [
        [3, /brot\b/i],
        [2, /baguette/i],
        [1, /croissants|brezeln/i],
      ],
    ],
    [
      'Kaktus',
      'noun',
      [
        [3, /kaktus|kakteen/i],
        [1, /pflanze/i],
      ],
    ],
    [
      'Kakteen',
      'plural',
      [
        [3, /kaktus|kakteen/i],
        [1, /pflanze/i],
      ],
    ],
    [
      'Schuhe',
      'plural',
      [
        [
          3,
          /schuh|derby|\bshoes?\b|trainer|brogue|chukka|ballet flat|heel\b/i,
          { category: 'shoes-and-bags' },
        ],
        [2, /stiefel|\bboots?\b|sandal/i, { category: 'shoes-and-bags' }],
      ],
    ],
    [
      'Stiefel',
      'noun',
      [
        [3, /stiefel|\bboots?\b/i],
        [1, /chukka/i],
      ],
    ],
    [
      'Regenschirm',
      'noun',
      [
        [3, /umbrella/i],
        [1, /parasol/i],
      ],
    ],
    ['Kopfhörer', 'noun', [[3, /headphones/i]]],
    ['Schere', 'noun', [[3, /schere|scissors/i]]],
    [
      'Spiegel',
      'noun',
      [
        [3, /mirror(?! ball)/i],
        [1, /mirror ball/i],
      ],
    ],
    [
      'Uhren',
      'plural',
      [
        [3, /uhr|wecker|clock|\bwatch\b|alarm/i],
        [1, /timer/i],
      ],
    ],
    ['Honig', 'noun', [[3, /honig|hone(y|ies)/i, { category: 'pantry' }]]],
    ['Käse', 'noun', [[3, /cheese/i]]],
    [
      'Schal',
      'noun',
      [
        [3, /schal\b|scarf/i],
        [2, /snood/i],
      ],
    ],
    ['Socken', 'plural', [[3, /socken|socks/i]]],
    [
      'Hut',
      'noun',
      [
        [3, /\bhat\b/i, { category: 'finery' }],
        [2, /\bhat\b/i],
        [1, /\bcap\b/i],
      ],
    ],
    [
      'Schreibtischlampe',
      'compound',
      [
        [3, /lampe|\blamps?\b/i],
        [2, /lantern|night light|reading bulb/i],
        [1, /torch|bulb/i],
      ],
    ],
    [
      'Lampe Schreibtisch',
      'compound',
      [
        [3, /lampe|\blamps?\b/i],
        [2, /lantern|night light|reading bulb/i],
        [1, /torch|bulb/i],
      ],
    ],
    [
      'Küchenmesser',
      'compound',
      [
        [3, /messer|small knife|paring kni|cleaver/i],
        [2, /\bkni(fe|ves)\b/i],
      ],
    ],
    [
      'Koch Messer',
      'compound',
      [
        [3, /kochmesser/i],
        [2, /\bkni(fe|ves)\b|cleaver/i],
      ],
    ],
    ['Teekanne', 'compound', [[3, /teapot/i]]],
    [
      'Kaffeetasse',
      'compound',
      [
        [3, /tasse|becher\b|\bmug\b/i, { category: 'cups-and-pots' }],
        [3, /becher/i, { category: 'cups-and-pots' }],
        [2, /\bcups?\b/i, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'Weinglas',
      'compound',
      [
        [3, /wine glass/i],
        [2, /flutes|tumbler|nightcap|low glasses/i],
        [1, /\bglass(es)?\b/i, { category: 'cups-and-pots' }],
      ],
    ],
    [
      'Wanderschuhe',
      'compound',
      [
        [3, /bergstiefel|hiking boots|trail boot/i],
        [2, /\bboots?\b/i],
        [1, /schuh|\bshoes?\b|hiking socks/i],
      ],
    ],
    [
      'Laufschuhe',
      'compound',
      [
        [3, /laufschuh/i],
        [2, /trainer/i],
        [1, /schuh|\bshoes?\b/i, { category: 'shoes-and-bags' }],
      ],
    ],
    [
      'Holzspielzeug',
      'compound',
      [
        [3, /robot|dolls|wooden dice|four big pieces|yo-yo|bowling/i],
        [1, /./, { category: 'play' }],
      ],
    ],
    [
      'Regenjacke',
      'compound',
      [
        [3, /gewachster mantel/i],
        [2, /field jacket|waxed rain cap/i],
        [1, /coat|umbrella|\brain\b|jacket/i],
      ],
    ],
    [
      'Gummi Baum',
      'compound',
      [
        [3, /gummibaum/i],
        [1, /pflanze/i],
      ],
    ],
    [
      'Bratpfannen',
      'compound',
      [
        [3, /bratpfanne|gusseisenpfanne|antihaftpfanne|eierpfanne/i],
        [2, /\bpan\b/i, { category: 'cooking' }],
      ],
    ],
    [
      'Kuechenstuhl',
      'umlaut',
      [
        [3, /küchenstuhl/i],
        [1, /\bchairs?\b/i],
      ],
    ],
    [
      'Küchenstühle',
      'umlaut',
      [
        [3, /küchenstuhl/i],
        [1, /\bchairs?\b/i],
      ],
    ],
    [
      'Fussball',
      'umlaut',
      [
        [3, /fußball/i],
        [2, /\bfootball(?! trainer)/i],
        [1, /basketball|volleyball|softball/i],
      ],
    ],
    [
      'Schluessel',
      'umlaut',
      [
        [3, /spanner/i],
        [1, /keyring/i],
      ],
    ],
    ['Kopfhoerer', 'umlaut', [[3, /headphones/i]]],
    [
      'Gittarre',
      'typo',
      [
        [3, /gitarre/i],
        [1, /banjo/i],
      ],
    ],
    ['Rucksak', 'typo', [[3, /rucksack|backpack|daypack/i]]],
    [
      'Notitzbuch',
      'typo',
      [
        [3, /notizbuch|notebook/i],
        [2, /journal|pads?\b|composition/i],
        [1, /diary|ledger/i],
      ],
    ],
    [
      'Regenshirm',
      'typo',
      [
        [3, /umbrella/i],
        [1, /parasol/i],
      ],
    ],
    [
      'Turnschuhe',
      'synonym',
      [
        [3, /trainer/i],
        [2, /laufschuh/i],
        [1, /schuh|\bshoes?\b/i, { category: 'shoes-and-bags' }],
      ],
    ],
    [
      'Hose',
      'synonym',
      [
        [3, /trousers|jeans/i],
        [2, /shorts/i],
      ],
    ],
    [
      'Geldbeutel',
      'synonym',
      [
        [3, /purse/i],
        [1, /handbag|evening bag/i],
      ],
    ],
    [
      'Taschenlampe',
      'synonym',
      [
        [3, /\btorch(es)?\b/i],
        [1, /lantern|lampe|\blamps?\b/i],
      ],
    ],
    ['Fahrrad', 'synonym', [[3, /bicycle|bike/i]]],
    [
      'Kekse',
      'synonym',
      [
        [3, /biscuits/i],
        [1, /chocolate|croissants/i],
      ],
    ],
    ['Violine', 'synonym', [[3, /geige|violin/i]]],
    [
      'blaue Vase',
      'colour',
      [
        [3, /\bvases?\b|amphor/i, { colours: blue }],
        [2, /\bvases?\b|amphor/i, { colours: ['teal'] }],
        [1, /\bvases?\b|amphor/i],
      ],
    ],
    [
      'rote Teekanne',
      'colour',
      [
        [3, /teapot/i, { colours: red }],
        [1, /teapot/i],
      ],
    ],
    [
      'grüner Schal',
      'colour',
      [
        [3, /schal\b|scarf|snood/i, { colours: green }],
        [1, /schal\b|scarf|snood/i],
      ],
    ],
    [
      'schwarzes Kleid',
      'colour',
      [
        [3, /kleid\b|\bdress\b/i, { colours: black, category: 'clothes' }],
        [1, /kleid\b|\bdress\b/i, { category: 'clothes' }],
      ],
    ],
    [
      'weiße Schale',
      'colour',
      [
        [3, /schale|\bbowls?\b/i, { colours: white, category: 'cups-and-pots' }],
        [1, /schale|\bbowls?\b/i, { category: 'cups-and-pots' }],
      ],
    ],
    ['Kopfhörer bis 100 €', 'price', [[3, /headphones/i, { maxMinor: 10_000 }]]],
    [
      'Uhr unter 50 Euro',
      'price',
      [
        [3, /uhr|wecker|clock|\bwatch\b|alarm/i, { maxMinor: 5_000 }],
        [1, /timer/i],
      ],
    ],
    [
      'günstige Gitarre',
      'price',
      [
        [3, /gitarre/i, { maxMinor: 22_000 }],
        [2, /gitarre/i],
        [1, /banjo/i],
      ],
    ],
    [
      'Ledertasche',
      'attribute',
      [
        [3, /tasche|\bbag\b|tote|satchel|briefcase|purse/i, { material: 'Leather' }],
        [1, /\bbag\b|rucksack|backpack|daypack/i, { category: 'shoes-and-bags' }],
      ],
    ],
    [
      'Socken aus Wolle',
      'attribute',
      [
        [3, /socken|socks/i, { material: /wool|mohair/i }],
        [1, /socken|socks/i],
      ],
    ],
    [
      'Geschenk unter 20 Euro',
      'gift',
      [
        [3, /./, { suits: 'Presents', maxMinor: 2_000 }],
        [1, /./, { maxMinor: 2_000 }],
      ],
    ],
    [
      'Geschenk für Kinder',
      'gift',
      [
        [
          3,
          /child|bear|robot|dolls|first watch|small hands|kite|jigsaw|nursery|small heads|small shoulders|conjuring/i,
        ],
        [1, /./, { category: 'play' }],
      ],
    ],
    [
      'Gitarre Low Hum',
      'shop',
      [
        [3, /gitarre/i, { seller: 'low-hum' }],
        [1, /./, { seller: 'low-hum' }],
      ],
    ],
    [
      'lamp',
      'language',
      [
        [3, /lampe|\blamps?\b/i],
        [2, /lantern|night light|torch/i],
        [1, /bulb/i],
      ],
    ],
    [
      'guitar',
      'language',
      [
        [3, /gitarre/i],
        [1, /banjo/i],
      ],
    ],
    [
      'candles',
      'language',
      [
        [3, /kerze|\bcandles?\b(?! holder)/i],
        [1, /candle holder|lantern/i],
      ],
    ],
    ['headphones', 'language', [[3, /headphones/i]]],
  ],
}
