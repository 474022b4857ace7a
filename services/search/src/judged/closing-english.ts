import type { JudgedSet } from './judged-query.ts'

/**
 * Queries of the English pages, written from the names of the mall's categories alone and judged by the
 * titles of its products, without any having been searched for.
 */
export const closingEnglish: JudgedSet = {
  name: 'closing-english',
  locale: 'en',
  queries: [
    [
      'coffee mugs',
      'noun',
      [
        [3, /\bmug\b/],
        [2, /espresso cup|breakfast cups/],
        [1, /travel cup/],
      ],
    ],
    [
      'saucepan',
      'near',
      [
        [2, /soup pot/],
        [1, /stew pot|camp pot|braising pan/],
      ],
    ],
    ['kettle', 'near', [[1, /teapot/]]],
    [
      'wooden spoon',
      'material',
      [
        [3, /wooden spoons/],
        [1, /tasting spoon|serving spoon/],
      ],
    ],
    ['olive oil', 'near', [[1, /green olives/]]],
    [
      'jam',
      'noun',
      [
        [3, /\bjam\b/],
        [1, /honey|honeys/, { category: 'pantry' }],
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
    [
      'chocolate',
      'noun',
      [
        [3, /chocolate/, { notTitled: /biscuits/ }],
        [2, /chocolate/],
      ],
    ],
    ['cushion', 'not sold', []],
    [
      'candles',
      'noun',
      [
        [3, /candles?\b/, { notTitled: /holder/ }],
        [1, /candle holders/],
      ],
    ],
    ['rug', 'not sold', []],
    [
      'lamp',
      'noun',
      [
        [3, /\blamps?\b|night light/],
        [2, /lantern/, { category: 'light-and-scent' }],
        [1, /\bbulbs?\b|torch/, { category: 'light-and-scent' }],
      ],
    ],
    [
      'notebook',
      'noun',
      [
        [3, /notebook/],
        [2, /composition book|journal|flip pad|pocket pads|spiral pad/],
        [1, /diary|ledger/],
      ],
    ],
    [
      'fountain pen',
      'noun',
      [
        [3, /fountain pen|cartridge pen/],
        [1, /dip nib|click pen|two pens/],
      ],
    ],
    ['jumper', 'not sold', []],
    ['trainers', 'noun', [[3, /\btrainer\b/]]],
    ['rucksack', 'synonym', [[3, /rucksack for|backpack|daypack/]]],
    ['sunglasses', 'noun', [[3, /sunglasses/]]],
    ['guitar', 'noun', [[3, /guitar/]]],
    ['tent', 'noun', [[3, /\btent\b/, { category: 'garden' }]]],
    [
      'blue teacup',
      'colour',
      [
        [2, /breakfast cups/, { colours: ['sky'] }],
        [1, /steeping cup|cups for green tea|tea bowl|breakfast cups/],
        [1, /\bmug\b/, { colours: ['navy'] }],
      ],
    ],
    [
      'cast iron casserole',
      'material',
      [
        [3, /stew pot/],
        [2, /braising pan/],
        [1, /soup pot|skillet/],
      ],
    ],
    [
      'white linen shirt',
      'near',
      [
        [1, /office shirt|linen tunic/],
        [1, /blouse|t-shirt/, { colours: ['chalk'] }],
      ],
    ],
    ['brown leather belt', 'not sold', []],
    [
      'black boots size 42',
      'size',
      [
        [2, /mountain boot|winter boots/, { colours: ['graphite'] }],
        [1, /\bboots?\b/],
        [1, /chukka/],
      ],
    ],
    [
      'silver ring',
      'material',
      [
        [3, /solitaire ring|two rings/],
        [1, /finger ring|dress ring/],
      ],
    ],
    [
      'green wool hat',
      'colour',
      [
        [2, /felt top hat/, { colours: ['pine'] }],
        [1, /travel hat|\bcap with a short peak|rain cap/, { colours: ['moss'] }],
        [1, /felt top hat|conjuring hat/],
      ],
    ],
    [
      'wooden toys',
      'material',
      [
        [3, /wooden robot|nesting dolls|four big pieces/],
        [2, /yo-yo|wooden dice|lawn bowling/],
        [1, /jigsaw|abacus|nursery drum/],
      ],
    ],
    [
      'glass vase',
      'near',
      [
        [2, /\bvases?\b/],
        [1, /amphora/],
      ],
    ],
    [
      'red scarf',
      'colour',
      [
        [3, /scarf/, { colours: ['berry'] }],
        [2, /snood/, { colours: ['rust'] }],
        [1, /scarf|snood/],
      ],
    ],
    ['candle under 20 euros', 'price', [[3, /candles?\b/, { maxMinor: 2000, notTitled: /holder/ }]]],
    [
      'gift under 10',
      'price',
      [
        [3, /./, { suits: 'Presents', maxMinor: 1000 }],
        [2, /rose soap|bookmark|chocolate|\bhoney\b|chopsticks|\bjam\b|hand soap/, { maxMinor: 1000 }],
        [1, /./, { category: 'light-and-scent', maxMinor: 1000, notTitled: /bulb/ }],
      ],
    ],
    [
      'cheap headphones',
      'price',
      [
        [3, /headphones/, { maxMinor: 5000 }],
        [2, /headphones/],
      ],
    ],
    [
      'board game under 30',
      'price',
      [
        [3, /pocket chess/, { maxMinor: 3000 }],
        [2, /hanafuda|playing cards|dice cup/, { maxMinor: 3000 }],
        [1, /wooden dice|board game/],
      ],
    ],
    [
      'handbag under 100',
      'near',
      [
        [1, /handbag|evening bag|market tote/],
        [1, /coin purse|wash bag/, { maxMinor: 10000 }],
      ],
    ],
    ['earrings up to 50 euro', 'price', [[3, /ear studs/, { maxMinor: 5000 }]]],
    [
      'gift for a gardener',
      'gift',
      [
        [3, /gardener.s scrub|garden gloves|hat for weeding|herb seeds|watering pails|pruning saw/],
        [2, /sunflower seeds|tulip bulbs|climbing rose|herbs on a windowsill|garden sandal|rain boot|bucket/],
        [2, /seed tray|meadow daisies|garden tap|clover lawn/],
        [1, /field jacket|cact(us|i)|plants?\b|orchard ladder/],
      ],
    ],
    [
      'present for dad',
      'gift',
      [
        [3, /whisky tumbler|shaving mirror|tankard|dartboard|everyday watch|tool chest|screwdriver/],
        [2, /nightcap|low glasses|fountain pen|torch|chef.s knife|briefcase|radio|hatchet|\bwatch\b(?! for)/],
        [1, /./, { suits: 'Presents', notTitled: /child|crown/ }],
        [1, /derby|brogue|compass|chess|hammer|spanner/],
      ],
    ],
    [
      'toys for toddlers',
      'audience',
      [
        [3, /./, { category: 'play', suits: 'Ages 1 and up' }],
        [2, /./, { category: 'play', suits: 'Ages 3 and up' }],
        [1, /nursery drum|wax crayon/],
      ],
    ],
    [
      'birthday present for a coffee lover',
      'gift',
      [
        [3, /espresso cup|\bmug\b|breakfast cups/],
        [1, /travel cup/],
      ],
    ],
    [
      'gift for girlfriend',
      'gift',
      [
        [3, /solitaire ring|two rings|ear studs|cashmere scarf|evening bag|handbag/],
        [2, /finger ring|dress ring|wooden beads|rose soap|body lotion|soap and lotion/],
        [2, /washed silk|silk lined|hand mirror|everyday watch/],
        [1, /./, { suits: 'Presents', notTitled: /child|graduation/ }],
        [1, /coin purse|candles?\b|\bdress\b|chocolate|bears? |scarf/],
      ],
    ],
    ['blankit', 'not sold', []],
    ['sissors', 'spelling', [[3, /scissors/]]],
    [
      'jewelery',
      'spelling',
      [
        [3, /\brings?\b|ear studs|wooden beads/, { category: 'finery' }],
        [1, /loose stones|\bwatch\b/],
      ],
    ],
    ['bycicle bell', 'near', [[1, /hand bell|bicycle|pedal bike/]]],
    [
      'umbrela',
      'spelling',
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
        [1, /running socks|rain boot|mountain boot/],
      ],
    ],
    [
      'keeps drinks hot on a walk',
      'near',
      [
        [2, /travel cup/],
        [1, /camp mug|steeping cup/],
      ],
    ],
    [
      'something to hang on the wall',
      'descriptive',
      [
        [3, /oval mirror|bevelled mirror|oak frame|museum frame|deep frame|postcard frames/],
        [1, /wind chime|folded star|dartboard|night light|balloon-case clock/],
      ],
    ],
    [
      'to keep the sun off my face',
      'descriptive',
      [
        [3, /straw hat|party hat|travel hat|wheat-straw/],
        [2, /six-panel|running cap|sunglasses|parasol/],
        [1, /cap with a short peak|hand fan/],
      ],
    ],
    [
      'nice smell for the living room',
      'descriptive',
      [
        [3, /dried hyacinth/],
        [2, /beeswax/],
        [1, /candles?\b|rose soap/, { notTitled: /holder/ }],
      ],
    ],
    ['500 g coffee beans', 'not sold', []],
    [
      '2 litre pot',
      'size',
      [
        [2, /camp pot|soup pot/],
        [1, /stew pot|family teapot|lidded crock|fondue pot/],
      ],
    ],
    [
      'knife for vegetables',
      'use',
      [
        [3, /vegetable cleaver|paring knives|small knife/],
        [2, /chef.s knife/],
      ],
    ],
    [
      'winter coat not black',
      'negation',
      [
        [3, /tailored town coat/, { colours: ['oat', 'ink'] }],
        [2, /waxed coat/],
        [1, /field jacket/],
      ],
    ],
    [
      'headphones wireless',
      'noun',
      [
        [3, /wireless headphones/],
        [1, /headphones/],
      ],
    ],
    [
      'game for two players',
      'audience',
      [
        [3, /./, { category: 'play', suits: 'Two players' }],
        [2, /pocket chess|playing cards/],
        [1, /./, { category: 'play', suits: 'Whole family', notTitled: /skates/ }],
        [1, /board game/],
      ],
    ],
    [
      'seeds for balcony',
      'use',
      [
        [3, /herb seeds/],
        [2, /sunflower seeds|tulip bulbs|meadow daisies/],
        [1, /seed tray|clover/],
      ],
    ],
    ['washing machine', 'not sold', []],
    ['laptop', 'not sold', []],
  ],
}
