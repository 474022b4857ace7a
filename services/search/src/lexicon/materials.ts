/** The materials of the mall's products that a shopper means by a word, as their attribute has them. */
export const materialFamilies = {
  wood: [
    'wood',
    'beech',
    'boxwood',
    'lime-wood',
    'maple',
    'birch',
    'spruce',
    'alder',
    'ash',
    'walnut',
    'mahogany',
    'olive-wood',
    'plywood',
    'chestnut',
  ],
  leather: ['leather', 'suede'],
  wool: ['wool', 'wool-felt', 'mohair', 'cashmere'],
  cotton: ['cotton', 'waxed-cotton', 'canvas'],
  linen: ['linen'],
  silk: ['silk'],
  steel: ['steel', 'stainless-steel', 'carbon-steel', 'enamelled-steel', 'galvanised-steel'],
  glass: ['glass', 'crystal'],
  brass: ['brass'],
  silver: ['silver'],
  bamboo: ['bamboo'],
  rubber: ['rubber'],
  ceramic: ['stoneware', 'porcelain', 'earthenware'],
} satisfies Record<string, string[]>

export type MaterialFamily = keyof typeof materialFamilies
