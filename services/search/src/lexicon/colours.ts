/** The colours of the mall's palette that a shopper means by a word, the most typical first; `near` is second best. */
export const colourFamilies = {
  blue: { values: ['cobalt', 'navy', 'sky', 'ink'], near: ['teal'] },
  green: { values: ['moss', 'pine', 'sage', 'mint'], near: ['teal'] },
  turquoise: { values: ['teal'], near: ['mint'] },
  red: { values: ['berry', 'coral', 'rust'], near: ['clay'] },
  pink: { values: ['rose', 'blush'], near: ['coral', 'berry'] },
  purple: { values: ['plum', 'lilac'], near: ['berry'] },
  yellow: { values: ['butter', 'mustard', 'honey'], near: ['brass'] },
  orange: { values: ['clay', 'copper', 'rust'], near: ['honey'] },
  brown: { values: ['walnut', 'oak', 'clay'], near: ['rust'] },
  beige: { values: ['oat', 'stone'], near: ['chalk'] },
  white: { values: ['chalk', 'oat'], near: ['butter'] },
  black: { values: ['black', 'graphite'], near: ['ink'] },
  grey: { values: ['graphite', 'stone', 'silver'], near: ['black'] },
  golden: { values: ['brass', 'honey'], near: ['mustard'] },
} satisfies Record<string, { values: string[]; near: string[] }>

export type ColourFamily = keyof typeof colourFamilies
