// The colours of products. `swatch` is the picker's colour; l, c and h (OKLCH) are the dye of the picture. `classic` leaves a
// picture unchanged.
export type Dye = { l: number; c: number; h: number }
export type Colour = { label: string; swatch: string; dye?: Dye }

const dyed = (label: string, l: number, c: number, h: number): Colour => ({
  label,
  swatch: `oklch(${l} ${c} ${h})`,
  dye: { l, c, h },
})

export const palette = {
  classic: { label: 'Classic', swatch: '' },
  chalk: dyed('Chalk', 0.935, 0.012, 90),
  oat: dyed('Oat', 0.87, 0.04, 85),
  butter: dyed('Butter', 0.9, 0.1, 98),
  honey: dyed('Honey', 0.8, 0.15, 78),
  mustard: dyed('Mustard', 0.74, 0.14, 90),
  copper: dyed('Copper', 0.66, 0.12, 50),
  clay: dyed('Clay', 0.65, 0.12, 42),
  rust: dyed('Rust', 0.55, 0.14, 36),
  coral: dyed('Coral', 0.74, 0.15, 30),
  berry: dyed('Berry', 0.52, 0.19, 10),
  rose: dyed('Rose', 0.76, 0.11, 5),
  blush: dyed('Blush', 0.88, 0.05, 20),
  plum: dyed('Plum', 0.45, 0.13, 330),
  lilac: dyed('Lilac', 0.77, 0.1, 305),
  ink: dyed('Ink', 0.38, 0.08, 265),
  navy: dyed('Navy', 0.36, 0.11, 262),
  cobalt: dyed('Cobalt', 0.55, 0.2, 262),
  sky: dyed('Sky', 0.8, 0.09, 232),
  teal: dyed('Teal', 0.6, 0.1, 195),
  mint: dyed('Mint', 0.87, 0.08, 165),
  sage: dyed('Sage', 0.74, 0.06, 145),
  moss: dyed('Moss', 0.58, 0.1, 125),
  pine: dyed('Pine', 0.44, 0.08, 155),
  walnut: dyed('Walnut', 0.46, 0.06, 55),
  oak: dyed('Oak', 0.74, 0.08, 70),
  stone: dyed('Stone', 0.72, 0.015, 80),
  graphite: dyed('Graphite', 0.42, 0.01, 260),
  black: dyed('Black', 0.28, 0.008, 260),
  silver: dyed('Silver', 0.83, 0.006, 250),
  brass: dyed('Brass', 0.78, 0.11, 88),
} satisfies Record<string, Colour>

export type ColourName = keyof typeof palette
