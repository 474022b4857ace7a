import { createHash } from 'node:crypto'
import { type ColourName, palette } from '../palette.ts'
import type { Look } from './compose.ts'

// A picture to render: an object of the emoji set, dyed and arranged in one of the looks.
export type Picture = { emoji: string; colour: ColourName; look: Look }

// The objects have 256 pixels: wider pictures would show no more.
export const widths = [160, 400, 640]

// Raise one when the output of compose.ts or dye.ts changes: browsers cache paths for ever.
const editions = { plain: 3, dyed: 5 }

/** Returns a picture's path without width and extension. The hash gives each edition a new URL. */
export function pathOf({ emoji, colour, look }: Picture): string {
  const edition = colour === 'classic' ? editions.plain : editions.dyed
  const recipe = JSON.stringify([edition, emoji, look, palette[colour]])
  const hash = createHash('sha256').update(recipe).digest('hex').slice(0, 8)
  return `catalog/${emoji.replaceAll('-fe0f', '')}-${colour}-${look}-${hash}`
}
