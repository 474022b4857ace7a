import type { JudgedSet } from './judged-query.ts'

/**
 * Queries of the English pages, written from the names of the mall's categories alone and fixed before its
 * products were read; then judged by the titles and facts of the products, before any was searched for.
 */
export const lastEnglish: JudgedSet = {
  name: 'last-english',
  locale: 'en',
  queries: [
    [
      'mug',
      'noun',
      [
        [3, /\bmug\b/],
        [2, /breakfast cups|steeping cup/],
        [1, /espresso cup|travel cup|small cups/],
      ],
    ],
    ['teapot', 'noun', [[3, /teapot/]]],
    [
      'saucepan',
      'near',
      [
        [2, /soup pot/],
        [1, /stew pot|camp pot|braising pan/],
      ],
    ],
    ['spatulas', 'near', [[1, /wooden spoons/]]],
    ['cutting board', 'not sold', []],
    ['honey', 'noun', [[3, /\bhoneys?\b/, { category: 'pantry' }]]],
    ['coffee beans', 'not sold', []],
    ['olive oil', 'not sold', []],
    [
      'scented candles',
      'near',
      [
        [2, /candles?\b/, { material: 'Beeswax' }],
        [1, /candles?\b/, { notTitled: /holder/ }],
      ],
    ],
    [
      'bedside lamp',
      'near',
      [
        [2, /night light/],
        [1, /clay oil lamp|paper lantern with/],
      ],
    ],
    ['cushions', 'not sold', []],
    ['throw blanket', 'not sold', []],
    [
      'notebooks',
      'noun',
      [
        [3, /notebook/],
        [2, /composition book|journal|pocket pads/],
        [1, /spiral pad|flip pad|ledger|diary/],
      ],
    ],
    [
      'fountain pen',
      'noun',
      [
        [3, /fountain pen|cartridge pen/],
        [1, /dip nib/],
      ],
    ],
    ['pullover', 'not sold', []],
    [
      'rucksack',
      'synonym',
      [
        [3, /rucksack|school-size backpack|daypack/, { notTitled: /tent/ }],
        [2, /little backpack/],
      ],
    ],
    ['trainers', 'noun', [[3, /trainer/, { category: 'shoes-and-bags' }]]],
    ['sunglasses', 'noun', [[3, /sunglasses/]]],
    [
      'board games',
      'compound',
      [
        [3, /board game|chess/],
        [2, /mah-jong/],
        [1, /playing cards|flower cards|dice cup/],
      ],
    ],
    [
      'watering can',
      'near',
      [
        [2, /watering pails/],
        [1, /bucket/],
      ],
    ],
    [
      'blue mug',
      'colour',
      [
        [3, /\bmug\b/, { colours: ['navy', 'cobalt', 'sky'] }],
        [2, /breakfast cups/, { colours: ['navy', 'cobalt', 'sky'] }],
        [1, /\bmug\b|travel cup/],
      ],
    ],
    ['linen shirt', 'near', [[1, /linen tunic|office shirt/]]],
    ['leather wallet', 'near', [[2, /coin purse/]]],
    [
      'cast iron pan',
      'material',
      [
        [3, /cast iron skillet/],
        [2, /braising pan/],
        [1, /stew pot|carbon steel frying pan/],
      ],
    ],
    ['wooden spoon', 'material', [[3, /wooden spoons/]]],
    [
      'black boots',
      'colour',
      [
        [3, /\bboots?\b/, { colours: ['black'] }],
        [2, /\bboots?\b/, { colours: ['graphite'] }],
        [1, /\bboots?\b|chukka/],
      ],
    ],
    [
      'silver ring',
      'material',
      [
        [3, /\brings?\b/, { category: 'finery', material: 'Silver' }],
        [1, /\bring\b/, { category: 'finery' }],
      ],
    ],
    [
      'wool socks size 42',
      'size',
      [
        [3, /wool socks|hiking socks/],
        [2, /bed socks/],
        [1, /running socks/],
      ],
    ],
    ['green cushion cover', 'not sold', []],
    [
      'large ceramic bowl',
      'size',
      [
        [3, /mixing bowls/],
        [2, /ramen bowl/],
        [1, /cereal bowl/],
      ],
    ],
    ['candle under 20', 'price', [[3, /candles?\b/, { maxMinor: 1999, notTitled: /holder/ }]]],
    ['headphones under 100 euros', 'price', [[3, /headphones/, { maxMinor: 9999 }]]],
    [
      'bag under €50',
      'price',
      [
        [2, /wash bag|backpack/, { maxMinor: 4999 }],
        [1, /shopping basket/, { maxMinor: 4999 }],
      ],
    ],
    [
      'cheap sunglasses',
      'price',
      [
        [3, /sunglasses/, { maxMinor: 2500 }],
        [1, /sunglasses/],
      ],
    ],
    ['t-shirt less than 25', 'not sold', []],
    [
      'toys under 15',
      'price',
      [
        [3, /mini football|flying disc|yo-yo/, { maxMinor: 1499 }],
        [2, /wooden dice|playing cards/, { maxMinor: 1499 }],
        [1, /tennis balls|wax crayon|paper crown/, { maxMinor: 1499 }],
      ],
    ],
    [
      'gift for dad',
      'gift',
      [
        [3, /whisky tumbler|tankards in|watch (on|with)|hand-wound watch|shaving mirror|fountain pen/],
        [2, /tankard|chess|chef.s knife|hand torch|hatchet|tool chest|table radio|dartboard|leather gloves/],
        [2, /paperweight|eight ball|three honeys|briefcase|carriage clock|cashmere scarf|field compass/],
        [1, /morning mug|camp mug|dark chocolate|milk chocolate|umbrella|screwdriver|wine glass/],
        [1, /wool socks|hiking socks|six-panel|dark sunglasses|long scarf|click pen|cast iron skillet/],
        [1, /nightcap glass/],
      ],
    ],
    [
      'birthday present for a 5 year old',
      'gift',
      [
        [3, /./, { category: 'play', suits: 'Ages 3 and up' }],
        [3, /first watch|first pedal bike|conjuring hat|nursery drum/],
        [1, /four big pieces/],
        [2, /./, { category: 'play', suits: 'Ages 1 and up' }],
        [2, /diamond kite|flying disc|small heads|little backpack|wax crayon|child.s chair|paper crown/],
        [2, /night light|walking lantern/],
        [1, /stitched football|children.s fork|kick scooter|milk glass|ballet shoes|swimming goggles/],
        [1, /maracas|lawn bowling|three-quarter guitar/],
      ],
    ],
    [
      'housewarming gift',
      'gift',
      [
        [3, /three honeys|soap and lotion|rubber plant|house plants|matching vases|bud vase|pillar candle/],
        [2, /\bvase\b|dinner candles|candle holders|carafe|wine glass|guest soaps|salt and pepper/],
        [2, /teapot|frame for|museum frame|postcard frames|floor plant|verbena/],
        [1, /breakfast cups|mixing bowls|cactus|cacti|fondue|linden honey|rye tin loaf|paper lantern with/],
        [1, /rose soap|hand soap|storage baskets|shopping basket|oval mirror|amphora|\bmug\b/],
        [1, /\bclock\b/, { notTitled: /alarm/ }],
      ],
    ],
    [
      'gifts for tea lovers',
      'gift',
      [
        [2, /maté/],
        [3, /./, { category: 'cups-and-pots', suits: 'Tea' }],
        [3, /black tea|verbena/],
        [1, /\bhoneys?\b|biscuits/, { category: 'pantry' }],
        [1, /morning mug|breakfast cups/],
      ],
    ],
    [
      'present for a gardener',
      'gift',
      [
        [3, /garden gloves|weeding|scrub bar|pruning saw|watering pails|herb seeds/],
        [3, /tulip bulbs|climbing rose/],
        [2, /bucket|sunflower seeds|seed tray|daisies|herbs on|rain boot|garden sandal/],
        [2, /field jacket|ladder with/],
        [1, /house plants|rubber plant|cactus|cacti|clover|garden tap|pressed flowers|garden oil/],
        [1, /garden lanterns|shopping basket/],
      ],
    ],
    [
      "women's jacket",
      'audience',
      [
        [3, /field jacket/],
        [2, /waxed coat|town coat/],
      ],
    ],
    ['earings', 'typo', [[3, /ear studs/]]],
    [
      'choclate',
      'typo',
      [
        [3, /dark chocolate|milk chocolate/],
        [2, /cooking chocolate/],
        [1, /biscuits with chocolate/],
      ],
    ],
    ['wireles speaker', 'typo', [[2, /speakers/]]],
    [
      'jigsaw puzle',
      'typo',
      [
        [3, /jigsaw/],
        [2, /four big pieces/],
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
    [
      'something warm for the feet',
      'descriptive',
      [
        [3, /wool socks|bed socks|hiking socks|slipper|winter boots/],
        [1, /running socks/],
      ],
    ],
    [
      'keeps my coffee hot',
      'descriptive',
      [
        [2, /travel cup/],
        [1, /steeping cup/],
      ],
    ],
    [
      'something to sit on in the garden',
      'descriptive',
      [[1, /\bchairs?\b/, { category: 'rooms', notTitled: /child/ }]],
    ],
    [
      'make the room smell nice',
      'descriptive',
      [
        [3, /hyacinth/],
        [2, /pillar candle/],
        [1, /candles?\b|rose soap|verbena/, { notTitled: /holder/ }],
      ],
    ],
    [
      'keep the sun off my face',
      'descriptive',
      [
        [3, /straw hat|wheat-straw|party hat|travel hat|six-panel/],
        [2, /running cap|parasol/],
        [1, /sunglasses|short peak/],
      ],
    ],
    ['500g pasta', 'not sold', []],
    ['1 litre water bottle', 'near', [[1, /travel cup|carafe/]]],
    ['tea without caffeine', 'negation', [[3, /verbena/]]],
    ['camping stove', 'not sold', []],
    [
      'moleskine notebook',
      'brand',
      [
        [3, /sewn notebook/],
        [2, /notebook pair|journal/],
        [1, /diary|composition book|pocket pads/],
      ],
    ],
    ['guitar strings', 'not sold', []],
    [
      'knife for bread',
      'near',
      [
        [2, /chef.s knife/],
        [1, /small knife/],
      ],
    ],
    ['washing machine', 'not sold', []],
  ],
}
