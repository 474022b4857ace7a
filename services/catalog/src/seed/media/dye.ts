import type { Dye } from '../palette.ts'
import { evenShares } from './even-shares.ts'
import { belongs, mainMaterial } from './material.ts'
import { labOf, rgbOf } from './oklab.ts'

/** The main material of a picture: its lightness, and the share of each pixel that is of it. */
export interface Dyeable {
  lightness: number
  shares: Float32Array
}

/**
 * Returns what a dye colours in a picture (RGBA): the hue (or the grey) that covers most of it. Laces, handles and labels of
 * other hues stay as they are.
 */
export function dyeable(pixels: Uint8Array): Dyeable {
  const main = mainMaterial(pixels)
  // Transparent pixels are like no colour.
  const colours = new Float32Array((pixels.length / 4) * 3).fill(9)
  const shares = new Float32Array(pixels.length / 4)
  for (let i = 0; i < shares.length; i++) {
    if (!pixels[i * 4 + 3]) continue
    const [l, a, b] = labOf(pixels[i * 4]!, pixels[i * 4 + 1]!, pixels[i * 4 + 2]!)
    colours.set([l, a, b], i * 3)
    shares[i] = belongs(l, a, b, main)
  }
  return { lightness: main.lightness, shares: evenShares(shares, colours) }
}

/** Returns a dyed copy of a picture (RGBA), with its light and shade. */
export function dye(original: Uint8Array, { lightness, shares }: Dyeable, { l, c, h }: Dye): Uint8Array {
  const pixels = Uint8Array.from(original)
  const radians = (h * Math.PI) / 180
  const contrast = l > 0.85 || l < 0.35 ? 0.7 : 0.9
  for (let i = 0; i < pixels.length; i += 4) {
    const share = shares[i / 4]!
    if (share === 0) continue
    const [pl, pa, pb] = labOf(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!)
    const lit = lightOf(l, (pl - lightness) * contrast)
    // Deep shade and bright highlights get less chroma.
    const chroma = c * Math.min(1, 1.9 * Math.min(lit, 1.12 - lit))
    const [r, g, b] = rgbOf([
      pl + (lit - pl) * share,
      pa + (chroma * Math.cos(radians) - pa) * share,
      pb + (chroma * Math.sin(radians) - pb) * share,
    ])
    pixels[i] = r
    pixels[i + 1] = g
    pixels[i + 2] = b
  }
  return pixels
}

// Lightness relative to the dye, never quite white or black: clipping would turn soft shading into spots.
function lightOf(l: number, apart: number): number {
  const room = apart > 0 ? 0.99 - l : l - 0.06
  return l + Math.sign(apart) * room * (1 - Math.exp(-Math.abs(apart) / room))
}
