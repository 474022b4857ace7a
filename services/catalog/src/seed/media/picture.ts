import { createHash } from 'node:crypto'
import { type ColourName, palette } from '../palette.ts'
import type { Look } from './compose.ts'

// A picture to be made: an object of the emoji set, dyed, standing in one of the looks.
export type Picture = { emoji: string; colour: ColourName; look: Look }

export const widths = [160, 400, 800]

// Raise it when dye.ts or compose.ts change what they draw: paths are cached for good by browsers.
const edition = 2

/** Where a picture lives, without width and extension. The hash makes each edition a new address. */
export function pathOf({ emoji, colour, look }: Picture): string {
  const recipe = JSON.stringify([edition, emoji, look, palette[colour]])
  const hash = createHash('sha256').update(recipe).digest('hex').slice(0, 8)
  return `catalog/${emoji.replaceAll('-fe0f', '')}-${colour}-${look}-${hash}`
}
